"""An order comes in: it rests, or it is refused with the number that would have been allowed."""

from bot.contest.engine import means, sizing, tradability
from bot.contest.engine.account import Account
from bot.contest.engine.charging import to_freeze
from bot.contest.engine.market_state import MarketState
from bot.contest.engine.request import request, resting
from bot.contest.events import OrderPlaced, Side
from bot.contest.outcomes import Accepted, Outcome, Refusal, RefusalCode, Refused
from bot.contest.rules import Rules

# In this order: the first that refuses speaks.
CHECKS = (
    tradability.outside_universe,
    tradability.frozen,
    tradability.halted,
    tradability.session_closed,
    tradability.market_order_now,
    means.sellable,
    sizing.quantity,
    sizing.price,
    tradability.below_floor,
    means.cash,
    means.cap,
)


def place(
    account: Account, event: OrderPlaced, market: MarketState, rules: Rules
) -> tuple[Outcome, ...]:
    """Let an order rest with its cash or its shares set aside, or refuse it."""
    refusal = refusal_of(account, event, market, rules)
    if refusal is not None:
        return (Refused(event.at, account.id, event.order, refusal),)
    asked = request(account, event, market, rules)
    if asked is None:
        raise LookupError(event.symbol)
    order = resting(asked)
    if order.side is Side.BUY:
        order.frozen = to_freeze(order, asked.dated, rules)
    else:
        held = account.positions[order.symbol]
        held.sellable = max(0, held.sellable - order.quantity)
    account.orders[order.order] = order
    account.last_order = order.order
    return (Accepted(event.at, account.id, order.order, order.frozen),)


def refusal_of(
    account: Account, event: OrderPlaced, market: MarketState, rules: Rules
) -> Refusal | None:
    """Return why an order would be refused, None if it would rest; nothing changes."""
    if event.order <= account.last_order:
        return Refusal(RefusalCode.DUPLICATE, {"order": event.order})
    if market.paused:
        return Refusal(RefusalCode.PAUSED)
    asked = request(account, event, market, rules)
    if asked is None:
        return Refusal(RefusalCode.UNKNOWN_INSTRUMENT, {"symbol": event.symbol})
    return next((found for check in CHECKS if (found := check(asked)) is not None), None)
