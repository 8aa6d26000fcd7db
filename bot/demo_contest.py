"""A contest for the rehearsal: running, and open to whoever is in the hall."""

from datetime import date, datetime

from sqlmodel import Session

from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import ExchangeCalendar
from bot.contest.instrument import Board, Market
from bot.contest.rules import Prizes, Rules
from bot.contest.services import lifecycle
from bot.members.deed import Deed

TITLE = "排练厅演练赛"
TRADING_DAYS = 10
LATE_ENTRY_DAYS = 5
PRIZES = Prizes(finishing=50, journal=50, diversification=50)


def offer_contest(
    session: Session, calendar: ExchangeCalendar, operator: int, now: datetime
) -> int | None:
    """Start a mainland contest that begins today or on the next trading day; return its id.

    Nothing where the calendar ends before a contest could: it is a rehearsal, not a guess.
    """
    try:
        days = _days(calendar, now)
    except CalendarUncovered:
        return None
    rules = Rules(
        market=Market.MAINLAND,
        boards=tuple(board for board in Board if board.market is Market.MAINLAND),
        first_day=days[0],
        last_day=days[-1],
        late_entry_until=days[min(LATE_ENTRY_DAYS, len(days)) - 1],
        prizes=PRIZES,
    )
    deed = Deed(operator, "rehearsal", now, calendar.local_day(now))
    contest = lifecycle.create(session, TITLE, rules, deed)
    lifecycle.announce(session, contest.id, deed)
    lifecycle.start(session, contest.id, deed)
    return contest.id


def _days(calendar: ExchangeCalendar, now: datetime) -> list[date]:
    """Return the contest's trading days, fewer where the calendar ends."""
    today = calendar.local_day(now)
    playable = calendar.is_trading_day(today) and now < calendar.session(today).closes
    days = [today if playable else calendar.next_trading_day(today)]
    while len(days) < TRADING_DAYS:
        try:
            days.append(calendar.next_trading_day(days[-1]))
        except CalendarUncovered:
            break
    return days
