"""Trading days and sessions of one exchange: what is known, and an error for what is not.

The data files hold what exchanges have published. Past their end nothing is guessed:
`CalendarUncovered` is raised until an operator adds the next year's list.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.calendar.errors import (
    CalendarConflict,
    CalendarGap,
    CalendarUncovered,
    NotATradingDay,
    UnknownExchange,
)

EXCHANGES = ("XSHG", "XHKG", "XNYS")
ONE_DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True)
class Session:
    """One day's trading: aware UTC instants; `breaks` are (start, end) pairs, end exclusive."""

    day: date
    opens: datetime
    closes: datetime
    breaks: tuple[tuple[datetime, datetime], ...] = ()

    def is_open(self, at: datetime) -> bool:
        """Return whether continuous trading runs at `at`; the closing instant is shut."""
        if not self.opens <= at < self.closes:
            return False
        return not any(start <= at < end for start, end in self.breaks)


@dataclass(frozen=True)
class SessionHours:
    """A regular day's times on the exchange's own clock."""

    opens: time
    closes: time
    breaks: tuple[tuple[time, time], ...] = ()


@dataclass(frozen=True)
class HolidayYear:
    """A whole year's list as an operator gave it: weekdays not in `closed` trade."""

    year: int
    closed: frozenset[date]


@dataclass(frozen=True)
class ExchangeCalendar:
    """The trading days of `code` from `covered_from` to `covered_until`, both included."""

    code: str
    zone: ZoneInfo
    covered_from: date
    covered_until: date
    hours: SessionHours
    closed: frozenset[date]
    opened: frozenset[date]
    half_days: Mapping[date, time]
    source: str

    def is_covered(self, day: date) -> bool:
        """Return whether anything is known about `day`."""
        return self.covered_from <= day <= self.covered_until

    def coverage_left(self, today: date) -> int:
        """Return how many days after `today` are covered; negative past the end."""
        return (self.covered_until - today).days

    def is_trading_day(self, day: date) -> bool:
        """Return whether the exchange trades on `day`; raise CalendarUncovered if unknown."""
        self._require_covered(day)
        if day in self.opened:
            return True
        return day.weekday() < SATURDAY and day not in self.closed

    def next_trading_day(self, day: date) -> date:
        """Return the first trading day after `day`."""
        return self._step(day, ONE_DAY)

    def previous_trading_day(self, day: date) -> date:
        """Return the last trading day before `day`."""
        return self._step(day, -ONE_DAY)

    def trading_days_between(self, first: date, last: date) -> list[date]:
        """Return the trading days from `first` to `last`, both included; empty if reversed."""
        return list(self._trading_days(first, last))

    def count_trading_days(self, first: date, last: date) -> int:
        """Return how many trading days lie from `first` to `last`, both included."""
        return sum(1 for _ in self._trading_days(first, last))

    def is_half_day(self, day: date) -> bool:
        """Return whether `day` trades but closes early."""
        return self.is_trading_day(day) and day in self.half_days

    def session(self, day: date) -> Session:
        """Return the session of `day`; raise NotATradingDay where there is none."""
        if not self.is_trading_day(day):
            raise NotATradingDay(exchange=self.code, day=day)
        closes = self.half_days.get(day, self.hours.closes)
        # A half day that closes where the lunch break would begin has no break at all.
        breaks = tuple(
            (self._instant(day, start), self._instant(day, end))
            for start, end in self.hours.breaks
            if start < closes
        )
        return Session(
            day, self._instant(day, self.hours.opens), self._instant(day, closes), breaks
        )

    def local_day(self, at: datetime) -> date:
        """Return the exchange's own date at the aware instant `at`."""
        if at.tzinfo is None:
            raise ValueError(at)
        return at.astimezone(self.zone).date()

    def is_open(self, at: datetime) -> bool:
        """Return whether continuous trading runs at the aware instant `at`."""
        day = self.local_day(at)
        return self.is_trading_day(day) and self.session(day).is_open(at)

    def latest_session(self, at: datetime) -> Session:
        """Return the session that is running or was the last to open at the instant `at`."""
        day = self.local_day(at)
        if self.is_trading_day(day) and self.session(day).opens <= at:
            return self.session(day)
        return self.session(self.previous_trading_day(day))

    def with_overrides(
        self,
        *,
        closed: Iterable[date] = (),
        open: Iterable[date] = (),
        covered_until: date | None = None,
    ) -> "ExchangeCalendar":
        """Return a calendar in which the operator's word on these days wins.

        `covered_until` only ever lengthens the coverage: every later weekday then counts as
        a trading day unless it is among `closed`.
        """
        shut, trading = frozenset(closed), frozenset(open)
        for day in sorted(shut & trading):
            raise CalendarConflict(exchange=self.code, day=day)
        return replace(
            self,
            closed=(self.closed | shut) - trading,
            opened=(self.opened | trading) - shut,
            covered_until=max(self.covered_until, covered_until or self.covered_until),
        )

    def with_year(self, listed: HolidayYear) -> "ExchangeCalendar":
        """Return a calendar in which `listed` replaces all that was known of its year.

        Raise CalendarGap when days between the present coverage and that year would remain
        unknown: the years have to be added in order.
        """
        first, last = date(listed.year, 1, 1), date(listed.year, 12, 31)
        if first > self.covered_until + ONE_DAY or last < self.covered_from:
            expected = self.covered_until.year + (self.covered_until.month == 12)
            raise CalendarGap(exchange=self.code, year=listed.year, expected=expected)
        return replace(
            self,
            closed=frozenset(d for d in self.closed if d.year != listed.year) | listed.closed,
            opened=frozenset(d for d in self.opened if d.year != listed.year),
            covered_until=max(self.covered_until, last),
        )

    def _require_covered(self, day: date) -> None:
        if not self.is_covered(day):
            raise CalendarUncovered(
                exchange=self.code,
                day=day,
                covered_from=self.covered_from,
                covered_until=self.covered_until,
            )

    def _step(self, day: date, by: timedelta) -> date:
        day += by
        while not self.is_trading_day(day):
            day += by
        return day

    def _trading_days(self, first: date, last: date) -> Iterator[date]:
        day = first
        while day <= last:
            if self.is_trading_day(day):
                yield day
            day += ONE_DAY

    def _instant(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, self.zone).astimezone(UTC)


