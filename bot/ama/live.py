"""An AMA while it runs: opened on time, one question after another, ended or stopped."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.ama import cards, posting, telling
from bot.ama.desk import AmaDesk
from bot.ama.errors import (
    AmaAnswerHeldError,
    AmaAnswerLongError,
    AmaDecidedError,
    AmaNotYourStageError,
    AmaUnknownError,
)
from bot.ama.service import held, move
from bot.ama.states import AmaState, AskedState
from bot.compliance.verdict import Lane
from bot.i18n import Say
from bot.markup import storable
from bot.members.deed import Deed
from bot.members.roles import Right, allowed
from bot.members.service import roles_of
from db.models.ama import AmaQuestion, AmaSession
from db.repositories import ama, members

LATEST_OPENING = timedelta(minutes=30)
"""What could not open within this long of its time asks the operators instead."""


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

    One that is far too late is cancelled instead: nobody waits for it any more.
    """
    found = ama.locked(session, session_id)
    if found is None or found.state is not AmaState.COLLECTING or found.starts_at > deed.now:
        return False
    if deed.now - found.starts_at > LATEST_OPENING:
        move(session, found, AmaState.CANCELLED, deed, "late")
        say = Say("alert-ama-late", title=found.title, at=found.starts_at)
        desk.alerts.raise_in(session, f"ama-late:{found.id}", say, deed.now)
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
    sent and can be sent again in other words.
    """
    question, found = _on_stage(session, desk, question_id, deed)
    words = storable(text).strip()
    causes = desk.gate.judge(words, Lane.OUTGOING).causes
    if causes:
        reasons = tuple(
            Say("ama-held-line", excerpt=cause.excerpt[:40], reason=cause.reason)
            for cause in causes[:4]
        )
        raise AmaAnswerHeldError(reasons=reasons)
    lines = _answer_lines(session, found, question, words)
    length = posting.length_of(desk, lines)
    if length > desk.text_limit:
        raise AmaAnswerLongError(count=length, most=desk.text_limit)
    values = {
        "state": AskedState.ANSWERED,
        "answer": words,
        "answered_by": deed.actor_id,
        "answered_at": deed.now,
        "on_stage": False,
    }
    if not ama.change(session, question.id, {AskedState.LISTED}, values):
        session.refresh(question)
        raise AmaDecidedError(state=Say(f"ama-asked-{question.state.value}"))
    count = posting.post(session, desk, found, f"answer:{question.id}", lines, deed.now)
    cards.redraw(session, desk, found, question, deed.now)
    next_on_stage(session, desk, found, deed.now)
    return count


def skip(session: Session, desk: AmaDesk, question_id: int, deed: Deed) -> None:
    """Put a question behind all others; the next one comes."""
    question, found = _on_stage(session, desk, question_id, deed)
    if question.state is not AskedState.LISTED or not question.on_stage:
        raise AmaDecidedError(state=Say(f"ama-asked-{question.state.value}"))
    question.skipped, question.on_stage = True, False
    session.flush()
    cards.redraw(session, desk, found, question, deed.now)
    next_on_stage(session, desk, found, deed.now)


def end(session: Session, desk: AmaDesk, session_id: int, deed: Deed) -> AmaSession:
    """End an AMA; its digest follows."""
    found = held(session, session_id, {AmaState.OPEN})
    if deed.actor_id != desk.bot_id:
        _require_stage(session, desk, found, deed.actor_id)
    found.closed_at = deed.now
    move(session, found, AmaState.CLOSED, deed)
    return found


def stop(session: Session, desk: AmaDesk, session_id: int, deed: Deed) -> tuple[AmaSession, int]:
    """Stop an AMA at once: nothing more of it is sent; return how many messages that were."""
    found = held(session, session_id, {AmaState.COLLECTING, AmaState.OPEN})
    dropped = posting.drop_all(session, found, deed.now)
    found.closed_at = deed.now
    move(session, found, AmaState.STOPPED, deed, "stopped")
    if found.announced_at is not None:
        line = Say("ama-stopped-in-group", title=found.title)
        posting.post(session, desk, found, "stop", [line], deed.now)
    return found, dropped


def running_here(session: Session) -> list[AmaSession]:
    """Return the AMAs whose cards may be replied to."""
    return list(ama.in_states(session, [AmaState.COLLECTING, AmaState.OPEN]))


def _say_opening(session: Session, desk: AmaDesk, found: AmaSession, now: datetime) -> None:
    ranked = ama.ranked(session, found.id, {AskedState.LISTED})
    lines = (Say("ama-opens"), *telling.group_lines(session, found, ranked)[:5])
    buttons = telling.link(desk.bot_username, found)
    posting.post(session, desk, found, "open", lines, now, buttons=buttons)
    queue = tuple(
        Say("ama-row", number=number, question=telling.shortened(question.text), votes=votes)
        for number, (question, votes) in enumerate(ranked[:10], start=1)
    )
    say = Say(
        "alert-ama-open" if queue else "alert-ama-open-empty",
        title=found.title,
        count=len(ranked),
        queue=queue,
    )
    rows = telling.staff_buttons(found)
    desk.alerts.raise_in(session, f"ama-open:{found.id}", say, now, rows)


def _on_stage(
    session: Session, desk: AmaDesk, question_id: int, deed: Deed
) -> tuple[AmaQuestion, AmaSession]:
    question = ama.question(session, question_id)
    if question is None:
        raise AmaUnknownError(received=question_id)
    found = held(session, question.session_id, {AmaState.OPEN})
    _require_stage(session, desk, found, deed.actor_id)
    session.refresh(question)
    return question, found


def _require_stage(session: Session, desk: AmaDesk, found: AmaSession, actor: int) -> None:
    roles = roles_of(session, actor, desk.owners)
    if actor != found.expert_id and not allowed(roles, Right.RUN_AMA):
        raise AmaNotYourStageError


def _answer_lines(
    session: Session, found: AmaSession, question: AmaQuestion, words: str
) -> tuple[Say, ...]:
    expert = members.by_id(session, found.expert_id)
    name = expert.first_name if expert else Say("ama-somebody")
    asker = telling.name_of(members.by_id(session, question.asker_id))
    return (
        Say("ama-answer-question", asker=asker, question=question.text),
        Say("ama-answer", expert=name, answer=words),
    )
