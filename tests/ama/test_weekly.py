from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.ama.weekly import day_in_week, starts_on
from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import load_calendar

SHANGHAI = load_calendar("XSHG")


def test_a_trading_day_stands_for_itself() -> None:
    assert day_in_week(date(2026, 11, 25), SHANGHAI) == date(2026, 11, 25)


def test_a_holiday_gives_way_to_the_next_trading_day_of_its_week() -> None:
    assert day_in_week(date(2026, 1, 1), SHANGHAI) is None  # Thursday; Friday is off too
    assert day_in_week(date(2026, 4, 6), SHANGHAI) == date(2026, 4, 7)  # Qingming Monday


def test_a_week_without_trading_is_left_out() -> None:
    assert day_in_week(date(2026, 10, 1), SHANGHAI) is None


def test_past_the_calendar_nobody_guesses() -> None:
    with pytest.raises(CalendarUncovered):
        day_in_week(date(2027, 1, 6), SHANGHAI)


def test_a_wall_clock_is_the_community_s() -> None:
    zone = ZoneInfo("Asia/Shanghai")
    expected = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
    assert starts_on(date(2026, 11, 25), time(20), zone) == expected
