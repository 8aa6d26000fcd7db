"""Why a quote may not be printed, however it came in: the last look before a brief."""

from dataclasses import fields
from decimal import Decimal

from bot.briefs.binding import unbound_numbers
from bot.briefs.dropped import DropReason
from bot.briefs.material import Material
from bot.market.problems import ProblemKind
from bot.market.quote import Quote, vet

LARGEST_MOVE = Decimal(25)
"""In percent: more than any index that briefs show moves in a day; a wrong row does."""
CLOSE_TOLERANCE = Decimal("0.50")  # percent between a feed's previous close and our record
NAMELESS = frozenset({" ", ""})


def quote_fault(quote: Quote, name: str, material: Material) -> DropReason | ProblemKind | None:
    """Return why `quote` must not be printed as of the material's `now`, if there is a reason.

    The desk has vetted it when it came; drafts wait, though, and what was fresh at their
    writing need not be so when they are written again.
    """
    numbers = [value for f in fields(quote) if isinstance(value := getattr(quote, f.name), Decimal)]
    if not all(number.is_finite() for number in numbers):
        return ProblemKind.MALFORMED
    _, problems = vet({quote.symbol: quote}, material.now, lambda code: material.calendars[code])
    if problems:
        return problems[0].kind
    if abs(quote.change_percent) > LARGEST_MOVE or not _is_ordered(quote):
        return DropReason.IMPLAUSIBLE
    if _contradicts_record(quote, material):
        return ProblemKind.DISAGREE
    return DropReason.UNBOUND if name in NAMELESS or unbound_numbers(name, ()) else None


def _is_ordered(quote: Quote) -> bool:
    """Tell whether high and low enclose the day's other prices, where the feed names them."""
    inside = [quote.last, *([quote.open] if quote.open else [])]
    if quote.high is not None and any(price > quote.high for price in inside):
        return False
    return quote.low is None or all(price >= quote.low for price in inside)


def _contradicts_record(quote: Quote, material: Material) -> bool:
    """Tell whether the feed's previous close is not the close that we recorded ourselves.

    An index has no ex dates: another reference is a wrong row, and its change a wrong figure.
    """
    close = material.closes.get(quote.symbol)
    if not close:
        return False
    return abs(quote.previous_close - close) * 100 / close > CLOSE_TOLERANCE
