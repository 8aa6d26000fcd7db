"""`/rank`: where somebody stands on a contest's board, and who leads, with each term."""

import asyncio

from sqlmodel import Session

from bot.contest.market_errors import NoBoardError
from bot.contest.services import board_post, standings
from bot.contest.services.live_board import estimate, is_current, read_book
from bot.contest.services.overview import Overview, contests_for, overview
from bot.contest.services.standings import Around, Board
from bot.contest.showing.board_picture import draw_board
from bot.contest.states import ContestState
from bot.contest.telling.ranks import (
    estimate_lines,
    now_button,
    rank_buttons,
    rank_in_group,
    rank_lines,
)
from bot.i18n import Say
from bot.telegram.turn import Turn
from handlers.common import private_link, show
from handlers.contest_choice import meant_contest, tell_not_playing
from handlers.portfolio import read_numbers

RANKED = (ContestState.RUNNING, ContestState.PAUSED, ContestState.FINISHED)


async def rank(turn: Turn, _arguments: str) -> None:
    """Show the board of the contest in which somebody plays; in a group its first lines."""
    if turn.private:
        await show_rank(turn, 0)
        return
    found = await turn.ask(contests_for, turn.me.id)
    begun = [one for one in found if one.contest.state in RANKED]
    if not begun:
        await tell_not_playing(turn)
        return
    mine = [one for one in begun if one.mine is not None]
    await _show_in_group(turn, (mine or begun)[0])


async def press(turn: Turn, rest: str) -> None:
    """Show the board of the contest that was chosen, or its picture."""
    action, _, number = rest.rpartition("-")
    read = read_numbers([number])
    if read is None or not turn.private or action not in {"", "picture", "now"}:
        await turn.answer(Say("button-gone"))
    elif action == "picture":
        await _send_picture(turn, read[0])
    elif action == "now":
        await _estimate(turn, read[0])
    else:
        await show_rank(turn, read[0])


async def show_rank(turn: Turn, contest_id: int) -> None:
    """Show a contest's whole board, to those who play and to those who look on."""
    if contest_id:
        one: Overview | None = await turn.ask(overview, contest_id, turn.me.id)
    else:
        one = await meant_contest(turn, 0, lambda number: f"rank:{number}")
    if one is None:
        return
    try:
        found, board = await turn.ask(_boards, one.contest.id, turn.me.id)
    except NoBoardError:
        buttons = (now_button(one.contest),) if one.mine is not None else ()
        await show(turn, Say("rank-none-yet"), buttons=tuple(row for row in buttons if row))
        return
    await show(turn, *rank_lines(found, board), buttons=rank_buttons(board))


async def _estimate(turn: Turn, contest_id: int) -> None:
    """Tell somebody where they would stand if the day closed now; nobody else's line."""
    books, now = turn.house.contest_watch.books, turn.clock.now()
    known = books.get(contest_id)
    if known is None or not await turn.ask(is_current, contest_id, known):
        known = books[contest_id] = await turn.ask(read_book, contest_id)
    found = await asyncio.to_thread(estimate, known, turn.house.quote_board, turn.me.id, now)
    if found is None:
        await tell_not_playing(turn)
        return
    await turn.answer()
    await turn.reply(*estimate_lines(found, known.rules))


def _boards(session: Session, contest_id: int, member_id: int) -> tuple[Around, Board]:
    found = standings.around(session, contest_id, member_id)
    return found, standings.board(session, contest_id)


async def _show_in_group(turn: Turn, one: Overview) -> None:
    try:
        board = await turn.ask(standings.board, one.contest.id)
    except NoBoardError:
        await turn.reply(Say("rank-none-yet"))
        return
    link = private_link(turn, "rank", Say("button-rank-full"))
    await turn.reply(*rank_in_group(board), buttons=link)


async def _send_picture(turn: Turn, contest_id: int) -> None:
    await turn.notice()
    board, origin = await turn.ask(board_post.board_of, contest_id)
    found = await turn.ask(standings.around, contest_id, turn.me.id, 0)
    await turn.answer()
    drawn = board_post.picture_of(board, origin, found.mine)
    picture = await asyncio.to_thread(draw_board, drawn, turn.words, turn.language)
    caption = Say("rank-caption", title=board.contest.title, day=board.day)
    await turn.reply(caption, picture=picture)
