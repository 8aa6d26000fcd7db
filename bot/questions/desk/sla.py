"""What the desk promises in its own business time, and when it reminds of a promise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.calendar.business_time import DeskHours, Stop, TradingDays, add_time, between
from bot.calendar.errors import CalendarUncovered, ClockStopped
from bot.members.tiers import Tier
from bot.questions.promise import Promise

LEAST_BEFORE_END = timedelta(minutes=3)


class Mark(StrEnum):
    """A moment on a promise's clock, in their order; OWNERS: as late again as was promised."""

    HALF = "half"
    END = "end"
    MISSED = "missed"
    OWNERS = "owners"


@dataclass(frozen=True, slots=True)
class Terms:
    """The desk's hours, and the minutes of them within which each tier is answered.

    Both are settings: DESK_HOURS and DESK_PROMISES.
    """

    hours: DeskHours
    minutes: Mapping[Tier, int]

    def span(self, tier: Tier | None) -> timedelta:
        """Return within how much of the desk's time a tier is answered; of no tier: newbies'."""
        return timedelta(minutes=self.minutes[tier or Tier.NEWBIE])


@dataclass(frozen=True, slots=True)
class Clock:
    """Business time as it is now: hours, trading days, and the stops of every promise."""

    hours: DeskHours
    calendar: TradingDays
    stops: Sequence[Stop] = ()

    @property
    def stands(self) -> bool:
        """Tell whether the clock of every promise stands still."""
        return any(stop.end is None for stop in self.stops)

    def after(self, start: datetime, span: timedelta) -> datetime:
        """Return when `span` of business time will have passed since `start`."""
        return add_time(start, span, self.hours, self.calendar, self.stops)

    def passed(self, start: datetime, end: datetime) -> timedelta:
        """Return how much business time passed from `start` to `end`."""
        return between(start, end, self.hours, self.calendar, self.stops)


def promise(since: datetime, span: timedelta, clock: Clock) -> Promise:
    """Promise an answer within `span`; no instant where it would have to be guessed."""
    try:
        return Promise(clock.after(since, span))
    except CalendarUncovered:
        return Promise(None)
    except ClockStopped:
        return Promise(None, stopped=True)


def mark_times(
    since: datetime, span: timedelta, stopped: timedelta, clock: Clock
) -> Mapping[Mark, datetime]:
    """Return when each mark of a promise is reached; `stopped` stands before all of them.

    The second reminder leaves a tenth of the time, three minutes at least. Marks beyond the
    calendar's end, or beyond a stop that lasts, are left out.
    """
    last = max(span / 10, LEAST_BEFORE_END)
    spans = {
        Mark.HALF: span / 2,
        Mark.END: max(span - last, span / 2),
        Mark.MISSED: span,
        Mark.OWNERS: 2 * span,
    }
    found = {mark: promise(since, stopped + each, clock).answer_by for mark, each in spans.items()}
    return {mark: at for mark, at in found.items() if at is not None}
