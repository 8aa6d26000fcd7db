"""The incident switch: the clocks of all promises stand, then run again with new deadlines."""

from datetime import timedelta

from sqlmodel import Session

from bot.i18n import Say
from bot.markup import storable
from bot.members.deed import Deed
from bot.questions.desk import people, telling
from bot.questions.desk.desk import ExpertDesk, clock_of
from bot.questions.desk.errors import NoStopError, StopReasonError, StopRunsError
from bot.questions.desk.sla import Clock, promise
from db.models.question import QuestionCase
from db.repositories import expert_desk, questions

LEAST_REASON, MOST_REASON = 2, 200


def pause(session: Session, desk: ExpertDesk, reason: str, deed: Deed) -> int:
    """Stop the clocks of every promise; raise StopRunsError where they stand already."""
    reason = storable(reason).strip()
    if not LEAST_REASON <= len(reason) <= MOST_REASON:
        raise StopReasonError(length=len(reason), least=LEAST_REASON, most=MOST_REASON)
    number = expert_desk.start_stop(session, reason, deed.actor_id, deed.now)
    if number is None:
        running = expert_desk.stops(session)[-1]
        raise StopRunsError(since=running.started_at, reason=running.reason)
    deed.log(session, "expert-pause", f"expert-stop:{number}", {}, {"reason": reason}, reason)
    by = people.name_of(session, deed.actor_id)
    say = Say("expert-alert-paused", reason=reason, name=by)
    desk.alerts.raise_in(session, f"expert-stop:{number}", say, deed.now)
    _redraw_all(session)
    return number


def resume(session: Session, desk: ExpertDesk, deed: Deed) -> int:
    """Let the clocks run again; return how many askers hear of a new time.

    What was missed before they stopped stays missed. A case whose own clock stands goes on
    standing: its deadline is reckoned when its asker has answered.
    """
    number = expert_desk.end_stop(session, deed.actor_id, deed.now)
    if number is None:
        raise NoStopError
    clock = clock_of(session, desk)
    moved = [
        case
        for case in expert_desk.with_people(session)
        if case.missed_at is None and _moved(session, desk, case, clock, deed)
    ]
    for case in moved:
        key = f"qstop:{case.id}:{number}"
        telling.tell_promise(session, desk, case, key, "stop", deed.now)
    deed.log(session, "expert-resume", f"expert-stop:{number}", {}, {"moved": len(moved)})
    by = people.name_of(session, deed.actor_id)
    say = Say("expert-alert-resumed", name=by, count=len(moved))
    desk.alerts.raise_in(session, f"expert-resume:{number}", say, deed.now)
    _redraw_all(session)
    return len(moved)


def _moved(
    session: Session, desk: ExpertDesk, case: QuestionCase, clock: Clock, deed: Deed
) -> bool:
    """Reckon the deadline of a case anew; tell whether it is another one now."""
    if case.asked_back_at is not None:
        return False
    stopped = timedelta(seconds=case.clock_stopped_seconds)
    since = case.waiting_since or case.opened_at
    made = promise(since, desk.terms.span(case.tier) + stopped, clock)
    if made.answer_by is None or made.answer_by == case.due_at:
        return False
    values = {"due_at": made.answer_by, "promised_at": made.answer_by, "stale": True}
    if not questions.move(session, case.id, {case.state}, **values):
        return False
    session.refresh(case)
    return True


def _redraw_all(session: Session) -> None:
    for case in expert_desk.with_people(session):
        expert_desk.set_columns(session, case.id, stale=True)
