"""The streak rule, alone: examples a person would name, then any calendar and any pattern."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendar.exchange import load_calendar
from bot.calendar.service import Community
from bot.checkin.streak import (
    MOST_FREEZES,
    TRADING_DAYS_PER_FREEZE,
    DayKind,
    StreakEvents,
    StreakState,
    advance,
    freezes_due,
    milestones_reached,
    repair,
    repair_closes,
)

SHANGHAI = load_calendar("XSHG")
COMMUNITY = Community(ZoneInfo("Asia/Shanghai"), time(4), "XSHG")
MONDAY = date(2026, 11, 16)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY, NEXT_MONDAY = (
    MONDAY + timedelta(days=n) for n in range(1, 8)
)
FIRST = date(2026, 1, 1)
MILESTONES = (5, 20, 60, 120)


@dataclass(frozen=True)
class Pattern:
    """A made-up calendar: T trades, R rests, ? is unknown; after its end all is unknown."""

    days: str

    def is_covered(self, day: date) -> bool:
        return self._at(day) != "?"

    def is_trading_day(self, day: date) -> bool:
        assert self.is_covered(day), "the rule asked about a day that nobody knows"
        return self._at(day) == "T"

    def _at(self, day: date) -> str:
        index = (day - FIRST).days
        return self.days[index] if 0 <= index < len(self.days) else "?"


def _day(index: int) -> date:
    return FIRST + timedelta(days=index)


def _after(days: Iterable[date], calendar=SHANGHAI, start=StreakState()) -> StreakState:  # noqa: B008
    state = start
    for day in days:
        state, _ = advance(state, day, calendar)
    return state


def _reached(events: StreakEvents) -> tuple[int, ...]:
    return milestones_reached(events.grew, MILESTONES)


def test_the_first_check_in_on_a_trading_day_starts_a_streak_of_one():
    state, events = advance(StreakState(), MONDAY, SHANGHAI)
    assert state == StreakState(length=1, best=1, last_day=MONDAY)
    assert events == StreakEvents(DayKind.TRADING, grew=(0, 1))


def test_a_weekend_neither_breaks_nor_lengthens():
    assert _after([THURSDAY, FRIDAY, NEXT_MONDAY]).length == 3
    assert _after([THURSDAY, FRIDAY, SATURDAY, SUNDAY, NEXT_MONDAY]).length == 3


def test_the_golden_week_does_not_break_a_streak():
    assert _after([date(2026, 9, 30), date(2026, 10, 8)]).length == 2


def test_a_weekday_holiday_is_a_day_without_trading():
    state, events = advance(_after([date(2026, 9, 30)]), date(2026, 10, 1), SHANGHAI)
    assert (state.length, events.kind) == (1, DayKind.RESTING)


def test_a_missed_trading_day_breaks_the_streak_and_names_the_day():
    state, events = advance(_after([MONDAY, TUESDAY]), THURSDAY, SHANGHAI)
    assert (state.length, state.best, state.lost_length, state.lost_day) == (1, 2, 2, WEDNESDAY)
    assert events.broke == WEDNESDAY


def test_two_missed_days_in_a_row_leave_nothing_to_repair():
    state, events = advance(_after([MONDAY, TUESDAY]), FRIDAY, SHANGHAI)
    assert (state.length, state.lost_length, state.lost_day) == (1, 0, None)
    assert events.broke is None


def test_a_check_in_on_saturday_shows_that_friday_was_missed():
    state, events = advance(_after([WEDNESDAY, THURSDAY]), SATURDAY, SHANGHAI)
    assert (state.length, state.lost_length, events.broke) == (0, 2, FRIDAY)


def test_a_freeze_saves_the_streak_over_one_missed_day():
    before = StreakState(length=12, best=12, last_day=TUESDAY, freezes=1)
    state, events = advance(before, THURSDAY, SHANGHAI)
    assert (state.length, state.freezes, events.frozen) == (13, 0, (WEDNESDAY,))
    assert events.broke is None


def test_after_the_last_freeze_a_missed_day_can_still_be_repaired():
    before = StreakState(length=12, best=12, last_day=TUESDAY, freezes=1)
    state, events = advance(before, FRIDAY, SHANGHAI)
    assert (events.frozen, events.broke) == ((WEDNESDAY,), THURSDAY)
    assert repair(state, THURSDAY)[0].length == 14


def test_every_tenth_trading_day_earns_a_freeze_and_two_are_the_most():
    state, held = StreakState(), []
    for day in SHANGHAI.trading_days_between(date(2026, 1, 5), date(2026, 4, 30))[:40]:
        state, _ = advance(state, day, SHANGHAI)
        held.append(state.freezes)
    assert (held[8], held[9], held[18], held[19], held[29], held[39]) == (0, 1, 1, 2, 2, 2)


def test_milestones_come_at_5_20_60_and_120_trading_days():
    state, reached = StreakState(), {}
    for day in SHANGHAI.trading_days_between(date(2026, 1, 5), date(2026, 12, 31)):
        state, events = advance(state, day, SHANGHAI)
        for milestone in _reached(events):
            reached[state.length] = milestone
    assert reached == {length: length for length in MILESTONES}


def test_beyond_the_known_calendar_the_streak_stands_still():
    last = date(2026, 12, 31)
    before = _after([last])
    state, events = advance(before, date(2027, 1, 4), SHANGHAI)
    assert state == replace(before, last_day=date(2027, 1, 4))
    assert events == StreakEvents(DayKind.UNKNOWN)


def test_unknown_days_between_two_check_ins_are_not_held_against_anybody():
    calendar = Pattern("TT??????T")
    assert _after([_day(0), _day(1), _day(8)], calendar).length == 3


def test_a_known_missed_day_counts_even_when_today_is_unknown():
    calendar = Pattern("TTT?")
    state, events = advance(_after([_day(0), _day(1)], calendar), _day(3), calendar)
    assert (state.length, state.lost_length, events.broke) == (0, 2, _day(2))


def test_a_repair_reaches_the_milestone_that_the_missed_day_would_have_reached():
    before = StreakState(length=4, best=4, last_day=TUESDAY)
    broken, _ = advance(before, THURSDAY, SHANGHAI)
    state, events = repair(broken, WEDNESDAY)
    assert (state.length, _reached(events)) == (6, (5,))


def test_a_repair_does_not_pay_a_milestone_of_the_broken_streak_again():
    before = StreakState(length=5, best=5, last_day=TUESDAY)
    broken, _ = advance(before, THURSDAY, SHANGHAI)
    assert _reached(repair(broken, WEDNESDAY)[1]) == ()


def test_only_the_day_that_broke_the_streak_can_be_repaired_and_only_once():
    broken = _after([MONDAY, TUESDAY, THURSDAY])
    assert repair(broken, MONDAY) == (broken, StreakEvents())
    whole, _ = repair(broken, WEDNESDAY)
    assert repair(whole, WEDNESDAY) == (whole, StreakEvents())


def test_a_missed_day_can_be_repaired_for_24_hours_after_its_end():
    broken = _after([MONDAY, TUESDAY, THURSDAY])
    assert broken.lost_day is not None
    closes = repair_closes(COMMUNITY.ends(broken.lost_day))
    assert closes == datetime(2026, 11, 19, 20, tzinfo=UTC)


def _calendar(letters: str, least: int) -> st.SearchStrategy[Pattern]:
    """Draw a calendar in which each letter is as frequent as it is in `letters`."""
    raw = st.binary(min_size=least, max_size=160)
    return raw.map(lambda b: Pattern("".join(letters[each % len(letters)] for each in b)))


@st.composite
def histories(draw: st.DrawFn) -> tuple[Pattern, list[date]]:
    """Draw a calendar and the days with a check-in: from seldom to nearly always."""
    calendar = draw(_calendar("TTTTR?R", 1) | _calendar("TTTTTTR", 60))
    missed_one_in = draw(st.sampled_from([2, 4, 12, 40]))
    kept = draw(st.binary(min_size=60, max_size=160))
    return calendar, [_day(n) for n, each in enumerate(kept) if each % missed_one_in]


def _reference(calendar: Pattern, days: list[date]) -> dict[str, object]:
    """Tell the same story another way: read the history as text, one letter a calendar day.

    `+` a trading day with a check-in, `-` one without, everything else is dropped. Then replay
    the text with two counters.
    """
    if not days:
        return {"length": 0, "best": 0, "freezes": 0, "lost": (0, None)}
    checked = set(days)
    story = []
    for index in range((days[0] - FIRST).days, (days[-1] - FIRST).days + 1):
        day = _day(index)
        if index < len(calendar.days) and calendar.days[index] == "T":
            story.append(("+" if day in checked else "-", day))
    run, best, freezes, lost = 0, 0, 0, (0, None)
    for letter, day in story:
        if letter == "+":
            run += 1
            best = max(best, run)
            freezes += 1 if run % 10 == 0 and freezes < 2 else 0
        elif run and freezes:
            freezes -= 1
        elif run:
            lost, run = (run, day), 0
        else:
            lost = (0, None)
    return {"length": run, "best": best, "freezes": freezes, "lost": lost}


@given(histories())
def test_the_rule_agrees_with_a_day_by_day_reference(history):
    calendar, days = history
    state = _after(days, calendar)
    assert _reference(calendar, days) == {
        "length": state.length,
        "best": state.best,
        "freezes": state.freezes,
        "lost": (state.lost_length, state.lost_day),
    }


def _missed_between(first: date, last: date, calendar: Pattern) -> bool:
    gap = range((first - FIRST).days + 1, (last - FIRST).days)
    return "T" in (calendar.days[n] for n in gap if n < len(calendar.days))


@given(histories())
def test_only_trading_days_count_and_only_missed_ones_take_away(history):
    calendar, days = history
    state = StreakState()
    for day in days:
        before = state
        state, events = advance(before, day, calendar)
        assert 0 <= state.freezes <= MOST_FREEZES
        assert state.best >= max(before.best, state.length)
        if events.kind is not DayKind.TRADING:
            assert state.length in {0, before.length}
        if not _missed_between(before.last_day or day, day, calendar):
            grown = 1 if events.kind is DayKind.TRADING else 0
            assert state.length == before.length + grown


@given(histories(), st.data())
def test_a_replayed_check_in_changes_nothing(history, data):
    calendar, days = history
    state = _after(days, calendar)
    for day in data.draw(st.lists(st.sampled_from(days), max_size=5)) if days else []:
        assert advance(state, day, calendar) == (state, StreakEvents())


@given(histories())
def test_a_repair_leaves_the_streak_as_if_the_day_had_been_kept(history):
    calendar, days = history
    state = StreakState()
    for day in days:
        before = state
        state, events = advance(before, day, calendar)
        if events.broke is None or events.frozen:
            continue
        kept = _after([events.broke, day], calendar, before)
        repaired, gained = repair(state, events.broke)
        assert repaired == replace(kept, lost_length=0, lost_day=None)
        assert set(_reached(gained)) <= {m for m in MILESTONES if m > before.length}


@given(histories())
def test_no_run_pays_a_milestone_twice_even_when_it_is_repaired(history):
    calendar, days = history
    state, paid = StreakState(), []
    for day in days:
        state, events = advance(state, day, calendar)
        if events.broke is None and state.length <= 1 and not state.lost_length:
            paid = []
        paid += _reached(events)
        if events.broke is not None:
            state, gained = repair(state, events.broke)
            paid += _reached(gained)
        assert len(paid) == len(set(paid))


@pytest.mark.parametrize("length", [9, 19])
def test_a_repair_earns_the_freeze_that_the_missed_day_would_have_earned(length):
    before = StreakState(length=length, best=length, last_day=TUESDAY)
    broken, _ = advance(before, THURSDAY, SHANGHAI)
    state, events = repair(broken, WEDNESDAY)
    assert (state.freezes, freezes_due(events.grew)) == (1, 1)
    assert length + 1 == TRADING_DAYS_PER_FREEZE * ((length + 1) // TRADING_DAYS_PER_FREEZE)
