"""The community's calendar: the shipped file with what operators added to it."""

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.calendar.community_day import community_day, day_ends_at, day_starts_at
from bot.calendar.exchange import EXCHANGES, ExchangeCalendar, load_calendar
from bot.calendar.holiday_list import parse_holiday_list
from db.repositories import settings


@dataclass(frozen=True, slots=True)
class Community:
    """Where the community lives in time: its zone, its day, its exchange."""

    zone: ZoneInfo
    day_start: time
    exchange: str

    def day_of(self, at: datetime) -> date:
        """Return the community day of an instant."""
        return community_day(at, self.zone, self.day_start)

    def starts(self, day: date) -> datetime:
        """Return when a community day starts."""
        return day_starts_at(day, self.zone, self.day_start)

    def ends(self, day: date) -> datetime:
        """Return when a community day ends."""
        return day_ends_at(day, self.zone, self.day_start)

    def local_time(self, at: datetime) -> time:
        """Return the wall clock of an instant."""
        return at.astimezone(self.zone).time()


def calendar_key(exchange: str) -> str:
    """Return the setting under which operators' holiday lists are kept."""
    return f"calendar:{exchange}"


def calendar_for(session: Session, exchange: str) -> ExchangeCalendar:
    """Return an exchange's calendar, extended by the holiday lists that operators entered.

    The setting holds {"years": {"2027": "2027 closed 01-01 …"}}: the text as it was entered.
    """
    stored = settings.get(session, calendar_key(exchange))
    lists = tuple(sorted((stored or {}).get("years", {}).items()))
    return _extended(exchange, lists)


def every_calendar(session: Session) -> dict[str, ExchangeCalendar]:
    """Return the calendar of every exchange that is known, with the operators' lists in it."""
    return {code: calendar_for(session, code) for code in EXCHANGES}


@lru_cache(maxsize=16)
def _extended(exchange: str, lists: tuple[tuple[str, str], ...]) -> ExchangeCalendar:
    calendar = load_calendar(exchange)
    for _, text in lists:
        calendar = calendar.with_year(parse_holiday_list(text))
    return calendar
