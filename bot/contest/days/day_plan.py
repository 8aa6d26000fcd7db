"""What a contest's market day needs next, decided from what is known and nothing else.

Whoever asks does the step and asks again. A step that was done is never due again, so a crash
between any two of them, or two processes at once, change nothing.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.calendar.exchange import ExchangeCalendar
from bot.contest.days.day_times import DayTimes, current_day, day_times
from bot.contest.events import Auction
from bot.contest.rules import FillModel, Rules
from bot.contest.states import ContestState


class Step(StrEnum):
    """One transaction, or one kind of them, in the life of a contest."""

    START = "start"
    OPEN = "open"
    HOLD_OPENING = "hold-opening"
    HOLD_CLOSING = "hold-closing"
    CLOSE = "close"
    SETTLE = "settle"
    FINISH = "finish"


HOLDS = {Auction.OPENING: Step.HOLD_OPENING, Auction.CLOSING: Step.HOLD_CLOSING}
AUCTION_OF = {step: auction for auction, step in HOLDS.items()}


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a contest stands, as the database knows it.

    `day`: the trading day that was opened last. `closed`: whether it is over; `settled`:
    whether it is ranked and sealed too. `auctions`: those held on it.
    """

    contest_id: int
    title: str
    state: ContestState
    rules: Rules
    day: date | None = None
    closed: bool = True
    settled: bool = True
    auctions: frozenset[Auction] = frozenset()


@dataclass(frozen=True, slots=True)
class Due:
    """A step and its day.

    `patience_over`: it is to be done with the prices that there are. `rows`: whether feeds
    still show this day's. `skipped`: trading days before it that can no longer be played
    because nothing ran.
    """

    step: Step
    day: date
    times: DayTimes | None = None
    patience_over: bool = False
    rows: bool = True
    skipped: tuple[date, ...] = ()


def next_step(at: Situation, calendar: ExchangeCalendar, now: datetime) -> Due | None:
    """Return what is due now; raise CalendarUncovered where nobody knows whether it trades."""
    if at.state is ContestState.OPEN:
        today = calendar.local_day(now)
        return Due(Step.START, at.rules.first_day) if today >= at.rules.first_day else None
    if at.state is not ContestState.RUNNING:
        return None
    if at.day is not None and not at.closed:
        return _during(at, at.day, calendar, now)
    if at.day is not None and not at.settled:
        return Due(Step.SETTLE, at.day)
    return _between(at, calendar, now)


def _during(at: Situation, day: date, calendar: ExchangeCalendar, now: datetime) -> Due | None:
    times = day_times(at.rules.market, day, calendar)
    rows = current_day(at.rules.market, calendar, now) == day
    if rows and at.rules.fill_model is FillModel.NEXT_AUCTION:
        for auction, since in times.settled.items():
            if auction not in at.auctions:
                over = not times.patient(since, now)
                return Due(HOLDS[auction], day, times, over) if now >= since else None
    if now < times.closes:
        return None
    return Due(Step.CLOSE, day, times, not (rows and times.patient(times.closes, now)), rows)


def _between(at: Situation, calendar: ExchangeCalendar, now: datetime) -> Due | None:
    """Return the day to open, or the end; days that were missed wholly are not made up."""
    rules = at.rules
    newest = current_day(rules.market, calendar, now)
    first = rules.first_day if at.day is None else calendar.next_trading_day(at.day)
    if at.day is not None and first > rules.last_day:
        over = at.day == rules.last_day or calendar.local_day(now) > rules.last_day
        return Due(Step.FINISH, at.day) if over else None
    day = min(newest, _last_trading(rules.last_day, calendar))
    if newest > rules.last_day and day < newest:
        missed = tuple(calendar.trading_days_between(first, day))
        return Due(Step.FINISH, at.day or rules.first_day, skipped=missed)
    if day < first:
        return None
    times = day_times(rules.market, day, calendar)
    skipped = tuple(d for d in calendar.trading_days_between(first, day) if d < day)
    return Due(Step.OPEN, day, times, now >= times.opens_latest, skipped=skipped)


def _last_trading(day: date, calendar: ExchangeCalendar) -> date:
    return day if calendar.is_trading_day(day) else calendar.previous_trading_day(day)


def in_session(times: DayTimes, now: datetime) -> bool:
    """Tell whether prices may move now: from the first orders to the last match."""
    return times.opens_from <= now < times.closes
