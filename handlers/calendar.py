"""`/calendar`: how far the trading calendar reaches, and entering the next year's holidays."""

from datetime import date, timedelta

from sqlmodel import Session

from bot.buttons import Button
from bot.calendar import holiday_drafts as drafts
from bot.calendar.exchange import ExchangeCalendar
from bot.calendar.service import calendar_for
from bot.i18n import Say
from bot.members.roles import Right
from bot.telegram.turn import Turn
from handlers.common import deed_of, require, show

WARN_DAYS = 45
MOST_HALF_DAYS = 3


async def calendar(turn: Turn, arguments: str) -> None:
    """Show what is known, or preview a year's list before it counts."""
    if arguments:
        await _propose(turn, arguments)
        return
    exchange = turn.house.community.exchange
    await turn.reply(*await turn.ask(_status, exchange, turn))


async def press(turn: Turn, rest: str) -> None:
    """Put a previewed list into force, drop it, or take it back."""
    await require(turn, Right.EDIT_CALENDAR, "calendar")
    action, _, draft = rest.partition("-")
    who = turn.me.first_name
    if action == "use":
        year = str(await turn.act(drafts.put_in_force, draft, deed_of(turn)))
        undo = Button(Say("button-calendar-undo", year=year), f"calendar:undo-{draft}")
        await show(turn, Say("calendar-in-force", year=year, who=who), buttons=((undo,),))
    elif action == "undo":
        year = str(await turn.act(drafts.take_back, draft, deed_of(turn)))
        await show(turn, Say("calendar-taken-back", year=year, who=who))
    elif action == "drop":
        await turn.notice()
        await show(turn, Say("calendar-dropped"))
    else:
        await turn.answer(Say("button-gone"))


async def _propose(turn: Turn, text: str) -> None:
    exchange, draft = turn.house.community.exchange, str(turn.update.update_id)
    found = await turn.act(drafts.propose, exchange, text, draft, deed_of(turn))
    year = str(found.year)
    lines = [Say("calendar-preview", year=year, closed=found.closed_weekdays)]
    if found.replaces:
        lines.append(Say("calendar-replaces", year=year))
    use = Say("button-calendar-use", year=year, days=found.trading_days)
    buttons = (
        (Button(use, f"calendar:use-{draft}"),),
        (Button(Say("button-calendar-drop"), f"calendar:drop-{draft}"),),
    )
    await turn.reply(*lines, buttons=buttons)


def _status(session: Session, exchange: str, turn: Turn) -> list[Say]:
    known = calendar_for(session, exchange)
    today = known.local_day(turn.now)
    left = known.coverage_left(today)
    lines = [Say("calendar-head", exchange=exchange)]
    if not known.is_covered(today):
        return [*lines, Say("calendar-ended", until=_dated(known.covered_until)), _usage(known)]
    lines.append(_today(known, today))
    upcoming = _next(known, today)
    if upcoming is not None:
        lines.append(Say("calendar-next", day=upcoming))
    half_days = drafts.upcoming_half_days(session, exchange, turn.now)[:MOST_HALF_DAYS]
    if half_days:
        lines.append(Say("calendar-half-days", days=tuple(_dated(day) for day in half_days)))
    lines.append(Say("calendar-covered", until=_dated(known.covered_until), days=left))
    return [*lines, _usage(known)] if left <= WARN_DAYS else lines


def _today(known: ExchangeCalendar, today: date) -> Say:
    if known.is_half_day(today):
        return Say("calendar-today-half", day=today, closes=known.half_days[today])
    trades = known.is_trading_day(today)
    return Say("calendar-today-trades" if trades else "calendar-today-rests", day=today)


def _next(known: ExchangeCalendar, today: date) -> date | None:
    days = known.trading_days_between(today + timedelta(days=1), known.covered_until)
    return days[0] if days else None


def _usage(known: ExchangeCalendar) -> Say:
    return Say("calendar-usage", year=str((known.covered_until + timedelta(days=1)).year))


def _dated(day: date) -> Say:
    return Say("date-with-year", year=str(day.year), day=day)
