"""When index values are recorded: while their exchange trades, and once after the bell."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import ExchangeCalendar
from bot.market.symbols import calendar_of

AFTER_CLOSE = timedelta(minutes=6)
"""The job comes every five minutes; this much after the bell it still fetches the close."""


def in_session(
    symbols: Sequence[str], calendar_for: Callable[[str], ExchangeCalendar], now: datetime
) -> tuple[str, ...]:
    """Return those of `symbols` whose exchange trades now or closed a moment ago."""
    return tuple(s for s in symbols if _is_live(calendar_for(calendar_of(s)), now))


def _is_live(calendar: ExchangeCalendar, now: datetime) -> bool:
    try:
        latest = calendar.latest_session(now)
    except CalendarUncovered:
        return False
    is_just_over = latest.closes <= now < latest.closes + AFTER_CLOSE
    return latest.is_open(now) or is_just_over
