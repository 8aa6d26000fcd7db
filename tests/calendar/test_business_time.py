from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendar.business_time import DeskHours, Stop, add, between, is_open, read_spans
from bot.calendar.errors import CalendarUncovered, ClockStopped
from bot.calendar.exchange import load_calendar

CHINA = ZoneInfo("Asia/Shanghai")
SHANGHAI, HONG_KONG, NEW_YORK = (load_calendar(code) for code in ("XSHG", "XHKG", "XNYS"))
HOURS = DeskHours(read_spans(("09:00-11:30", "13:00-17:30")), CHINA)
A_DAY = 7 * 60
starts = st.integers(0, 319 * 24 * 60).map(
    lambda passed: datetime(2026, 1, 5, tzinfo=UTC) + timedelta(minutes=passed)
)
minutes = st.integers(0, 2000)
stops = st.lists(
    st.tuples(starts, st.integers(1, 600)).map(
        lambda pair: Stop(pair[0], pair[0] + timedelta(minutes=pair[1]))
    ),
    max_size=3,
)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=CHINA)


def test_minutes_pass_within_a_morning():
    assert add(at(20, 9, 30), 60, HOURS, SHANGHAI) == at(20, 10, 30)


def test_the_lunch_break_does_not_count():
    assert add(at(20, 11, 0), 60, HOURS, SHANGHAI) == at(20, 13, 30)


def test_what_falls_on_the_end_of_a_span_is_that_end():
    assert add(at(20, 11, 0), 30, HOURS, SHANGHAI) == at(20, 11, 30)


def test_what_is_asked_on_friday_night_is_due_on_monday():
    assert add(at(20, 20), 15, HOURS, SHANGHAI) == at(23, 9, 15)


def test_a_long_holiday_has_no_hours():
    assert add(at(30, 17, 0, month=9), 60, HOURS, SHANGHAI) == at(8, 9, 30, month=10)


def test_a_half_day_ends_with_its_early_close():
    eve = date(2026, 12, 24)
    assert HONG_KONG.is_half_day(eve)
    start = datetime(2026, 12, 24, 11, tzinfo=CHINA)
    following = HONG_KONG.next_trading_day(eve)
    expected = datetime.combine(following, datetime.min.time(), CHINA) + timedelta(hours=9.5)
    assert add(start, 60, HOURS, HONG_KONG) == expected


def test_an_operators_closed_day_wins_over_the_list():
    closed = SHANGHAI.with_overrides(closed=[date(2026, 11, 23)])
    assert add(at(20, 17, 30), 15, HOURS, closed) == at(24, 9, 15)


def test_past_the_end_of_the_calendar_nothing_is_guessed():
    with pytest.raises(CalendarUncovered):
        add(at(31, 17, 0, month=12), 60, HOURS, SHANGHAI)
    assert add(at(31, 17, 0, month=12), 30, HOURS, SHANGHAI) == at(31, 17, 30, month=12)


def test_time_up_to_the_last_known_day_can_be_reckoned():
    passed = between(at(31, 16, 0, month=12), at(31, 23, 0, month=12), HOURS, SHANGHAI)
    assert passed == timedelta(minutes=90)


def test_a_stop_does_not_count():
    stop = Stop(at(20, 9, 30), at(20, 10, 0))
    assert add(at(20, 9, 0), 60, HOURS, SHANGHAI, [stop]) == at(20, 10, 30)
    assert between(at(20, 9), at(20, 11), HOURS, SHANGHAI, [stop]) == timedelta(minutes=90)


def test_stops_that_overlap_count_once():
    overlapping = [Stop(at(20, 9, 30), at(20, 10)), Stop(at(20, 9, 45), at(20, 10, 15))]
    assert add(at(20, 9, 0), 60, HOURS, SHANGHAI, overlapping) == at(20, 10, 45)


def test_while_the_clock_stands_nothing_can_be_promised():
    standing = [Stop(at(20, 9, 30))]
    with pytest.raises(ClockStopped):
        add(at(20, 9, 0), 60, HOURS, SHANGHAI, standing)
    assert between(at(20, 9), at(20, 16), HOURS, SHANGHAI, standing) == timedelta(minutes=30)


def test_what_is_due_before_the_clock_stopped_is_due_then():
    later = [Stop(at(20, 10, 0))]
    assert between(at(20, 9), at(20, 9, 30), HOURS, SHANGHAI, later) == timedelta(minutes=30)


def test_a_changed_clock_adds_no_minute():
    zone = ZoneInfo("America/New_York")
    hours = DeskHours(read_spans(("09:00-17:00",)), zone)
    friday = datetime(2026, 3, 6, 16, 0, tzinfo=zone)
    assert add(friday, 120, hours, NEW_YORK) == datetime(2026, 3, 9, 10, 0, tzinfo=zone)


def test_a_span_that_the_clock_skips_is_as_much_shorter():
    zone = ZoneInfo("America/New_York")
    night = DeskHours(read_spans(("01:00-04:00",)), zone)
    open_all_week = load_calendar("XNYS").with_overrides(open=[date(2026, 3, 8)])
    start = datetime(2026, 3, 8, 0, 0, tzinfo=zone)
    end = datetime(2026, 3, 8, 12, 0, tzinfo=zone)
    assert between(start, end, night, open_all_week) == timedelta(hours=2)


def test_the_desk_is_shut_at_noon_and_at_the_end_of_its_hours():
    assert is_open(at(20, 9), HOURS, SHANGHAI)
    assert not is_open(at(20, 11, 30), HOURS, SHANGHAI)
    assert not is_open(at(21, 10), HOURS, SHANGHAI)


@pytest.mark.parametrize(
    "received", [(), ("9-11",), ("11:00-10:00",), ("09:00-12:00", "11:00-13:00"), ("24:00-25:00",)]
)
def test_hours_that_are_no_hours_are_refused(received):
    with pytest.raises(ValueError):
        read_spans(received)


@settings(max_examples=60, deadline=None)
@given(starts, minutes, stops)
def test_what_was_added_lies_between(start, count, halts):
    due = add(start, count, HOURS, SHANGHAI, halts)
    assert between(start, due, HOURS, SHANGHAI, halts) == timedelta(minutes=count)


@settings(max_examples=40, deadline=None)
@given(starts, minutes, minutes, stops)
def test_more_minutes_are_never_due_earlier(start, some, more, halts):
    first = add(start, some, HOURS, SHANGHAI, halts)
    assert first <= add(start, some + more, HOURS, SHANGHAI, halts)


@settings(max_examples=40, deadline=None)
@given(starts, st.integers(0, 3000), minutes)
def test_what_begins_later_is_never_due_earlier(start, later, count):
    after = start + timedelta(minutes=later)
    assert add(start, count, HOURS, SHANGHAI) <= max(add(after, count, HOURS, SHANGHAI), after)
