"""The streak: how many trading days in a row somebody checked in.

The rule lives through every day between two check-ins, one after another:

- a trading day with a check-in lengthens the streak by one;
- a trading day without one costs a freeze if one is held, else it breaks the streak;
- a day without trading does nothing at all, whether somebody checks in or not;
- a day that no calendar covers does nothing either: nothing is guessed.

A freeze is earned with every tenth trading day of a streak, and at most two are held. The one
missed day that broke a streak can be repaired, as if there had been a check-in on it. The
lengths at which a streak earns a bonus, and the bonuses, stand in `bot/points/economy.toml`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

TRADING_DAYS_PER_FREEZE = 10
MOST_FREEZES = 2

REPAIR_WINDOW = timedelta(hours=24)
"""How long after the end of the missed day it can be repaired."""

ONE_DAY = timedelta(days=1)


class Calendar(Protocol):
    """What the rule needs of an exchange's calendar."""

    def is_covered(self, day: date) -> bool:
        """Return whether anything is known about `day`."""

    def is_trading_day(self, day: date) -> bool:
        """Return whether the exchange trades on a covered `day`."""


class DayKind(StrEnum):
    """What a day means for a streak."""

    TRADING = "trading"
    RESTING = "resting"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class StreakState:
    """Where a streak stands after `last_day`, the last day with a check-in.

    `lost_length` and `lost_day`: the streak that a missed day broke, and that day, while no
    other trading day was missed since.
    """

    length: int = 0
    best: int = 0
    last_day: date | None = None
    freezes: int = 0
    lost_length: int = 0
    lost_day: date | None = None


@dataclass(frozen=True, slots=True)
class StreakEvents:
    """What happened on the way from one state to the next.

    `kind` is nothing when the day had been counted before. `frozen`: missed days that a freeze
    each took on itself. `broke`: the missed day that ended the streak, if it is still the only
    one. `grew`: the streak's length before and after this day.
    """

    kind: DayKind | None = None
    frozen: tuple[date, ...] = ()
    broke: date | None = None
    grew: tuple[int, int] = (0, 0)


def kind_of(calendar: Calendar, day: date) -> DayKind:
    """Return what `day` means for a streak."""
    if not calendar.is_covered(day):
        return DayKind.UNKNOWN
    return DayKind.TRADING if calendar.is_trading_day(day) else DayKind.RESTING


def advance(state: StreakState, day: date, calendar: Calendar) -> tuple[StreakState, StreakEvents]:
    """Return where the streak stands after a check-in on `day`, and what happened.

    A day that is not after the last one changes nothing, so a check-in may be replayed.
    """
    if state.last_day is not None and day <= state.last_day:
        return state, StreakEvents()
    settled, frozen = _live_through(state, day, calendar)
    settled = replace(settled, last_day=day)
    broke = settled.lost_day if settled.lost_day != state.lost_day else None
    kind = kind_of(calendar, day)
    if kind is not DayKind.TRADING:
        return settled, StreakEvents(kind, frozen, broke)
    grew = (settled.length, settled.length + 1)
    return _lengthen(settled, grew), StreakEvents(kind, frozen, broke, grew)


def repair(state: StreakState, day: date) -> tuple[StreakState, StreakEvents]:
    """Return the streak as it would stand had there been a check-in on the missed `day`.

    It grows on from where it broke, so the milestones that it had reached by then are not
    reached again. Any other day than the one that broke it does nothing.
    """
    if not state.lost_length or state.lost_day != day:
        return state, StreakEvents()
    grew = (state.lost_length, state.lost_length + 1 + state.length)
    whole = replace(state, lost_length=0, lost_day=None)
    return _lengthen(whole, grew), StreakEvents(grew=grew)


def repair_closes(missed_day_ended: datetime) -> datetime:
    """Return the instant from which a missed day can no longer be repaired."""
    return missed_day_ended + REPAIR_WINDOW


def milestones_reached(grew: tuple[int, int], milestones: Iterable[int]) -> tuple[int, ...]:
    """Return those of `milestones` (lengths) that a streak reaches while it grows."""
    before, after = grew
    return tuple(length for length in milestones if before < length <= after)


def freezes_due(grew: tuple[int, int]) -> int:
    """Return how many freezes a streak earns while it grows, held or full as it may be."""
    before, after = grew
    return after // TRADING_DAYS_PER_FREEZE - before // TRADING_DAYS_PER_FREEZE


def _live_through(
    state: StreakState, until: date, calendar: Calendar
) -> tuple[StreakState, tuple[date, ...]]:
    """Settle the trading days that were missed before `until`, each as it would have ended."""
    frozen: list[date] = []
    for missed in _missed(state, until, calendar):
        if not state.length:
            # A second missed day in a row: what was lost is out of reach, and so is the rest.
            return replace(state, lost_length=0, lost_day=None), tuple(frozen)
        if state.freezes:
            state = replace(state, freezes=state.freezes - 1)
            frozen.append(missed)
        else:
            state = replace(state, length=0, lost_length=state.length, lost_day=missed)
    return state, tuple(frozen)


def _missed(state: StreakState, until: date, calendar: Calendar) -> Iterator[date]:
    day = (state.last_day or until) + ONE_DAY
    while day < until:
        if kind_of(calendar, day) is DayKind.TRADING:
            yield day
        day += ONE_DAY


def _lengthen(state: StreakState, grew: tuple[int, int]) -> StreakState:
    return replace(
        state,
        length=grew[1],
        best=max(state.best, grew[1]),
        freezes=min(MOST_FREEZES, state.freezes + freezes_due(grew)),
    )
