"""The calendars as last read: for parts that know no database, such as quote sources."""

from collections.abc import Mapping

from bot.calendar.exchange import ExchangeCalendar, load_calendar


class CalendarShelf:
    """Gives an exchange's calendar; `put` brings those with the operators' lists in them."""

    def __init__(self) -> None:
        self._read: dict[str, ExchangeCalendar] = {}

    def __call__(self, code: str) -> ExchangeCalendar:
        """Return the calendar of `code`: as last read, else as shipped."""
        return self._read.get(code) or load_calendar(code)

    def put(self, calendars: Mapping[str, ExchangeCalendar]) -> None:
        """Replace what was read before."""
        self._read.update(calendars)
