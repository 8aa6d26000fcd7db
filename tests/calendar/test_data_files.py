"""Every covered day of every shipped file against the package that knows the exchanges."""

from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

import exchange_calendars
import pandas
import pytest

from bot.calendar.exchange import EXCHANGES, ExchangeCalendar, load_calendar
from bot.calendar.generate import calendar_content

# exchange_calendars uses what the newest pandas is about to change; the product has neither.
pytestmark = pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning")


def independent(calendar: ExchangeCalendar) -> exchange_calendars.ExchangeCalendar:
    return exchange_calendars.get_calendar(
        calendar.code, start=str(calendar.covered_from), end=str(calendar.covered_until)
    )


def covered_days(calendar: ExchangeCalendar) -> list[date]:
    length = (calendar.covered_until - calendar.covered_from).days + 1
    return [calendar.covered_from + timedelta(days=n) for n in range(length)]


@pytest.mark.parametrize("code", EXCHANGES)
def test_every_covered_day_trades_exactly_when_the_exchange_does(code):
    calendar = load_calendar(code)
    sessions = {stamp.date() for stamp in independent(calendar).sessions}
    days = covered_days(calendar)
    assert {day for day in days if calendar.is_trading_day(day)} == sessions
    assert calendar.trading_days_between(days[0], days[-1]) == sorted(sessions)
    assert calendar.count_trading_days(days[0], days[-1]) == len(sessions)


@pytest.mark.parametrize("code", EXCHANGES)
def test_every_session_has_the_times_of_the_exchange_half_days_and_breaks_included(code):
    calendar = load_calendar(code)
    schedule = independent(calendar).schedule
    assert len(schedule) > 700
    for stamp, row in schedule.iterrows():
        session = calendar.session(stamp.date())
        assert session.opens == row["open"].to_pydatetime()
        assert session.closes == row["close"].to_pydatetime()
        expected = (
            ()
            if pandas.isna(row["break_start"])
            else ((row["break_start"].to_pydatetime(), row["break_end"].to_pydatetime()),)
        )
        assert session.breaks == expected


@pytest.mark.parametrize(
    ("code", "covered_until", "sessions_2026"),
    [("XSHG", "2026-12-31", 242), ("XHKG", "2027-12-31", 247), ("XNYS", "2027-12-31", 251)],
)
def test_the_files_reach_as_far_as_promised(code, covered_until, sessions_2026):
    calendar = load_calendar(code)
    assert calendar.covered_from == date(2024, 1, 1)
    assert calendar.covered_until == date.fromisoformat(covered_until)
    assert calendar.count_trading_days(date(2026, 1, 1), date(2026, 12, 31)) == sessions_2026


def test_half_days_close_early_and_have_no_lunch_break():
    eve = load_calendar("XHKG").session(date(2026, 12, 24))
    assert eve.closes.astimezone(ZoneInfo("Asia/Hong_Kong")).hour == 12
    assert eve.breaks == ()
    thanksgiving = load_calendar("XNYS").session(date(2026, 11, 27))
    assert thanksgiving.closes.astimezone(ZoneInfo("America/New_York")).hour == 13
    assert load_calendar("XNYS").is_half_day(date(2026, 11, 27))
    assert not load_calendar("XNYS").is_half_day(date(2026, 11, 30))


def test_new_york_opens_an_hour_later_in_utc_in_winter():
    calendar = load_calendar("XNYS")
    assert calendar.session(date(2026, 10, 30)).opens.astimezone(UTC).hour == 13
    assert calendar.session(date(2026, 11, 2)).opens.astimezone(UTC).hour == 14


@pytest.mark.parametrize("code", EXCHANGES)
def test_the_generator_writes_what_is_shipped(code):
    content = calendar_content(code)
    calendar = load_calendar(code)
    assert content["closed"] == sorted(day.isoformat() for day in calendar.closed)
    assert list(content["half_days"]) == sorted(day.isoformat() for day in calendar.half_days)
    assert content["covered_until"] == calendar.covered_until.isoformat()
