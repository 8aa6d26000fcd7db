"""`/contest status 3`, `/contest help`: how a contest stands, and what operators can do."""

from sqlmodel import Session

from bot.contest.input.admin_words import leading_number
from bot.contest.operator_errors import AdminUsageError
from bot.contest.services import status
from bot.contest.services.overview import Overview, contests_for
from bot.contest.telling.staff import (
    staff_list_buttons,
    staff_list_lines,
    status_buttons,
    status_lines,
)
from bot.i18n import Say
from bot.telegram.turn import Turn
from handlers.common import show

LONGEST_ECHO = 20


def _every(session: Session, member_id: int) -> tuple[Overview, ...]:
    return contests_for(session, member_id, include_drafts=True)


async def overview(turn: Turn, subcommand: str) -> None:
    """Show every contest, drafts among them, to somebody who runs them; `/contest 3` means one."""
    number = leading_number(subcommand).number
    if number is not None:
        await seen(turn, number, "")
    elif subcommand:
        received = subcommand[:LONGEST_ECHO]
        await turn.reply(Say("staff-unknown", received=received), Say("staff-help"))
    else:
        found = await turn.ask(_every, turn.me.id)
        await show(turn, *staff_list_lines(found), buttons=staff_list_buttons(found))


async def asked(turn: Turn, rest: str) -> None:
    """Show how one contest stands."""
    found = leading_number(rest)
    if found.number is None:
        raise AdminUsageError(command="status")
    await seen(turn, found.number, "")


async def seen(turn: Turn, contest_id: int, _rest: str) -> None:
    """Show how one contest stands, from a button."""
    found = await turn.ask(status.status, contest_id, turn.me.id, turn.now)
    await show(turn, *status_lines(found), buttons=status_buttons(found))


async def help_(turn: Turn, _rest: str) -> None:
    """Say every subcommand with its usage."""
    await turn.reply(Say("staff-help"))
