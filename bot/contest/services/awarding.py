"""Giving a contest's prizes: by one operator within the cap, beyond it by two."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.contest.operator_errors import AwardWaitsError, NothingToAwardError
from bot.contest.services import decisions, lifecycle, prizes
from bot.contest.services.prizes import Purse
from bot.contest.services.staff_desk import StaffDesk
from bot.contest.states import DecisionKind
from bot.members.deed import Deed
from bot.points import grants
from db.models.contest_trade import ContestDecision
from db.repositories import contest_cases, members


@dataclass(frozen=True, slots=True)
class Awarded:
    """What was given, or what waits for a second operator.

    `used`: how much of the cap the operator had used that day before.
    """

    purse: Purse
    used: int
    waits: ContestDecision | None = None


def award(session: Session, contest_id: int, reason: str, deed: Deed, desk: StaffDesk) -> Awarded:
    """Give every prize that is open, or ask a second operator where the sum is beyond the cap.

    The cap is the one of `/grant` and `/deduct`, used up by all three together.
    """
    members.lock(session, deed.actor_id)
    purse = prizes.purse_of(session, contest_id, desk)
    if not purse.open:
        raise NothingToAwardError(title=purse.contest.title)
    used = grants.used_today(session, deed)
    if used + purse.points <= desk.cap:
        after = {"amount": purse.points}
        deed.log(session, grants.AWARDED_ALONE, lifecycle.target_of(purse.contest), {}, after)
        prizes.give(session, purse.contest, deed.actor_id, deed, desk)
        return Awarded(purse, used)
    since, kind = deed.now - decisions.LASTS, DecisionKind.AWARD_PRIZES
    if contest_cases.waiting(session, contest_id, kind, since):
        raise AwardWaitsError(title=purse.contest.title)
    body = {"members": len(purse.open), "points": purse.points}
    waits = decisions.ask(session, purse.contest, kind, body, reason, deed, desk)
    return Awarded(purse, used, waits)
