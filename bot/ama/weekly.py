"""When a weekly AMA comes round: the same weekday and time, on a day on which trading is."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.calendar.exchange import ExchangeCalendar

AHEAD = timedelta(days=6)
"""The next session is called for this long before it, so that questions have a week."""
SATURDAY = 5


def day_in_week(wished: date, calendar: ExchangeCalendar) -> date | None:
    """Return the trading day that stands for `wished`: itself, or the next one of its week.

    None where the week has none left; CalendarUncovered where nobody knows.
    """
    day = wished
    while day.weekday() < SATURDAY:
        if calendar.is_trading_day(day):
            return day
        day += timedelta(days=1)
    return None


def starts_on(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the instant of a wall clock on a day, in UTC."""
    return datetime.combine(day, at, zone).astimezone(UTC)
