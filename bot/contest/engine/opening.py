"""A day opens for one account: actions, payments, T+1, and the orders that waited for it."""

from bot.contest.engine.account import Account, OpenOrder
from bot.contest.engine.corporate_actions import give, merged, pay_due
from bot.contest.engine.ending import end
from bot.contest.events import DayOpened, Terms
from bot.contest.outcomes import EndReason, Outcome


def open_day(account: Account, event: DayOpened) -> list[Outcome]:
    """Bring an account into a new day; entitled is what was held before it opened."""
    outcomes: list[Outcome] = []
    for action in merged(event.actions):
        outcomes += give(account, action, event.at)
    outcomes += pay_due(account, event.day, event.at)
    for symbol, position in account.positions.items():
        position.sellable = position.quantity - account.on_sale(symbol)
    return outcomes + _begin_orders(account, event)


def _begin_orders(account: Account, event: DayOpened) -> list[Outcome]:
    """Let waiting orders count for this day; one outside its limits ends."""
    outcomes: list[Outcome] = []
    for _, order in sorted(account.orders.items()):
        order.day = event.day
        terms = event.terms.get(order.symbol)
        if terms is not None and _outside(order, terms):
            outcomes.append(end(account, order, event.at, EndReason.OUTSIDE_LIMIT))
    return outcomes


def _outside(order: OpenOrder, terms: Terms) -> bool:
    if order.limit is None:
        return False
    above = terms.upper is not None and order.limit > terms.upper
    return above or (terms.lower is not None and order.limit < terms.lower)
