"""The desk's tick: everything that time alone brings about, decided from the database.

Any number of ticks at any moment do each thing once: every step is a column that was empty
and a message with a key of its own.
"""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.i18n import Say
from bot.members.deed import Deed
from bot.questions import cases
from bot.questions.cases import Line
from bot.questions.desk import people, telling
from bot.questions.desk.cards import when
from bot.questions.desk.claiming import let_go
from bot.questions.desk.closing import close_idle, close_quiet
from bot.questions.desk.compensation import compensate
from bot.questions.desk.desk import ExpertDesk, clock_of
from bot.questions.desk.returning import offer_again
from bot.questions.desk.sent import Sent
from bot.questions.desk.service import case_of
from bot.questions.desk.showing import ping, refresh, settle_card
from bot.questions.desk.sla import Clock, Mark, mark_times, promise
from bot.questions.states import EventKind, QuestionState
from db.models.question import QuestionCase
from db.repositories import expert_desk, questions

COLUMNS = {
    Mark.HALF: "reminded_half_at",
    Mark.END: "reminded_end_at",
    Mark.MISSED: "missed_at",
    Mark.OWNERS: "escalated_at",
}
TRACES = {
    Mark.HALF: EventKind.REMINDED,
    Mark.END: EventKind.REMINDED,
    Mark.MISSED: EventKind.MISSED,
    Mark.OWNERS: EventKind.ESCALATED,
}


def tick(session: Session, desk: ExpertDesk, deed: Deed) -> int:
    """Do what is due; return how many cases something was done about."""
    clock, touched = clock_of(session, desk), 0
    for case in expert_desk.with_people(session):
        settle_card(session, case, deed.now)
        touched += _watch(session, desk, case, clock, deed)
    touched += close_quiet(session, desk, deed.now) + close_idle(session, deed.now)
    offer_again(session, deed.now)
    for case_id in expert_desk.stale(session):
        refresh(session, desk, case_of(session, case_id), deed.now)
    return touched


def _watch(
    session: Session, desk: ExpertDesk, case: QuestionCase, clock: Clock, deed: Deed
) -> bool:
    """Look after one case: its expert, its promise, its clock."""
    left = _left_behind(session, desk, case, deed)
    if case.asked_back_at is not None and not left:
        return left
    if clock.stands:
        return _held(session, desk, case, deed.now) or left
    if case.due_at is None:
        return _promise_at_last(session, desk, case, clock, deed.now) or left
    return _remind(session, desk, case, clock, deed.now) or left


def _remind(
    session: Session, desk: ExpertDesk, case: QuestionCase, clock: Clock, now: datetime
) -> bool:
    """Tell of the latest mark that was reached; those before it are only dated."""
    stopped = timedelta(seconds=case.clock_stopped_seconds)
    since = case.waiting_since or case.opened_at
    times = dict(mark_times(since, desk.terms.span(case.tier), stopped, clock))
    times[Mark.MISSED] = case.due_at or times[Mark.MISSED]
    reached = [mark for mark in Mark if mark in times and times[mark] <= now]
    new = [mark for mark in reached if _date(session, case, mark, now)]
    for mark in new:
        if mark in {Mark.MISSED, Mark.OWNERS} or mark is reached[-1]:
            _tell(session, desk, case, mark, now)
    return bool(new)


def _date(session: Session, case: QuestionCase, mark: Mark, now: datetime) -> bool:
    if case.due_at is None or getattr(case, COLUMNS[mark]) is not None:
        return False
    if not expert_desk.mark(session, case.id, COLUMNS[mark], now, case.due_at):
        return False
    key = f"{mark.value}:{case.id}:{case.due_at.isoformat()}"
    line = Line(TRACES[mark], key=key, details={"mark": mark.value})
    cases.note(session, case.id, line, now)
    return True


def _tell(
    session: Session, desk: ExpertDesk, case: QuestionCase, mark: Mark, now: datetime
) -> None:
    due = case.due_at
    if due is None:
        return
    key, at = f"{mark.value}:{due.isoformat()}", when(due, now, desk.community.zone)
    if mark is Mark.MISSED:
        compensate(session, desk, case, now)
    if mark is Mark.OWNERS:
        _tell_owners(session, desk, case, key, now)
        return
    whom = _called(session, desk, case, now)
    say = Say(f"expert-ping-{mark.value}", number=case.id, due=at, name=whom)
    ping(session, desk, case, key, say, now)


def _called(session: Session, desk: ExpertDesk, case: QuestionCase, now: datetime) -> Say:
    """Name who is to hear of it: who has the case, else whom it suits."""
    if case.assignee_id is not None:
        return people.mention_of(session, case.assignee_id)
    found = people.suggested(session, desk, case, now)
    if not found:
        return Say("expert-everybody")
    return people.joined([people.mention_of(session, each.id) for each in found])


def _tell_owners(
    session: Session, desk: ExpertDesk, case: QuestionCase, key: str, now: datetime
) -> None:
    owners = [people.mention_of(session, owner) for owner in desk.owners]
    whom = people.joined(owners) if owners else Say("expert-everybody")
    say = Say("expert-ping-owners", number=case.id, name=whom, due=case.due_at)
    ping(session, desk, case, key, say, now)


def _promise_at_last(
    session: Session, desk: ExpertDesk, case: QuestionCase, clock: Clock, now: datetime
) -> bool:
    """Make the promise that could not be made before: the calendar goes on, somebody may answer."""
    if not people.somebody_may(session, desk, case, now):
        return False
    stopped = timedelta(seconds=case.clock_stopped_seconds)
    since = case.waiting_since or case.opened_at
    made = promise(since, desk.terms.span(case.tier) + stopped, clock)
    if made.answer_by is None or made.answer_by <= now or case.is_advice:
        # What lies in the past already is no promise, nor could anybody advise before: the
        # time counts from now.
        made = promise(now, desk.terms.span(case.tier), clock)
    if made.answer_by is None:
        return False
    values = {"due_at": made.answer_by, "promised_at": made.answer_by, "stale": True}
    if not questions.move(session, case.id, {case.state}, **values):
        return False
    session.refresh(case)
    key = f"qdue:{case.id}:{case.version}"
    telling.tell_promise(session, desk, case, key, "calendar", now)
    return True


def _held(session: Session, desk: ExpertDesk, case: QuestionCase, now: datetime) -> bool:
    """Tell the asker, once for each stop, that the promised time passes because of it."""
    if case.promised_at is None or case.promised_at > now or case.missed_at is not None:
        return False
    stop = expert_desk.stops(session)[-1]
    if case.due_at is not None and case.due_at <= stop.started_at:
        return False
    news = telling.News(f"qheld:{case.id}:{stop.id}", Sent.PROMISE)
    return telling.tell(session, desk, case, news, Say("expert-held", number=case.id), now)


def _left_behind(session: Session, desk: ExpertDesk, case: QuestionCase, deed: Deed) -> bool:
    """Put a case back whose expert may not answer any more; the operators are told."""
    holder = case.assignee_id
    if case.state is not QuestionState.HUMAN or holder is None:
        return False
    if people.is_expert(session, desk, holder):
        return False
    if not let_go(session, desk, case, deed, holder):
        return False
    session.refresh(case)
    say = Say("expert-ping-left", number=case.id, name=people.name_of(session, holder))
    return ping(session, desk, case, f"left:{case.version}", say, deed.now)
