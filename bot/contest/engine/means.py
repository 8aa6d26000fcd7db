"""Whether an account can carry an order: shares to sell, cash to buy, room under the cap."""

from decimal import Decimal

from bot.contest.engine.charging import to_freeze
from bot.contest.engine.money import worth
from bot.contest.engine.request import Request, resting
from bot.contest.engine.valuing import equity_of
from bot.contest.events import Side
from bot.contest.outcomes import Refusal, RefusalCode
from bot.contest.rulebook.fees import most_affordable
from bot.contest.rulebook.lots import round_down


def sellable(asked: Request) -> Refusal | None:
    """Refuse to sell more than T+1 and open sales leave."""
    wanted = asked.order.quantity
    if asked.buys or wanted <= asked.sellable:
        return None
    fields = {
        "quantity": wanted,
        "sellable": asked.sellable,
        "held": asked.held.quantity,
        "open_sells": asked.account.on_sale(asked.order.symbol),
    }
    return Refusal(RefusalCode.INSUFFICIENT_SELLABLE, fields)


def cash(asked: Request) -> Refusal | None:
    """Refuse to buy what the free cash cannot pay, fees included."""
    if not asked.buys:
        return None
    needed = to_freeze(resting(asked), asked.dated, asked.rules)
    available = asked.account.available
    if needed <= available:
        return None
    fields = {"needed": needed, "available": available, "most": most(asked)}
    return Refusal(RefusalCode.INSUFFICIENT_CASH, fields)


def cap(asked: Request) -> Refusal | None:
    """Refuse to buy one name beyond its share of the equity, open purchases included."""
    if not asked.buys or worth(asked.price, asked.order.quantity) <= _room(asked):
        return None
    fields = {"cap": asked.rules.single_name_cap, "most": most(asked)}
    return Refusal(RefusalCode.OVER_CAP, fields)


def most(asked: Request) -> int:
    """Return the largest quantity that this order could be for, 0 if there is none.

    For a purchase both the cash and the cap allow it, so that nobody is refused twice.
    """
    market_order = asked.order.limit is None
    instrument = asked.terms.instrument
    if not asked.buys:
        return round_down(
            instrument, Side.SELL, asked.sellable, market_order=market_order, day=asked.dated
        )
    affordable = most_affordable(
        instrument,
        asked.bound,
        asked.account.available,
        asked.dated,
        rate=asked.rules.commission_rate,
        minimum=asked.rules.commission_minimum,
        market_order=market_order,
    )
    fitting = int(max(_room(asked), Decimal(0)) // asked.price)
    return min(affordable, round_down(instrument, Side.BUY, fitting, day=asked.dated))


def _room(asked: Request) -> Decimal:
    """Return for how much more of the name the cap leaves room."""
    symbol, last = asked.order.symbol, asked.market.price
    ordered = sum(
        (
            worth(last(symbol) if order.limit is None else order.limit, order.open)
            for order in asked.account.orders.values()
            if order.symbol == symbol and order.side is Side.BUY
        ),
        Decimal(0),
    )
    equity = equity_of(asked.account, last)
    owned = worth(last(symbol), asked.held.quantity)
    return asked.rules.single_name_cap * equity - owned - ordered
