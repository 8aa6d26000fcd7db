"""What the readers of all feeds share: checked numbers, names and instants out of a row.

Nobody promises these feeds, so a row counts only if everything that is read from it has the
expected shape; what has not is Unreadable with its reason.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import HUNDREDTH, Quote

LONGEST_NAME = 40
MAINLAND = "XSHG"
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,10})?")
_TIME = re.compile(r"(\d{4})([-/]?)(\d\d)\2(\d\d) ?(\d\d):?(\d\d):?(\d\d)", re.ASCII)


@dataclass(frozen=True)
class Parsed:
    """The rows that could be read, and why the others could not."""

    quotes: tuple[Quote, ...] = ()
    rejected: tuple[FeedProblem, ...] = ()


class Unreadable(Exception):
    """One row cannot be used."""

    def __init__(self, kind: ProblemKind, detail: str, reference: Decimal | None = None) -> None:
        super().__init__(kind, detail)
        self.kind, self.detail, self.reference = kind, detail, reference

    def as_problem(self, source: str, symbol: str | None) -> FeedProblem:
        """Return this as what `source` could not say of `symbol`."""
        return FeedProblem(self.kind, source, symbol, self.detail, self.reference)


def whole_body(kind: ProblemKind, source: str, detail: str) -> Parsed:
    """Return the answer to a body that cannot be used as a whole."""
    return Parsed((), (FeedProblem(kind, source, None, detail),))


def tidy(value: Decimal) -> Decimal:
    """Return `value` with two decimals, or more where it needs them: 10.120 becomes 10.12.

    Feeds write the same price in different lengths; recorded, it should look the same.
    """
    shortest = value.normalize()
    exponent = shortest.as_tuple().exponent
    needs_more = not isinstance(exponent, int) or exponent < -2
    return shortest if needs_more else shortest.quantize(HUNDREDTH)


def number(text: str) -> Decimal:
    """Return the decimal that `text` spells plainly; raise Unreadable otherwise."""
    if not _NUMBER.fullmatch(text):
        raise Unreadable(ProblemKind.MALFORMED, f"number {text[:20]}")
    return tidy(Decimal(text))


def positive(text: str) -> Decimal | None:
    """Return the number, or None for the blanks, zeros and -1 that stand for nothing."""
    if not _NUMBER.fullmatch(text):
        return None
    value = tidy(Decimal(text))
    return value if value > 0 else None


def whole(text: str, unit: int = 1) -> int | None:
    """Return a count of at least 1 in units of `unit`, or None for what stands for nothing."""
    value = positive(text)
    return None if value is None else int(value * unit) or None


def require_prices(last: Decimal, previous_close: Decimal) -> None:
    """Refuse a row without a price of today; halted shares show 0 beside a previous close."""
    if last == 0 and previous_close > 0:
        detail = f"previous close {previous_close}"
        raise Unreadable(ProblemKind.HALTED, detail, previous_close)
    if last <= 0:
        raise Unreadable(ProblemKind.ZERO, f"last {last}")
    if previous_close <= 0:
        raise Unreadable(ProblemKind.NO_PREVIOUS_CLOSE, f"previous close {previous_close}")


def clean_name(text: str) -> str:
    """Return `text` as one plain line; refuse an empty name or one with broken bytes."""
    kept = "".join(char for char in text if not unicodedata.category(char).startswith("C"))
    name = " ".join(kept.split())[:LONGEST_NAME]
    if not name or "\ufffd" in name:
        raise Unreadable(ProblemKind.MALFORMED, "name")
    return name


def instant(text: str, zone: ZoneInfo) -> datetime:
    """Return the UTC instant of a local time such as 20261120150003 or 2026/11/20 15:00:03."""
    found = _TIME.fullmatch(text)
    if found is None:
        raise Unreadable(ProblemKind.MALFORMED, f"time {text[:20]}")
    year, month, day, hour, minute, second = (int(found[n]) for n in (1, 3, 4, 5, 6, 7))
    try:
        local = datetime(year, month, day, hour, minute, second, tzinfo=zone)
        return local.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Unreadable(ProblemKind.MALFORMED, f"time {text[:20]}") from error
