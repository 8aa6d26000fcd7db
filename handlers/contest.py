"""`/contest`: which contests there are, their rules, entering one."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session

from bot.contest.errors import ContestUnknownError
from bot.contest.events import Side
from bot.contest.input.draft import Draft
from bot.contest.services.entry import Eligibility, eligibility, join
from bot.contest.services.overview import Overview, contests_for, overview
from bot.contest.states import ContestState
from bot.contest.telling.contests import (
    card_buttons,
    card_lines,
    joined_buttons,
    joined_lines,
    list_buttons,
    list_in_group,
    list_lines,
    obstacle_line,
)
from bot.i18n import Say
from bot.telegram.turn import Turn
from handlers import contest_admin, contest_status, portfolio, rank
from handlers.common import private_link, show
from handlers.order_flow import advance

WORDS = ("模拟赛", "模擬賽", "模拟比赛", "模擬比賽")
MOST_DIGITS = 12


async def contest(turn: Turn, arguments: str) -> None:
    """Show which contests there are; operators' subcommands run them."""
    subcommand, _, rest = arguments.partition(" ")
    if subcommand and await contest_admin.admin(turn, subcommand, rest):
        return
    if await contest_admin.is_run_here(turn):
        await contest_status.overview(turn, subcommand)
        return
    found = await turn.ask(contests_for, turn.me.id)
    if not turn.private:
        link = private_link(turn, "contest", Say("button-private")) if found else ()
        await show(turn, *list_in_group(found), buttons=link)
        return
    await show(turn, *list_lines(found), buttons=list_buttons(found))


async def press(turn: Turn, rest: str) -> None:
    """Do what a button of a contest says."""
    action, _, written = rest.partition("-")
    known = written.isascii() and written.isdigit() and len(written) <= MOST_DIGITS
    if not turn.private:
        await turn.answer(Say("contest-private-only"))
    elif action == "list":
        await contest(turn, "")
    elif known and action in _ACTIONS:
        await _ACTIONS[action](turn, int(written))
    else:
        await turn.answer(Say("button-gone"))


async def _see(turn: Turn, contest_id: int) -> None:
    found, may = await _card(turn, contest_id)
    await show(turn, *card_lines(found, may), buttons=card_buttons(found, may))


async def _card(turn: Turn, contest_id: int) -> tuple[Overview, Eligibility]:
    owners, now = turn.house.owners, turn.clock.now()
    return await turn.ask(_overview, contest_id, turn.me.id, owners, now)


def _overview(
    session: Session, contest_id: int, member_id: int, owners: Collection[int], now: datetime
) -> tuple[Overview, Eligibility]:
    found = overview(session, contest_id, member_id)
    if found.contest.state is ContestState.DRAFT:
        raise ContestUnknownError
    return found, eligibility(session, found.contest, member_id, owners, now)


async def _join(turn: Turn, contest_id: int) -> None:
    """Enter, or say what has come between since the card was shown."""
    before, may = await _card(turn, contest_id)
    if before.mine is None and may.obstacle is not None:
        await turn.answer(obstacle_line(before, may.obstacle), alert=True)
        await turn.edit(*card_lines(before, may), buttons=card_buttons(before, may))
        return
    await turn.act(join, contest_id, turn.me.id, turn.house.owners, turn.clock.now())
    found = await turn.ask(overview, contest_id, turn.me.id)
    await show(turn, *joined_lines(found), buttons=joined_buttons(found))


async def _buy(turn: Turn, contest_id: int) -> None:
    await advance(turn, Draft(Side.BUY, contest_id))


async def _portfolio(turn: Turn, contest_id: int) -> None:
    await portfolio.show_portfolio(turn, contest_id)


async def _rank(turn: Turn, contest_id: int) -> None:
    await rank.show_rank(turn, contest_id)


_ACTIONS = {"see": _see, "join": _join, "buy": _buy, "portfolio": _portfolio, "rank": _rank}
