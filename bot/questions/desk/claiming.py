"""Who has a question: taking it on, giving it back, handing it to a colleague."""

from sqlmodel import Session, col

from bot.i18n import Say
from bot.members.deed import Deed
from bot.members.roles import Right, allowed
from bot.members.service import roles_of
from bot.questions import cases
from bot.questions.cases import Line
from bot.questions.desk import people, telling
from bot.questions.desk.desk import ExpertDesk
from bot.questions.desk.errors import (
    NotAnExpertError,
    QuestionEndedError,
    QuestionTakenError,
)
from bot.questions.desk.routing import Expert, is_away, may_answer
from bot.questions.desk.service import case_of, moved_deadline
from bot.questions.desk.showing import ping, refresh
from bot.questions.states import EventKind, QuestionState
from db.models.question import QuestionCase
from db.repositories import questions

HUMAN, WAITING = QuestionState.HUMAN, QuestionState.WAITING
MOST_COLLEAGUES = 12


def claim(session: Session, desk: ExpertDesk, case_id: int, deed: Deed) -> QuestionCase:
    """Take a question on; the first of two has it, the other is told who."""
    case = case_of(session, case_id)
    if case.state is HUMAN and case.assignee_id == deed.actor_id:
        return case
    refuse_taken(session, case)
    people.require_may(session, desk, case, deed.actor_id, deed.now)
    values = {
        "assignee_id": deed.actor_id,
        "first_claimed_at": case.first_claimed_at or deed.now,
        "stale": True,
    }
    if not cases.change(session, case_id, WAITING, HUMAN, deed.now, **values):
        refuse_taken(session, case_of(session, case_id))
        raise QuestionEndedError(number=case_id)
    _trace(session, case, EventKind.CLAIMED, deed, {"assignee": deed.actor_id})
    return _shown(session, desk, case_id, deed)


def release(session: Session, desk: ExpertDesk, case_id: int, deed: Deed) -> QuestionCase:
    """Give a question back to the queue: by who has it, or by an operator."""
    case = case_of(session, case_id)
    if case.state is WAITING:
        return case
    holder = _require_holder(session, desk, case, deed)
    let_go(session, desk, case, deed, holder)
    return _shown(session, desk, case_id, deed)


def let_go(session: Session, desk: ExpertDesk, case: QuestionCase, deed: Deed, holder: int) -> bool:
    """Put a question back into the queue if `holder` still has it; tell whether they had.

    Whoever was asked back hears of the new time: they were promised that theirs stands.
    """
    held = col(QuestionCase.assignee_id) == holder
    values: dict[str, object] = {
        "state": WAITING,
        "assignee_id": None,
        "claimed_at": None,
        "stale": True,
    }
    stood = case.asked_back_at is not None
    if stood:
        values |= moved_deadline(session, desk, case, deed.now)
    if not questions.move(session, case.id, {HUMAN}, held, **values):
        return False
    _trace(session, case, EventKind.RELEASED, deed, {"assignee": None, "before": holder})
    if stood:
        session.refresh(case)
        key = f"qdue:{case.id}:{case.version}"
        telling.tell_promise(session, desk, case, key, "released", deed.now)
    return True


def hand_on(session: Session, desk: ExpertDesk, case_id: int, to: int, deed: Deed) -> QuestionCase:
    """Hand a question on to a colleague who may answer it, and call them."""
    case = case_of(session, case_id)
    if case.state is HUMAN and case.assignee_id == to:
        return case
    holder = _require_holder(session, desk, case, deed)
    if not people.is_expert(session, desk, to):
        raise NotAnExpertError(name=people.name_of(session, to))
    people.require_may(session, desk, case, to, deed.now)
    held = col(QuestionCase.assignee_id) == holder
    values = {"assignee_id": to, "claimed_at": deed.now, "stale": True}
    if not questions.move(session, case_id, {HUMAN}, held, **values):
        refuse_taken(session, case_of(session, case_id), but=deed.actor_id)
        raise QuestionEndedError(number=case_id)
    _trace(session, case, EventKind.HANDED_ON, deed, {"assignee": to, "before": holder})
    by, name = people.name_of(session, deed.actor_id), people.mention_of(session, to)
    say = Say("expert-ping-handed", name=name, by=by, number=case_id)
    ping(session, desk, case, f"to:{deed.key}", say, deed.now)
    return _shown(session, desk, case_id, deed)


def colleagues(session: Session, desk: ExpertDesk, case: QuestionCase, deed: Deed) -> list[Expert]:
    """Return to whom a question can be handed on, the fewest open cases first."""
    day, matter = desk.day_of(deed.now), people.matter_of(case)
    able = [
        each
        for each in people.everyone(session, desk)
        if each.id != case.assignee_id
        and may_answer(each, matter, day, desk.needs)
        and not is_away(each, deed.now)
    ]
    return sorted(able, key=lambda each: (each.open_cases, each.id))[:MOST_COLLEAGUES]


def refuse_taken(session: Session, case: QuestionCase, but: int | None = None) -> None:
    """Raise QuestionTakenError where somebody has a question, QuestionEndedError where it ended."""
    if case.state is HUMAN and case.assignee_id not in {None, but}:
        who = people.name_of(session, case.assignee_id)
        raise QuestionTakenError(number=case.id, who=who)
    if case.state not in {WAITING, HUMAN}:
        raise QuestionEndedError(number=case.id)


def may_manage(session: Session, desk: ExpertDesk, member_id: int) -> bool:
    """Tell whether somebody looks after the desk."""
    return allowed(roles_of(session, member_id, desk.owners), Right.MANAGE_QUESTIONS)


def _require_holder(session: Session, desk: ExpertDesk, case: QuestionCase, deed: Deed) -> int:
    if case.state is not HUMAN or case.assignee_id is None:
        raise QuestionEndedError(number=case.id)
    if case.assignee_id != deed.actor_id and not may_manage(session, desk, deed.actor_id):
        refuse_taken(session, case, but=deed.actor_id)
    return case.assignee_id


def _trace(
    session: Session,
    case: QuestionCase,
    kind: EventKind,
    deed: Deed,
    details: dict[str, int | None],
) -> None:
    cases.note(session, case.id, Line(kind, deed.actor_id, details=details), deed.now)
    before = {"assignee": case.assignee_id, "state": case.state.value}
    deed.log(session, f"question-{kind.value}", f"question:{case.id}", before, details)


def _shown(session: Session, desk: ExpertDesk, case_id: int, deed: Deed) -> QuestionCase:
    case = case_of(session, case_id)
    refresh(session, desk, case, deed.now)
    return case
