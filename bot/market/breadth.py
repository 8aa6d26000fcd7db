"""Counting a whole market: how many shares rose, fell, stood still or stand at their limits.

A count of a part of the market is a wrong figure, so whatever keeps a row from being counted
for what it is keeps the whole count from being given, with the reason.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from bot.market.eastmoney_scan import ShareRow
from bot.market.feed_rows import MAINLAND
from bot.market.overview import Breadth
from bot.market.problems import FeedProblem, ProblemKind

MOST_OF_OTHER_DAYS = Decimal("0.01")
"""The part of all rows with a price that may be of an earlier day: shares that did not trade."""
MOST_BEYOND_LIMITS = Decimal("0.01")
"""The part beyond its limits by our rules: first days after a listing or a long halt. Where
there are more, the rules here are older than those of the exchanges."""
REACHED_BY = Decimal("0.9")
"""The part of the rows that have to be as new as the time that the count is given."""
BREADTH = "breadth"

Limits = tuple[Decimal, Decimal]
LimitsOf = Callable[[str, str, Decimal, date], Limits | None]
"""The day's lowest and highest price by symbol, name, previous close and day; None: no limit."""


@dataclass(slots=True)
class _Counts:
    rose: int = 0
    fell: int = 0
    level: int = 0
    limit_up: int = 0
    limit_down: int = 0
    beyond: int = 0

    @property
    def counted(self) -> int:
        return self.rose + self.fell + self.level


def count_breadth(
    rows: Collection[ShareRow], total: int, day: date, limits_of: LimitsOf, source: str
) -> tuple[Breadth | None, tuple[FeedProblem, ...]]:
    """Return the breadth of `day` from the rows of all pages, or the reason why there is none.

    `total` is how many shares the list says that it has. Shares at their limits are told by
    the day's limits of each share; where too many prices lie beyond them, the limits are not
    counted and the problem says so.
    """
    distinct = {row.symbol: row for row in rows}
    if len(distinct) != total:
        return None, (_problem(ProblemKind.CUT_ROW, source, f"{len(distinct)} of {total} rows"),)
    priced = [row for row in distinct.values() if row.last is not None]
    today = [row for row in priced if row.day == day]
    others = len(priced) - len(today)
    if not today or others > MOST_OF_OTHER_DAYS * len(priced):
        kind = ProblemKind.STALE if priced else ProblemKind.EMPTY
        return None, (_problem(kind, source, f"{others} of {len(priced)} not of {day}"),)
    counts = _Counts()
    for row in today:
        _count(counts, row, limits_of)
    believed = counts.beyond <= MOST_BEYOND_LIMITS * counts.counted
    breadth = Breadth(
        market=MAINLAND,
        rose=counts.rose,
        fell=counts.fell,
        level=counts.level,
        limit_up=counts.limit_up if believed else None,
        limit_down=counts.limit_down if believed else None,
        at=_reached(today),
        source=source,
    )
    if believed:
        return breadth, ()
    detail = f"{counts.beyond} of {counts.counted} beyond their limits"
    return breadth, (_problem(ProblemKind.OUTSIDE_LIMITS, source, detail),)


def _count(counts: _Counts, row: ShareRow, limits_of: LimitsOf) -> None:
    last = row.last or Decimal(0)
    counts.rose += last > row.previous_close
    counts.fell += last < row.previous_close
    counts.level += last == row.previous_close
    limits = limits_of(row.symbol, row.name, row.previous_close, row.day)
    if limits is None:
        return
    lowest, highest = limits
    counts.limit_up += last == highest
    counts.limit_down += last == lowest
    counts.beyond += not lowest <= last <= highest


def _reached(rows: Sequence[ShareRow]) -> datetime:
    """Return the time that nearly all rows have reached: a count is as old as its old rows."""
    times = sorted((row.at for row in rows), reverse=True)
    return times[int(REACHED_BY * (len(times) - 1))]


def _problem(kind: ProblemKind, source: str, detail: str) -> FeedProblem:
    return FeedProblem(kind, source, BREADTH, detail)
