"""Questions come to the desk: a deadline, a card, and what the asker adds meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col

from bot.i18n import Say
from bot.questions import cases
from bot.questions.cases import Line
from bot.questions.desk import people, telling
from bot.questions.desk.desk import ExpertDesk, clock_of
from bot.questions.desk.errors import QuestionUnknownError
from bot.questions.desk.showing import ping, refresh
from bot.questions.desk.sla import promise
from bot.questions.promise import Promise
from bot.questions.states import EventKind, QuestionState
from db.models.question import QuestionCase
from db.repositories import expert_desk, questions

FRESH_CLOCK = {
    "clock_stopped_seconds": 0,
    "asked_back_at": None,
    "reminded_half_at": None,
    "reminded_end_at": None,
    "missed_at": None,
    "escalated_at": None,
}


@dataclass(frozen=True, slots=True)
class Experts:
    """The desk as asking knows it: `bot.questions.promise.HumanDesk`.

    `desk` gives the parts of the house as they are by then.
    """

    desk: Callable[[], ExpertDesk]

    def enter(self, session: Session, case: QuestionCase, now: datetime) -> Promise:
        """Set the deadline of a case that now waits, show it to the experts; promise."""
        return enter(session, self.desk(), case, now)

    def changed(self, session: Session, case: QuestionCase, now: datetime) -> None:
        """The asker added to, corrected, closed or reopened a case that people have."""
        changed(session, self.desk(), case, now)


def enter(session: Session, desk: ExpertDesk, case: QuestionCase, now: datetime) -> Promise:
    """Start the clock of a case that now waits, and post its card; return what is promised.

    Nothing is promised where the calendar ends before the time is over, while an incident
    stops the clocks, nor of advice that nobody may give today; the promise follows as soon as
    it can be made.
    """
    span, since = desk.terms.span(case.tier), case.waiting_since or now
    made = Promise(None, unlicensed=True)
    if people.somebody_may(session, desk, case, now):
        made = promise(since, span, clock_of(session, desk))
    expert_desk.set_columns(
        session, case.id, due_at=made.answer_by, promised_at=made.answer_by, **FRESH_CLOCK
    )
    minutes = int(span.total_seconds() // 60)
    due = made.answer_by.isoformat() if made.answer_by else None
    line = Line(EventKind.PROMISED, details={"due": due, "minutes": minutes})
    cases.note(session, case.id, line, now)
    refresh(session, desk, case, now)
    return made


def changed(session: Session, desk: ExpertDesk, case: QuestionCase, now: datetime) -> None:
    """Show what the asker did on the card; whoever waits for them goes on, and is told."""
    if case.state is QuestionState.HUMAN and case.asked_back_at is not None:
        resume(session, desk, case, now)
    refresh(session, desk, case, now)


def resume(session: Session, desk: ExpertDesk, case: QuestionCase, now: datetime) -> bool:
    """Let the clock of a case run again that stood while the asker was asked; tell whether it did.

    The deadline moves by the business time that has passed, and both sides hear of it.
    """
    since = case.asked_back_at
    if since is None:
        return False
    values = moved_deadline(session, desk, case, now)
    still = col(QuestionCase.asked_back_at) == since
    if not questions.move(session, case.id, {QuestionState.HUMAN}, still, **values):
        return False
    session.refresh(case)
    if case.assignee_id is not None:
        name = people.mention_of(session, case.assignee_id)
        ping(session, desk, case, f"back:{case.version}", Say("expert-ping-back", name=name), now)
    telling.tell_promise(session, desk, case, f"qdue:{case.id}:{case.version}", "back", now)
    return True


def moved_deadline(
    session: Session, desk: ExpertDesk, case: QuestionCase, now: datetime
) -> dict[str, object]:
    """Return the columns of a case whose own stop ends now: what stood, and the new deadline."""
    clock = clock_of(session, desk)
    stopped = timedelta(seconds=case.clock_stopped_seconds)
    if case.asked_back_at is not None:
        stopped += clock.passed(case.asked_back_at, now)
    made = promise(case.waiting_since or now, desk.terms.span(case.tier) + stopped, clock)
    return {
        "asked_back_at": None,
        "clock_stopped_seconds": int(stopped.total_seconds()),
        "due_at": made.answer_by,
        "promised_at": made.answer_by,
    }


def case_of(session: Session, case_id: int) -> QuestionCase:
    """Return a case as it is now; raise QuestionUnknownError for one that never needed anybody."""
    found = questions.case(session, case_id)
    if found is None or found.state is QuestionState.BOT:
        raise QuestionUnknownError(received=str(case_id))
    return found
