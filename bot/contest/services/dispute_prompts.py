"""What the bot asks in private about a case: the member's reason, the decider's answer."""

from sqlmodel import Session

from bot.contest.services import disputes
from bot.contest.services.disputes import Case
from bot.contest.services.staff_desk import StaffDesk
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Say
from bot.members import prompts
from bot.members.deed import Deed
from db.models.contest_trade import ContestFill
from db.repositories import members

REASON, ANSWER = "dispute-reason", "dispute-answer"


def await_reason(session: Session, reference: str, deed: Deed) -> ContestFill:
    """Take a member's next message for what is wrong with a fill of theirs."""
    fill = disputes.disputable(session, deed.actor_id, reference)
    prompts.await_answer(session, deed.actor_id, REASON, {"fill": fill.fill}, deed.now)
    return fill


def open_case(session: Session, reference: str, text: str, deed: Deed, desk: StaffDesk) -> Case:
    """Open a case of the actor's own, and ask no more."""
    case = disputes.open_case(session, deed.actor_id, reference, text, deed, desk)
    prompts.settle(session, deed.actor_id)
    return case


def stop(session: Session, member_id: int, deed: Deed) -> bool:
    """Ask no more; tell whether a reason was being waited for."""
    asked = prompts.awaited(session, member_id, deed.now)
    if asked is None or asked.noun != REASON:
        return False
    prompts.settle(session, member_id)
    return True


def await_decision(
    session: Session, dispute_id: int, action: str, deed: Deed, desk: StaffDesk, *, aside: bool
) -> None:
    """Take the decider's next private message for the answer; with `aside` they are asked there."""
    case = disputes.undecided(session, dispute_id, deed)
    about = {"dispute": case.dispute.id, "action": action}
    prompts.await_answer(session, deed.actor_id, ANSWER, about, deed.now)
    if not aside:
        return
    member = members.by_id(session, deed.actor_id)
    language = (member.language if member else None) or desk.language
    asked = Say(f"dispute-ask-{action}", number=dispute_id)
    post = Post(
        send_key=f"dispute-ask:{deed.key}",
        lane=Lane.ALERT,
        chat_id=deed.actor_id,
        text=desk.gate.admit(desk.words.say(language, asked)),
        not_before=deed.now,
    )
    enqueue(session, post, deed.now)


def decide(
    session: Session, dispute_id: int, action: str, answer: str, deed: Deed, desk: StaffDesk
) -> None:
    """Let the fill stand, or ask a second operator to undo the order; ask no more."""
    if action == "keep":
        disputes.keep(session, dispute_id, answer, deed, desk)
    else:
        disputes.ask_undo(session, dispute_id, answer, deed, desk)
    prompts.settle(session, deed.actor_id)
