"""A year's holiday list from an operator: proposed, looked at, put into force, taken back."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from bot.calendar.errors import HolidayDraftDecided, HolidayDraftGone
from bot.calendar.exchange import SATURDAY
from bot.calendar.holiday_list import parse_holiday_list
from bot.calendar.service import calendar_for, calendar_key
from bot.members.deed import Deed
from db.repositories import settings

PROPOSED, IN_FORCE, TAKEN_BACK = "proposed", "in-force", "taken-back"


@dataclass(frozen=True, slots=True)
class Preview:
    """What a list would mean: trading days of its year, and weekdays without trading."""

    draft: str
    year: int
    trading_days: int
    closed_weekdays: int
    replaces: bool


def propose(session: Session, exchange: str, text: str, draft: str, deed: Deed) -> Preview:
    """Keep a list that is not in force yet; raise what is wrong with it."""
    listed = parse_holiday_list(text)
    known = calendar_for(session, exchange)
    first, last = date(listed.year, 1, 1), date(listed.year, 12, 31)
    proposed = known.with_year(listed)
    document = {"exchange": exchange, "year": listed.year, "text": text, "state": PROPOSED}
    settings.put(session, _draft_key(draft), document, deed.actor_id, deed.now)
    return Preview(
        draft=draft,
        year=listed.year,
        trading_days=proposed.count_trading_days(first, last),
        closed_weekdays=sum(day.weekday() < SATURDAY for day in listed.closed),
        replaces=known.is_covered(last),
    )


def put_in_force(session: Session, draft: str, deed: Deed) -> int:
    """Put a proposed list into force; return its year."""
    document = _draft(session, draft, PROPOSED)
    exchange, year = str(document["exchange"]), str(document["year"])
    years = _years(session, exchange)
    before = years.get(year)
    _store_years(session, exchange, {**years, year: str(document["text"])}, deed)
    _store_draft(session, draft, {**document, "state": IN_FORCE, "before": before}, deed)
    target = f"calendar:{exchange}:{year}"
    deed.log(session, "calendar", target, {"list": before}, {"list": document["text"]})
    return int(year)


def take_back(session: Session, draft: str, deed: Deed) -> int:
    """Restore what was known of the year before; return the year.

    Refused where the list was replaced since, and where later years rest on this one.
    """
    document = _draft(session, draft, IN_FORCE)
    exchange, year = str(document["exchange"]), str(document["year"])
    years = _years(session, exchange)
    if years.get(year) != document["text"]:
        raise HolidayDraftDecided(year=year)
    before = document["before"]
    kept = {other: text for other, text in years.items() if other != year}
    _store_years(session, exchange, kept if before is None else {**kept, year: before}, deed)
    _store_draft(session, draft, {**document, "state": TAKEN_BACK}, deed)
    target = f"calendar:{exchange}:{year}"
    deed.log(session, "calendar-undo", target, {"list": document["text"]}, {"list": before})
    return int(year)


def _draft(session: Session, draft: str, state: str) -> dict[str, Any]:
    document = settings.get_locked(session, _draft_key(draft))
    if document is None:
        raise HolidayDraftGone
    if document["state"] != state:
        raise HolidayDraftDecided(year=str(document["year"]))
    return document


def _years(session: Session, exchange: str) -> dict[str, str]:
    stored = settings.get_locked(session, calendar_key(exchange))
    return dict((stored or {}).get("years", {}))


def _store_years(session: Session, exchange: str, years: dict[str, str], deed: Deed) -> None:
    settings.put(session, calendar_key(exchange), {"years": years}, deed.actor_id, deed.now)
    calendar_for(session, exchange)  # raises where the years would not fit together


def _store_draft(session: Session, draft: str, document: dict[str, Any], deed: Deed) -> None:
    settings.put(session, _draft_key(draft), document, deed.actor_id, deed.now)


def _draft_key(draft: str) -> str:
    return f"calendar-draft:{draft}"


def upcoming_half_days(session: Session, exchange: str, at: datetime) -> list[date]:
    """Return the half days that are known from today on, soonest first."""
    calendar = calendar_for(session, exchange)
    today = calendar.local_day(at)
    return sorted(day for day in calendar.half_days if day >= today)
