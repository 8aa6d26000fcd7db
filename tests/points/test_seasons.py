from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.points.seasons import season_of, week_start


def test_a_season_is_a_calendar_quarter() -> None:
    assert season_of(date(2026, 12, 31)).id == "2026Q4"
    assert season_of(date(2027, 1, 1)).id == "2027Q1"


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_day_lies_in_its_season_and_the_next_day_after_it_in_another(day: date) -> None:
    season = season_of(day)
    assert season.first_day <= day <= season.last_day
    assert season_of(season.last_day) == season
    assert season_of(season.last_day + timedelta(days=1)) > season


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_week_starts_on_the_last_monday(day: date) -> None:
    assert week_start(day).weekday() == 0
    assert timedelta(0) <= day - week_start(day) < timedelta(days=7)
