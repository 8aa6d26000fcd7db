"""What the queue asks a decider in private, and what it shows them aside."""

from sqlmodel import Session

from bot.compliance.verdict import Lane as Screening
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Say
from bot.members import prompts
from bot.members.deed import Deed
from bot.review import deciding
from bot.review.deciding import Outcome
from bot.review.desk import ReviewDesk
from bot.review.kinds import CaseKind, Decision
from bot.review.service import readable
from bot.review.showing import language_of

ANSWER = "case-answer"


def takes_answer(session: Session, desk: ReviewDesk, case_id: int, reader_id: int) -> bool:
    """Tell whether a case ends with an answer that a member reads: appeals do."""
    return readable(session, desk, case_id, reader_id).kind is CaseKind.APPEAL


def await_answer(
    session: Session,
    desk: ReviewDesk,
    case_id: int,
    decision: Decision,
    deed: Deed,
    *,
    aside: bool,
) -> None:
    """Take the decider's next private message for the answer; with `aside` they are asked there."""
    case = readable(session, desk, case_id, deed.actor_id)
    deciding.check(session, desk, case, decision, deed)
    about = {"case": case_id, "decision": decision.value}
    prompts.await_answer(session, deed.actor_id, ANSWER, about, deed.now)
    if aside:
        say = Say(f"case-ask-{decision.value}", number=case_id)
        send_aside(session, desk, f"ask:{case_id}", say, deed)


def decide(
    session: Session,
    desk: ReviewDesk,
    case_id: int,
    decision: Decision,
    answer: str,
    deed: Deed,
) -> Outcome:
    """Decide with the answer that was typed, and ask no more."""
    outcome = deciding.decide(session, desk, case_id, decision, deed, answer)
    prompts.settle(session, deed.actor_id)
    return outcome


def send_aside(session: Session, desk: ReviewDesk, what: str, say: Say, deed: Deed) -> None:
    """Send something to the one who pressed, in private, once for each press."""
    language = language_of(session, desk, deed.actor_id)
    post = Post(
        send_key=f"case-aside:{what}:{deed.key}"[:160],
        lane=Lane.ALERT,
        chat_id=deed.actor_id,
        text=desk.gate.admit(desk.words.say(language, say), Screening.OPERATORS),
        not_before=deed.now,
    )
    enqueue(session, post, deed.now)
