"""`/contest void` and `/contest correct`: what an operator asks a second one to put right."""

from decimal import Decimal

from sqlmodel import Session

from bot.contest.input.admin_words import read_signed
from bot.contest.operator_errors import AdminUsageError
from bot.contest.services import decisions
from bot.contest.services.staff_desk import StaffDesk
from bot.i18n import Say
from bot.markup import storable
from bot.members import service as members
from bot.members.deed import Deed
from bot.telegram.turn import Turn
from db.models.contest_trade import ContestDecision
from handlers.common import Meant, deed_of, meant_by


async def void(turn: Turn, order_id: int, reason: str, desk: StaffDesk) -> None:
    """Ask a second operator to undo an order."""
    await turn.act(decisions.ask_void, order_id, storable(reason), deed_of(turn), desk)
    await turn.reply(Say("decision-asked", hours=decisions.hours()))


async def correct(turn: Turn, contest_id: int, rest: str, desk: StaffDesk) -> None:
    """Ask a second operator to book an amount on a member's account."""
    meant = meant_by(turn, rest)
    if meant is None or not meant.rest:
        raise AdminUsageError(command="correct")
    amount, _, reason = meant.rest.partition(" ")
    signed = read_signed(amount)
    deed = deed_of(turn)
    await turn.act(_ask, contest_id, meant, signed, storable(reason), deed, desk)
    await turn.reply(Say("decision-asked", hours=decisions.hours()))


def _ask(
    session: Session,
    contest_id: int,
    meant: Meant,
    amount: Decimal,
    reason: str,
    deed: Deed,
    desk: StaffDesk,
) -> ContestDecision:
    if meant.person is not None:
        member = members.register(session, meant.person.id, meant.names, deed.now)
    else:
        member = members.find_member(session, meant.handle)
    return decisions.ask_correct(session, contest_id, member.id, amount, reason, deed, desk)
