"""Whether two sources tell the same about a symbol."""

from datetime import timedelta
from decimal import Decimal

from bot.calendar.exchange import load_calendar
from bot.market.problems import ProblemKind
from bot.market.quote import Quote
from bot.market.symbols import calendar_of

SAME_MINUTE = timedelta(minutes=1)
FARTHEST_APART = Decimal("0.02")  # of the second price
_CENT, _TENTH_OF_A_CENT = Decimal("0.01"), Decimal("0.001")
_SMALL_HONG_KONG_PRICE = Decimal("0.25")  # up to here the tick is a tenth of a cent


def disagreement(first: Quote, second: Quote) -> ProblemKind | None:
    """Return how two quotes of one symbol contradict each other, or None if they do not.

    Previous closes of the same day that differ by more than a tick mean that one source has
    taken a corporate action into account and the other has not. Prices count only where both
    are of the same minute: a delayed source is not a wrong one.
    """
    if first.symbol != second.symbol:
        raise ValueError((first.symbol, second.symbol))
    calendar = load_calendar(calendar_of(first.symbol))
    if calendar.local_day(first.at) != calendar.local_day(second.at):
        return None
    if abs(first.previous_close - second.previous_close) > _tick(first):
        return ProblemKind.CORPORATE_ACTION
    if abs(first.at - second.at) > SAME_MINUTE:
        return None
    is_far = abs(first.last - second.last) > second.last * FARTHEST_APART
    return ProblemKind.DISAGREE if is_far else None


def _tick(quote: Quote) -> Decimal:
    is_small = quote.symbol.startswith("hk") and quote.previous_close <= _SMALL_HONG_KONG_PRICE
    return _TENTH_OF_A_CENT if is_small else _CENT
