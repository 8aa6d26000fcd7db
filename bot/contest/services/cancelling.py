"""Cancelling a contest that has been announced: asked about once more, with its reason kept."""

from sqlmodel import Session

from bot.contest.services import decisions, lifecycle
from bot.contest.services.staff_desk import StaffDesk
from bot.members import prompts
from bot.members.deed import Deed
from db.models.contest import Contest

NOUN = "contest-cancel"


def ask(session: Session, contest_id: int, reason: str, deed: Deed) -> Contest:
    """Keep an operator's reason until they say that they are sure; a reason does not fit a button.

    Raise the errors of `lifecycle.cancel` and of a reason that will not do.
    """
    contest = lifecycle.held(session, contest_id, lifecycle.CHANGEABLE)
    kept = {"contest": contest_id, "reason": decisions.checked_reason(reason)}
    prompts.await_answer(session, deed.actor_id, NOUN, kept, deed.now)
    return contest


def confirm(session: Session, contest_id: int, deed: Deed, desk: StaffDesk) -> Contest | None:
    """Cancel for the reason that this operator gave; nothing if it was too long ago."""
    asked = prompts.awaited(session, deed.actor_id, deed.now)
    if asked is None or asked.noun != NOUN or asked.about["contest"] != contest_id:
        return None
    prompts.settle(session, deed.actor_id)
    return lifecycle.cancel(session, contest_id, str(asked.about["reason"]), deed, desk)
