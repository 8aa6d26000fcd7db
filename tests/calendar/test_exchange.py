from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendar.errors import (
    CalendarConflict,
    CalendarGap,
    CalendarUncovered,
    NotATradingDay,
    UnknownExchange,
)
from bot.calendar.exchange import HolidayYear, load_calendar

SHANGHAI = load_calendar("XSHG")
FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2026, 11, n) for n in (20, 21, 22, 23))
covered = st.dates(date(2024, 1, 10), date(2026, 12, 20))


def test_days_beyond_the_known_lists_are_an_error_and_never_a_guess():
    for day in (date(2027, 1, 4), date(2023, 12, 29)):
        with pytest.raises(CalendarUncovered) as caught:
            SHANGHAI.is_trading_day(day)
        assert caught.value.fields["exchange"] == "XSHG"
        assert caught.value.fields["day"] == day
    with pytest.raises(CalendarUncovered):
        SHANGHAI.next_trading_day(date(2026, 12, 31))
    with pytest.raises(CalendarUncovered):
        SHANGHAI.count_trading_days(date(2026, 12, 30), date(2027, 1, 5))


def test_the_steps_skip_weekends_and_holidays():
    assert SHANGHAI.next_trading_day(FRIDAY) == MONDAY
    assert SHANGHAI.previous_trading_day(MONDAY) == FRIDAY
    assert SHANGHAI.next_trading_day(date(2026, 9, 30)) == date(2026, 10, 8)
    assert SHANGHAI.trading_days_between(FRIDAY, MONDAY) == [FRIDAY, MONDAY]
    assert SHANGHAI.trading_days_between(MONDAY, FRIDAY) == []


@given(covered)
def test_the_next_trading_day_and_the_previous_one_are_neighbours(day):
    following = SHANGHAI.next_trading_day(day)
    assert SHANGHAI.count_trading_days(day + timedelta(days=1), following) == 1
    if SHANGHAI.is_trading_day(day):
        assert SHANGHAI.previous_trading_day(following) == day


@given(covered, covered)
def test_counting_a_span_is_the_sum_of_its_parts(one, other):
    first, last = sorted((one, other))
    middle = first + (last - first) // 2
    halves = SHANGHAI.count_trading_days(first, middle) + SHANGHAI.count_trading_days(
        middle + timedelta(days=1), last
    )
    assert SHANGHAI.count_trading_days(first, last) == halves


def test_coverage_left_counts_the_days_to_the_end():
    assert SHANGHAI.coverage_left(date(2026, 11, 21)) == 40
    assert SHANGHAI.coverage_left(date(2027, 1, 2)) == -2


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        ("2026-11-20T01:29:59", False),
        ("2026-11-20T01:30:00", True),
        ("2026-11-20T03:29:59", True),
        ("2026-11-20T03:30:00", False),
        ("2026-11-20T05:00:00", True),
        ("2026-11-20T07:00:00", False),
        ("2026-11-21T02:00:00", False),
    ],
)
def test_the_market_is_open_only_in_its_sessions(at, is_open):
    assert SHANGHAI.is_open(datetime.fromisoformat(at).replace(tzinfo=UTC)) is is_open


def test_naive_instants_are_refused():
    with pytest.raises(ValueError, match="2026"):
        SHANGHAI.is_open(datetime(2026, 11, 20, 2))  # noqa: DTZ001


def test_a_day_without_a_session_says_so():
    with pytest.raises(NotATradingDay):
        SHANGHAI.session(SATURDAY)


def test_the_latest_session_is_the_running_one_or_the_last_to_have_opened():
    before_opening = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
    assert SHANGHAI.latest_session(before_opening).day == FRIDAY
    assert SHANGHAI.latest_session(before_opening + timedelta(hours=1)).day == MONDAY
    assert SHANGHAI.latest_session(datetime(2026, 11, 22, 6, tzinfo=UTC)).day == FRIDAY


def test_the_operator_can_close_and_open_days():
    changed = SHANGHAI.with_overrides(closed={FRIDAY}, open={SATURDAY, date(2026, 10, 1)})
    assert not changed.is_trading_day(FRIDAY)
    assert changed.is_trading_day(SATURDAY)
    assert changed.is_trading_day(date(2026, 10, 1))
    assert changed.session(SATURDAY).opens == datetime(2026, 11, 21, 1, 30, tzinfo=UTC)
    assert SHANGHAI.is_trading_day(FRIDAY)
    assert changed.with_overrides(open={FRIDAY}).is_trading_day(FRIDAY)


def test_a_day_cannot_be_both_open_and_closed():
    with pytest.raises(CalendarConflict):
        SHANGHAI.with_overrides(closed={FRIDAY}, open={FRIDAY})


def test_lengthening_the_coverage_never_shortens_it():
    longer = SHANGHAI.with_overrides(closed={date(2027, 1, 1)}, covered_until=date(2027, 1, 31))
    assert longer.next_trading_day(date(2026, 12, 31)) == date(2027, 1, 4)
    assert longer.with_overrides(covered_until=FRIDAY).covered_until == date(2027, 1, 31)


def test_a_listed_year_extends_the_coverage_to_its_end():
    closed = frozenset({date(2027, 1, 1), date(2027, 2, 5)})
    longer = SHANGHAI.with_year(HolidayYear(2027, closed))
    assert longer.covered_until == date(2027, 12, 31)
    assert longer.is_trading_day(date(2027, 2, 4))
    assert not longer.is_trading_day(date(2027, 2, 5))


def test_a_listed_year_replaces_what_was_known_of_it_and_nothing_else():
    again = SHANGHAI.with_year(HolidayYear(2026, frozenset({FRIDAY})))
    assert not again.is_trading_day(FRIDAY)
    assert again.is_trading_day(date(2026, 10, 1))
    assert not again.is_trading_day(date(2025, 10, 1))


def test_a_year_that_would_leave_a_hole_is_refused():
    with pytest.raises(CalendarGap) as caught:
        SHANGHAI.with_year(HolidayYear(2028, frozenset({date(2028, 1, 3)})))
    assert caught.value.fields["expected"] == 2027


def test_an_unknown_exchange_is_named_with_the_known_ones():
    with pytest.raises(UnknownExchange) as caught:
        load_calendar("../../etc/passwd")
    assert "XSHG" in caught.value.fields["allowed"]


def test_a_calendar_is_read_once():
    assert load_calendar("XSHG") is load_calendar("XSHG")
