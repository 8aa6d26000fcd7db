"""An AMA while it runs: opened on time, one question after another, ended or stopped."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.ama import cards, posting, receipts, series, telling
from bot.ama.desk import EXPERTS, AmaDesk
from bot.ama.errors import (
    AmaAnswerHeldError,
    AmaAnswerLongError,
    AmaDecidedError,
    AmaNotYourStageError,
    AmaUnknownError,
)
from bot.ama.moving import held, move
from bot.ama.states import AmaState, AskedState
from bot.i18n import Say
from bot.markup import storable
from bot.members.deed import Deed
from bot.members.roles import Right, allowed
from bot.members.service import roles_of
from db.models.ama import AmaQuestion, AmaSession
from db.repositories import ama

LATEST_OPENING = timedelta(minutes=30)
"""What could not open within this long of its time is called off: nobody waits any more."""
MOST_REASONS = 4
LONGEST_EXCERPT = 40
IN_QUEUE = 10


def due_to_open(session: Session, now: datetime) -> list[int]:
    """Return the AMAs whose time has come."""
    waiting = ama.in_states(session, [AmaState.COLLECTING])
    return [found.id for found in waiting if found.starts_at <= now]


def due_to_end(session: Session, now: datetime) -> list[int]:
    """Return the AMAs whose time is over."""
    running = ama.in_states(session, [AmaState.OPEN])
    return [found.id for found in running if found.ends_at <= now]


def open_stage(session: Session, desk: AmaDesk, session_id: int, deed: Deed) -> bool:
    """Open an AMA in its groups and put its first question before the expert.

    A session of a series whose day turned out to have no trading waits for an operator's word.
    """
    found = ama.locked(session, session_id)
    if found is None or found.state is not AmaState.COLLECTING or found.starts_at > deed.now:
        return False
    if deed.now - found.starts_at > LATEST_OPENING:
        _call_off(session, desk, found, deed)
        return False
    if series.waits_for_word(session, desk, found):
        return False
    length = found.ends_at - found.starts_at
    found.opened_at, found.ends_at = deed.now, deed.now + length
    move(session, found, AmaState.OPEN, deed)
    _say_opening(session, desk, found, deed.now)
    next_on_stage(session, desk, found, deed.now)
    return True


def next_on_stage(session: Session, desk: AmaDesk, found: AmaSession, now: datetime) -> None:
    """Put the most wanted question before the expert, unless one lies there already."""
    if found.state is not AmaState.OPEN:
        return
    ranked = ama.ranked(session, found.id, {AskedState.LISTED})
    if not ranked or any(question.on_stage for question, _ in ranked):
        return
    question = ranked[0][0]
    question.on_stage, question.staged = True, question.staged + 1
    session.flush()
    cards.stage(session, desk, found, question, now)


def answer(session: Session, desk: AmaDesk, question_id: int, text: str, deed: Deed) -> int:
    """Post an answer in every group of the AMA; return in how many.

    Of two who reply the faster answers. What the gate stops, or what no message holds, is not
    sent and can be sent again in other words. The asker reads it in private as well.
    """
    question, found = _on_stage(session, desk, question_id, deed)
    if question.state is not AskedState.LISTED:
        raise _decided(question)
    words = storable(text).strip()
    lines = telling.answer_lines(session, desk, found, question, words)
    _check(desk, lines)
    values = {
        "state": AskedState.ANSWERED,
        "answer": words,
        "answered_by": deed.actor_id,
        "answered_at": deed.now,
        "on_stage": False,
    }
    if not ama.change(session, question.id, {AskedState.LISTED}, values):
        session.refresh(question)
        raise _decided(question)
    count = posting.post(session, desk, found, f"answer:{question.id}", lines, deed.now)
    told = (Say("ama-told-answered", title=found.title), *lines)
    receipts.tell(session, desk, found, question, "answered", told, deed.now)
    cards.redraw(session, desk, found, question, deed.now)
    next_on_stage(session, desk, found, deed.now)
    return count


def skip(session: Session, desk: AmaDesk, question_id: int, deed: Deed) -> None:
    """Put a question behind all others; the next one comes."""
    question, found = _on_stage(session, desk, question_id, deed)
    if question.state is not AskedState.LISTED or not question.on_stage:
        raise _decided(question)
    question.skipped, question.on_stage = True, False
    session.flush()
    cards.redraw(session, desk, found, question, deed.now)
    next_on_stage(session, desk, found, deed.now)


def end(session: Session, desk: AmaDesk, session_id: int, deed: Deed) -> AmaSession:
    """End an AMA; its digest follows."""
    found = held(session, session_id, {AmaState.OPEN})
    require_stage(session, desk, found, deed.actor_id)
    _close(session, desk, found, deed)
    return found


def end_in_time(session: Session, desk: AmaDesk, session_id: int, deed: Deed) -> bool:
    """End an AMA whose time is over, unless somebody else did; tell whether it was this one."""
    found = ama.locked(session, session_id)
    if found is None or found.state is not AmaState.OPEN or found.ends_at > deed.now:
        return False
    _close(session, desk, found, deed)
    return True


def stop(session: Session, desk: AmaDesk, session_id: int, deed: Deed) -> tuple[AmaSession, int]:
    """Stop an AMA at once: nothing more of it is sent; return how many messages that were."""
    found = held(session, session_id, {AmaState.COLLECTING, AmaState.OPEN})
    dropped = posting.drop_all(session, found, deed.now)
    move(session, found, AmaState.STOPPED, deed, "stopped")
    _say_it_is_off(session, desk, found, deed.now)
    return found, dropped


def require_stage(session: Session, desk: AmaDesk, found: AmaSession, actor: int) -> None:
    """Refuse whoever neither answers in an AMA nor runs it."""
    roles = roles_of(session, actor, desk.owners)
    is_expert = actor == found.expert_id and bool(roles & EXPERTS)
    if not is_expert and not allowed(roles, Right.RUN_AMA):
        raise AmaNotYourStageError


def _close(session: Session, desk: AmaDesk, found: AmaSession, deed: Deed) -> None:
    move(session, found, AmaState.CLOSED, deed)
    _clear_stage(session, desk, found, deed.now)


def _call_off(session: Session, desk: AmaDesk, found: AmaSession, deed: Deed) -> None:
    posting.drop_all(session, found, deed.now)
    closed = series.waits_for_word(session, desk, found)
    move(session, found, AmaState.CANCELLED, deed, "closed-day" if closed else "late")
    say = Say(
        "alert-ama-closed-day" if closed else "alert-ama-late",
        title=found.title,
        at=found.starts_at,
    )
    desk.alerts.raise_in(session, f"ama-late:{found.id}", say, deed.now)
    _say_it_is_off(session, desk, found, deed.now)


def _say_it_is_off(session: Session, desk: AmaDesk, found: AmaSession, now: datetime) -> None:
    """Tell the groups and everybody who asked that there will be no more of it."""
    _clear_stage(session, desk, found, now)
    line = Say("ama-stopped-in-group", title=found.title)
    useless = now + posting.USELESS_AFTER
    posting.post(session, desk, found, "stop", [line], now, useless_after=useless)
    for question, _ in ama.ranked(session, found.id, {AskedState.LISTED, AskedState.PENDING}):
        told = [Say("ama-told-stopped", title=found.title, question=question.text)]
        receipts.tell(session, desk, found, question, "stopped", told, now)


def _clear_stage(session: Session, desk: AmaDesk, found: AmaSession, now: datetime) -> None:
    for question, _ in ama.ranked(session, found.id, {AskedState.LISTED}):
        if question.on_stage:
            question.on_stage = False
            session.flush()
            cards.redraw(session, desk, found, question, now)


def _say_opening(session: Session, desk: AmaDesk, found: AmaSession, now: datetime) -> None:
    ranked = ama.ranked(session, found.id, {AskedState.LISTED})
    lines = (Say("ama-opens"), *telling.group_lines(session, desk, found, ranked, 2))
    posting.post(session, desk, found, "open", lines, now, useless_after=found.ends_at)
    waiting = telling.queue(ranked, IN_QUEUE)
    name = "alert-ama-open" if waiting else "alert-ama-open-empty"
    say = Say(name, title=found.title, count=len(ranked), queue=waiting)
    rows = telling.staff_buttons(found)
    desk.alerts.raise_in(session, f"ama-open:{found.id}", say, now, rows)


def _on_stage(
    session: Session, desk: AmaDesk, question_id: int, deed: Deed
) -> tuple[AmaQuestion, AmaSession]:
    """Return a question with its running AMA, which nobody else changes meanwhile."""
    question = ama.question(session, question_id)
    if question is None:
        raise AmaUnknownError(received=str(question_id))
    found = held(session, question.session_id, {AmaState.OPEN})
    require_stage(session, desk, found, deed.actor_id)
    session.refresh(question)
    return question, found


def _check(desk: AmaDesk, lines: tuple[Say, ...]) -> None:
    """Refuse what may not be said, and what is too long for a message."""
    length = posting.length_of(desk, lines)
    if length > desk.text_limit:
        raise AmaAnswerLongError(count=length, most=desk.text_limit)
    causes = posting.causes(desk, lines)
    if causes:
        reasons = tuple(
            Say("ama-held-line", excerpt=cause.excerpt[:LONGEST_EXCERPT], reason=cause.reason)
            for cause in causes[:MOST_REASONS]
        )
        raise AmaAnswerHeldError(reasons=reasons)


def _decided(question: AmaQuestion) -> AmaDecidedError:
    return AmaDecidedError(state=Say(f"ama-asked-{question.state.value}"))
