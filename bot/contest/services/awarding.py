"""Giving a contest's prizes: by one operator within the cap, beyond it by two."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.contest.operator_errors import AwardWaitsError, NothingToAwardError
from bot.contest.services import decisions, prizes
from bot.contest.services.prizes import Purse
from bot.contest.services.staff_desk import StaffDesk
from bot.contest.states import DecisionKind
from bot.members.deed import Deed
from db.models.contest_trade import ContestDecision
from db.repositories import contest_cases


@dataclass(frozen=True, slots=True)
class Awarded:
    """What was given, or what waits for a second operator."""

    purse: Purse
    waits: ContestDecision | None = None


def award(session: Session, contest_id: int, reason: str, deed: Deed, desk: StaffDesk) -> Awarded:
    """Give every prize that is open, or ask a second operator where the sum is beyond the cap."""
    purse = prizes.purse_of(session, contest_id, desk)
    if not purse.open:
        raise NothingToAwardError(title=purse.contest.title)
    if purse.points <= desk.cap:
        prizes.give(session, purse.contest, deed.actor_id, deed, desk)
        return Awarded(purse)
    since, kind = deed.now - decisions.LASTS, DecisionKind.AWARD_PRIZES
    if contest_cases.waiting(session, contest_id, kind, since):
        raise AwardWaitsError(title=purse.contest.title)
    body = {"members": len(purse.open), "points": purse.points}
    waits = decisions.ask(session, purse.contest, kind, body, reason, deed, desk)
    return Awarded(purse, waits)
