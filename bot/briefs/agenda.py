"""The calendar of a day: who trades, who rests, what starts or ends, what operators entered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from bot.briefs.binding import unbound_numbers
from bot.briefs.dropped import Dropped, DropReason
from bot.briefs.material import Material
from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import EXCHANGES

LONG_BREAK = timedelta(days=3)
"""More days than a weekend has between two sessions."""
LONGEST_TITLE = 60


class AgendaKind(StrEnum):
    """What a line of the calendar says; the templates hold the words."""

    HALF_DAY = "half-day"
    CLOSED_ABROAD = "closed-abroad"
    HALF_DAY_ABROAD = "half-day-abroad"
    LAST_BEFORE_BREAK = "last-before-break"
    BACK_FROM_BREAK = "back-from-break"
    CONTEST_STARTS = "contest-starts"
    CONTEST_ENDS = "contest-ends"
    OCCASION = "occasion"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One line: `what` is an exchange's code or a title, `day` when trading goes on."""

    kind: AgendaKind
    what: str = ""
    at: str = ""
    day: date | None = None


def agenda_of(material: Material, day: date) -> tuple[AgendaItem, ...]:
    """Return what is to be known about `day`; what calendars do not cover is left out."""
    return (*_home(material, day), *_abroad(material, day), *_entered(material, day))


def lost_occasions(material: Material) -> list[Dropped]:
    """Return what operators or organisers entered with a number that nothing binds."""
    titles = [o.title for o in material.occasions] + [c.title for c in material.contests]
    return [Dropped(t[:LONGEST_TITLE], DropReason.UNBOUND) for t in titles if not is_bound(t)]


def is_bound(title: str) -> bool:
    """Tell whether an entered text holds no number that would need a figure."""
    return not unbound_numbers(title, ())


def next_session(material: Material) -> date | None:
    """Return the home exchange's next trading day after the brief's; None where unknown."""
    try:
        return material.calendars[material.home].next_trading_day(material.due.day)
    except CalendarUncovered:
        return None


def _home(material: Material, day: date) -> Iterator[AgendaItem]:
    home = material.calendars[material.home]
    try:
        if not home.is_trading_day(day):
            return
        if home.is_half_day(day):
            closes = home.session(day).closes.astimezone(material.zone).time()
            yield AgendaItem(AgendaKind.HALF_DAY, home.code, _clock(closes))
        before = home.previous_trading_day(day)
        if day - before > LONG_BREAK:
            yield AgendaItem(AgendaKind.BACK_FROM_BREAK, home.code)
        following = home.next_trading_day(day)
        if following - day > LONG_BREAK:
            yield AgendaItem(AgendaKind.LAST_BEFORE_BREAK, home.code, day=following)
    except CalendarUncovered:
        return


def _abroad(material: Material, day: date) -> Iterator[AgendaItem]:
    """Tell of weekdays on which another exchange rests or closes early."""
    for code in EXCHANGES:
        calendar = material.calendars[code]
        if code == material.home or not calendar.is_covered(day) or day.weekday() > 4:
            continue
        if not calendar.is_trading_day(day):
            yield AgendaItem(AgendaKind.CLOSED_ABROAD, code)
        elif calendar.is_half_day(day):
            yield AgendaItem(AgendaKind.HALF_DAY_ABROAD, code)


def _entered(material: Material, day: date) -> Iterator[AgendaItem]:
    for contest in material.contests:
        if not is_bound(contest.title):
            continue
        if contest.first_day == day:
            yield AgendaItem(AgendaKind.CONTEST_STARTS, contest.title)
        if contest.last_day == day:
            yield AgendaItem(AgendaKind.CONTEST_ENDS, contest.title)
    today = [one for one in material.occasions if one.day == day and is_bound(one.title)]
    for one in sorted(today, key=lambda each: each.at or time(0)):
        at = _clock(one.at) if one.at else ""
        yield AgendaItem(AgendaKind.OCCASION, one.title[:LONGEST_TITLE], at)


def _clock(at: time) -> str:
    return f"{at:%H:%M}"