@cache
def load_calendar(code: str) -> ExchangeCalendar:
    """Return the shipped calendar of `code` (one of EXCHANGES), read once per process."""
    if code not in EXCHANGES:
        raise UnknownExchange(received=code, allowed=EXCHANGES)
    text = files("bot.calendar").joinpath(f"data/{code.lower()}.json").read_text("utf-8")
    return _from_json(json.loads(text))


def _from_json(raw: dict[str, object]) -> ExchangeCalendar:
    content: dict[str, str] = {k: v for k, v in raw.items() if isinstance(v, str)}
    closed, half_days, breaks = raw["closed"], raw["half_days"], raw["breaks"]
    if not (isinstance(closed, list) and isinstance(half_days, dict) and isinstance(breaks, list)):
        raise ValueError(content["exchange"])
    pauses = tuple((time.fromisoformat(start), time.fromisoformat(end)) for start, end in breaks)
    early = {date.fromisoformat(d): time.fromisoformat(at) for d, at in half_days.items()}
    return ExchangeCalendar(
        code=content["exchange"],
        zone=ZoneInfo(content["time_zone"]),
        covered_from=date.fromisoformat(content["covered_from"]),
        covered_until=date.fromisoformat(content["covered_until"]),
        hours=SessionHours(
            time.fromisoformat(content["opens"]), time.fromisoformat(content["closes"]), pauses
        ),
        closed=frozenset(date.fromisoformat(day) for day in closed),
        opened=frozenset(),
        half_days=MappingProxyType(early),
        source=content["source"],
    )
