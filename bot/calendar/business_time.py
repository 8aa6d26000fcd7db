"""Business time: how many minutes the expert desk works between two instants, and the way back.

The desk works in its hours on the trading days of the community's exchange. A half day ends
with its early close, holidays have no hours, and an instant at which the clock was stopped
does not count. Everything is reckoned on instants, so a changed clock adds or takes no minute.
Past the end of the calendar nothing is guessed: CalendarUncovered is raised.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.calendar.errors import ClockStopped
from bot.calendar.exchange import ONE_DAY, Session

Window = tuple[datetime, datetime]
"""A span of aware instants, its end excluded."""

SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")
NOTHING = timedelta(0)


class TradingDays(Protocol):
    """What is asked of an exchange's calendar; each raises CalendarUncovered past its end."""

    def is_trading_day(self, day: date) -> bool:
        """Tell whether the exchange trades on a day."""

    def is_half_day(self, day: date) -> bool:
        """Tell whether a day trades but closes early."""

    def session(self, day: date) -> Session:
        """Return a trading day's session."""


@dataclass(frozen=True, slots=True)
class DeskHours:
    """The hours of a working day on the wall clock of `zone`: in order, without overlap."""

    spans: tuple[tuple[time, time], ...]
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Stop:
    """A span in which the clock stood still; without an `end` it still does."""

    start: datetime
    end: datetime | None = None


def read_spans(texts: Sequence[str]) -> tuple[tuple[time, time], ...]:
    """Read hours such as `09:00-11:30`; raise ValueError unless they are in order."""
    spans = []
    for text in texts:
        found = SPAN.fullmatch(text)
        if found is None:
            raise ValueError(text)
        hour, minute, to_hour, to_minute = (int(part) for part in found.groups())
        spans.append((time(hour, minute), time(to_hour, to_minute)))
    in_order = all(start < end for start, end in spans)
    apart = all(before[1] <= after[0] for before, after in pairwise(spans))
    if not (spans and in_order and apart):
        raise ValueError(texts)
    return tuple(spans)


def add(
    start: datetime,
    minutes: int,
    hours: DeskHours,
    calendar: TradingDays,
    stops: Sequence[Stop] = (),
) -> datetime:
    """Return when `minutes` of the desk's time will have passed since `start`: see `add_time`."""
    return add_time(start, timedelta(minutes=minutes), hours, calendar, stops)


def add_time(
    start: datetime,
    span: timedelta,
    hours: DeskHours,
    calendar: TradingDays,
    stops: Sequence[Stop] = (),
) -> datetime:
    """Return when `span` of the desk's time will have passed since `start`, in UTC.

    What falls on the end of the desk's hours is that end, not when they next begin. Raise
    CalendarUncovered where the calendar ends before that, ClockStopped while the clock stands.
    """
    left, start = span, start.astimezone(UTC)
    if left <= NOTHING:
        return start
    standing = next((stop.start for stop in stops if stop.end is None), None)
    for opens, closes in _windows(start, hours, calendar, stops):
        if standing is not None and closes > standing:
            raise ClockStopped(since=standing)
        if closes - opens >= left:
            return opens + left
        left -= closes - opens
    raise AssertionError("unreachable")


def between(
    start: datetime,
    end: datetime,
    hours: DeskHours,
    calendar: TradingDays,
    stops: Sequence[Stop] = (),
) -> timedelta:
    """Return how much of the desk's time lies from `start` to `end`; none if reversed."""
    passed = NOTHING
    if end <= start:
        return passed
    closed = [Stop(stop.start, stop.end or end) for stop in stops]
    last = _local_day(end, hours)
    for opens, closes in _windows(start.astimezone(UTC), hours, calendar, closed, last):
        passed += max(min(closes, end) - opens, NOTHING)
    return passed


def is_open(at: datetime, hours: DeskHours, calendar: TradingDays) -> bool:
    """Tell whether the desk works at an instant; raise CalendarUncovered if unknown."""
    day = _local_day(at, hours)
    return any(opens <= at < closes for opens, closes in day_windows(day, hours, calendar))


def day_windows(day: date, hours: DeskHours, calendar: TradingDays) -> tuple[Window, ...]:
    """Return the desk's spans on a day: none on a holiday, cut off at a half day's close."""
    if not calendar.is_trading_day(day):
        return ()
    latest = calendar.session(day).closes if calendar.is_half_day(day) else None
    found = []
    for first, last in hours.spans:
        opens, closes = _instant(day, first, hours), _instant(day, last, hours)
        closes = min(closes, latest) if latest is not None else closes
        if opens < closes:
            found.append((opens, closes))
    return tuple(found)


def _windows(
    start: datetime,
    hours: DeskHours,
    calendar: TradingDays,
    stops: Sequence[Stop],
    last: date = date.max,
) -> Iterator[Window]:
    """Yield what is left of the desk's spans from `start` on, without the finished stops."""
    day = _local_day(start, hours)
    finished = sorted((stop.start, stop.end) for stop in stops if stop.end is not None)
    while day <= last:
        for opens, closes in day_windows(day, hours, calendar):
            if closes > start:
                yield from _without(finished, (max(opens, start), closes))
        day += ONE_DAY


def _without(stops: Sequence[Window], window: Window) -> Iterator[Window]:
    """Yield the parts of a window in which no stop lies."""
    opens, closes = window
    for start, end in stops:
        if end <= opens or start >= closes:
            continue
        if start > opens:
            yield opens, start
        opens = max(opens, end)
        if opens >= closes:
            return
    yield opens, closes


def _local_day(at: datetime, hours: DeskHours) -> date:
    return at.astimezone(hours.zone).date()


def _instant(day: date, at: time, hours: DeskHours) -> datetime:
    return datetime.combine(day, at, hours.zone).astimezone(UTC)
