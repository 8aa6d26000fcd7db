"""`/me`, `/points`, `/top`, `/levels`: what somebody has and where they stand."""

import asyncio
from datetime import date

from markupsafe import Markup
from sqlmodel import Session
from telegram.error import BadRequest, Forbidden

from bot.buttons import Button, Rows
from bot.calendar.service import Community
from bot.checkin.service import streak_on
from bot.i18n import Say
from bot.members.service import choose_hidden
from bot.points.board import Board, board
from bot.points.card import draw_card
from bot.points.economy import Economy
from bot.points.errors import NotYoursError
from bot.points.history import History, history
from bot.points.profile import Profile, profile
from bot.points.span import Span
from bot.points.telling import (
    board_in_group,
    board_lines,
    history_lines,
    level_lines,
    profile_lines,
)
from bot.quiz.standing import highest_level
from bot.telegram.api import Outgoing
from bot.telegram.render import to_keyboard
from bot.telegram.turn import Turn
from handlers.common import private_link, show

NEVER_STARTED = "chat not found"
MOST_DIGITS = 16


async def me(turn: Turn, _arguments: str) -> None:
    """Show somebody's own profile, with a button for the picture."""
    found = await _profile(turn)
    button = Button(Say("button-card"), f"me:{turn.me.id}")
    await turn.reply(*profile_lines(found, turn.me.first_name), buttons=((button,),))


async def press_me(turn: Turn, rest: str) -> None:
    """Send the picture version of the presser's own profile."""
    _own(turn, rest)
    found = await _profile(turn)
    await turn.answer()
    picture = await asyncio.to_thread(
        draw_card, found, turn.me.first_name, turn.words, turn.language
    )
    await turn.reply(Say("card-caption", name=turn.me.first_name), picture=picture)


async def points(turn: Turn, _arguments: str) -> None:
    """Show the newest page of somebody's own movements, in private."""
    found = await turn.ask(history, turn.me.id)
    await _privately(turn, "points", history_lines(found), _pages(turn.me.id, found))


async def press_points(turn: Turn, rest: str) -> None:
    """Turn to another page of the presser's own movements."""
    (page,) = _own(turn, rest, parts=1)
    number = int(page) if page.isascii() and page.isdigit() and len(page) < MOST_DIGITS else 1
    found = await turn.ask(history, turn.me.id, number)
    await show(turn, *history_lines(found), buttons=_pages(turn.me.id, found))


async def top(turn: Turn, _arguments: str) -> None:
    """Show this week's board."""
    await _show_board(turn, Span.WEEK)


async def press_top(turn: Turn, rest: str) -> None:
    """Show another span, or hide and show the presser first."""
    span, wish = _own(turn, rest, parts=2)
    if span not in set(Span) or wish not in {"see", "hide", "show"}:
        await turn.answer(Say("button-gone"))
        return
    if wish != "see":
        await turn.act(choose_hidden, turn.me.id, wish == "hide")
    await _show_board(turn, Span(span))


async def levels(turn: Turn, _arguments: str) -> None:
    """Show the ladder of levels and where somebody stands on it, in private."""
    found = await _profile(turn)
    lines = level_lines(found.standing, turn.house.economy)
    await _privately(turn, "points", lines, ())


async def _profile(turn: Turn) -> Profile:
    house = turn.house
    day = house.community.day_of(turn.now)
    return await turn.ask(_profile_on, turn.me.id, day, house.community, house.economy)


def _profile_on(
    session: Session, member_id: int, day: date, community: Community, economy: Economy
) -> Profile:
    streak = streak_on(session, member_id, day, community)
    level = highest_level(session, member_id)
    return profile(session, member_id, economy, streak.length, streak.freezes, level)


async def _show_board(turn: Turn, span: Span) -> None:
    house = turn.house
    day = house.community.day_of(turn.now)
    found = await turn.ask(board, turn.me.id, span, day, house.owners, house.economy)
    if turn.private:
        await show(turn, *board_lines(found), buttons=_tabs(turn.me.id, found))
        return
    link = private_link(turn, "top", Say("button-board-full"))
    await show(turn, *board_in_group(found), buttons=(*_tabs(turn.me.id, found), *link))


def _tabs(member_id: int, found: Board) -> Rows:
    spans = tuple(
        Button(_tab(span, found.span), f"top:{member_id}-{span.value}-see") for span in Span
    )
    if found.staff:
        return (spans,)
    wish = "show" if found.hidden else "hide"
    turn_round = Button(Say(f"button-{wish}-me"), f"top:{member_id}-{found.span.value}-{wish}")
    return spans, (turn_round,)


def _tab(span: Span, shown: Span) -> Say:
    label = Say(f"button-board-{span.value}")
    return Say("button-here", label=label) if span is shown else label


def _pages(member_id: int, found: History) -> Rows:
    row = []
    if found.page > 1:
        row.append(Button(Say("button-newer"), f"points:{member_id}-{found.page - 1}"))
    if found.page < found.pages:
        row.append(Button(Say("button-older"), f"points:{member_id}-{found.page + 1}"))
    return (tuple(row),) if row else ()


def _own(turn: Turn, rest: str, parts: int = 0) -> tuple[str, ...]:
    """Return what follows the owner's id in a button's data; refuse everybody else."""
    owner, *more = rest.split("-")
    if owner != str(turn.me.id):
        raise NotYoursError
    return tuple(more) if len(more) == parts else ("",) * parts


async def _privately(turn: Turn, payload: str, lines: tuple[Say, ...], buttons: Rows) -> None:
    """Answer in private; in a group leave one line that says so, or that leads there."""
    if turn.private:
        await turn.reply(*lines, buttons=buttons)
        return
    language = turn.seen.member_language or turn.house.default_language
    text = Markup("\n").join(turn.words.say(language, line) for line in lines)
    keyboard = to_keyboard(buttons, turn.words, language)
    try:
        await turn.house.speaker.reply(turn.me.id, Outgoing(text, keyboard))
    except (Forbidden, BadRequest) as error:
        if isinstance(error, BadRequest) and NEVER_STARTED not in str(error).lower():
            raise
        link = private_link(turn, payload, Say("button-private"))
        await turn.reply(Say("points-in-private"), buttons=link)
    else:
        await turn.reply(Say("points-sent-privately"))
