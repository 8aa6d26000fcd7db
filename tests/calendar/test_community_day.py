from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendar.community_day import community_day, day_ends_at, day_starts_at

SHANGHAI = ZoneInfo("Asia/Shanghai")
zones = st.sampled_from(
    [
        "Asia/Shanghai",
        "America/New_York",
        "Europe/London",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "America/St_Johns",
    ]
).map(ZoneInfo)
instants = st.datetimes(datetime(2010, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
starting_times = st.times().map(lambda at: at.replace(microsecond=0))


def test_the_small_hours_belong_to_the_day_before():
    late_night = datetime(2026, 11, 21, 3, 59, 59, tzinfo=SHANGHAI)
    assert community_day(late_night, SHANGHAI, time(4)) == date(2026, 11, 20)
    assert community_day(late_night + timedelta(seconds=1), SHANGHAI, time(4)) == date(2026, 11, 21)


def test_the_day_starts_and_ends_in_utc():
    assert day_starts_at(date(2026, 11, 21), SHANGHAI, time(4)) == datetime(
        2026, 11, 20, 20, tzinfo=UTC
    )
    assert day_ends_at(date(2026, 11, 21), SHANGHAI, time(4)) == datetime(
        2026, 11, 21, 20, tzinfo=UTC
    )
    assert day_starts_at(date(2026, 11, 21), SHANGHAI, time(4)).tzinfo is UTC


def test_a_repeated_hour_in_autumn_does_not_bring_yesterday_back():
    new_york = ZoneInfo("America/New_York")
    starts = time(1, 30)
    first = datetime(2026, 11, 1, 1, 40, tzinfo=new_york).astimezone(UTC)
    again = datetime(2026, 11, 1, 1, 10, fold=1, tzinfo=new_york).astimezone(UTC)
    assert again > first
    assert community_day(first, new_york, starts) == date(2026, 11, 1)
    assert community_day(again, new_york, starts) == date(2026, 11, 1)


def test_a_clock_set_back_across_midnight_does_not_bring_yesterday_back():
    # Until 2011 Newfoundland went from 00:01 back to 23:01 of the day before.
    newfoundland = ZoneInfo("America/St_Johns")
    start = day_starts_at(date(2010, 11, 7), newfoundland, time(0))
    for minutes in (0, 1, 30, 61, 120):
        at = start + timedelta(minutes=minutes)
        assert community_day(at, newfoundland, time(0)) == date(2010, 11, 7)
    assert (start + timedelta(minutes=30)).astimezone(newfoundland).date() == date(2010, 11, 6)


def test_a_naive_instant_is_refused():
    with pytest.raises(ValueError, match="2026"):
        community_day(datetime(2026, 11, 21), SHANGHAI, time(4))  # noqa: DTZ001


@given(instants, zones, starting_times)
def test_every_instant_lies_within_its_own_day(at, zone, starts):
    day = community_day(at, zone, starts)
    assert day_starts_at(day, zone, starts) <= at < day_ends_at(day, zone, starts)


@given(instants, st.timedeltas(timedelta(0), timedelta(days=3)), zones, starting_times)
def test_later_is_never_an_earlier_day(at, later, zone, starts):
    assert community_day(at, zone, starts) <= community_day(at + later, zone, starts)


@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)), zones, starting_times)
def test_days_follow_each_other_without_hole_or_overlap(day, zone, starts):
    assert day_starts_at(day, zone, starts) <= day_ends_at(day, zone, starts)
    assert day_ends_at(day, zone, starts) == day_starts_at(day + timedelta(days=1), zone, starts)
