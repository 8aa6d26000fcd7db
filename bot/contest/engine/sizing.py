"""Whether an order has a possible quantity and price: size, lot, tick, the day's limits."""

from decimal import Decimal

from bot.contest.engine.request import Request
from bot.contest.outcomes import Refusal, RefusalCode
from bot.contest.rulebook import lots, ticks

# More than any share costs and any order holds: beyond, arithmetic itself would round.
MOST_SHARES = 1_000_000_000
MOST_PRICE = Decimal(10_000_000)


def quantity(asked: Request) -> Refusal | None:
    """Refuse a quantity that is no positive number of lots, or too large."""
    wanted = asked.order.quantity
    if wanted > MOST_SHARES:
        return Refusal(RefusalCode.TOO_LARGE, {"quantity": wanted, "most": MOST_SHARES})
    return lots.check_quantity(
        asked.terms.instrument,
        asked.order.side,
        wanted,
        held=asked.held.quantity,
        sellable=asked.sellable,
        market_order=asked.order.limit is None,
        day=asked.dated,
    )


def price(asked: Request) -> Refusal | None:
    """Refuse a limit that is off the grid or, for an order of today, outside the limits."""
    limit, terms = asked.order.limit, asked.terms
    if limit is None:
        return None
    lower, upper = (terms.lower, terms.upper) if asked.day is not None else (None, None)
    if limit > (MOST_PRICE if upper is None else upper) or (lower is not None and limit < lower):
        fields = {"price": limit, "lower": lower, "upper": MOST_PRICE if upper is None else upper}
        return Refusal(RefusalCode.OUTSIDE_LIMIT, fields)
    return ticks.check_price(terms.instrument.board, limit, asked.dated)
