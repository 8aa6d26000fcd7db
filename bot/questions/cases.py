"""Question cases: opened once, changed by one of two who race, traced line by line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.i18n import Language
from bot.members.tiers import Tier
from bot.questions.promise import HumanDesk, Promise
from bot.questions.states import CloseReason, EventKind, QuestionState, leads
from db.models.question import NO_TOPIC, QuestionCase
from db.repositories import questions


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was asked; `text` is masked already where it was public and private.

    `thread_id` is the forum topic, 0 where there is none. `origin` is the chat where it was
    asked if that is not the chat where it is dealt with.
    """

    chat_id: int
    asker_id: int
    message_id: int
    text: str
    language: Language
    thread_id: int = NO_TOPIC
    tier: Tier | None = None
    topic_tag: str | None = None
    is_private: bool = False
    is_advice: bool = False
    is_sensitive: bool = False

    @property
    def key(self) -> str:
        """Return what names the message: the same on every replay of it."""
        return f"ask:{self.chat_id}:{self.message_id}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line for the trace; one with a `key` is written once however often it is told."""

    kind: EventKind
    actor_id: int | None = None
    text: str | None = None
    chat_id: int | None = None
    message_id: int | None = None
    key: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Opened:
    """A case, and whether it was opened just now."""

    case: QuestionCase
    is_new: bool


def open_case(session: Session, asked: Asked, now: datetime) -> Opened:
    """Open a case for a question; where one of the asker is open in that place, return that."""
    values = {
        "key": asked.key,
        "chat_id": asked.chat_id,
        "thread_id": asked.thread_id,
        "origin_chat_id": asked.chat_id,
        "message_id": asked.message_id,
        "asker_id": asked.asker_id,
        "state": QuestionState.BOT,
        "text": asked.text,
        "topic_tag": asked.topic_tag,
        "tier": asked.tier,
        "language": asked.language,
        "is_private": asked.is_private,
        "is_advice": asked.is_advice,
        "is_sensitive": asked.is_sensitive,
        "opened_at": now,
        "round": 0,
        "clock_stopped_seconds": 0,
        "stale": False,
        "reopened": 0,
        "version": 1,
    }
    case_id = questions.add_case(session, values)
    if case_id is None:
        known = questions.by_key(session, asked.key) or open_of(session, asked)
        assert known is not None  # noqa: S101 - nothing else refuses a new case
        return Opened(known, False)
    line = Line(
        EventKind.OPENED, asked.asker_id, asked.text, asked.chat_id, asked.message_id, asked.key
    )
    note(session, case_id, line, now)
    return Opened(get(session, case_id), True)


def open_of(session: Session, asked: Asked) -> QuestionCase | None:
    """Return the open case of the same asker in the same place."""
    return questions.open_in(session, asked.chat_id, asked.thread_id, asked.asker_id)


def get(session: Session, case_id: int) -> QuestionCase:
    """Return a case as it is now; it must exist."""
    case = questions.case(session, case_id)
    if case is None:
        raise LookupError(case_id)
    return case


def change(
    session: Session,
    case_id: int,
    expected: QuestionState,
    to: QuestionState,
    now: datetime,
    **values: Any,
) -> bool:
    """Move a case from one state to another; tell whether it still stood in the first.

    Of two people who race exactly one gets true. `values` are further columns to set, or other
    values for those that date the change.
    """
    if not leads(expected, to):
        raise ValueError((expected, to))
    dated = _dated(expected, to, now)
    return questions.move(session, case_id, {expected}, **{"state": to, **dated, **values})


def update(session: Session, case_id: int, expected: QuestionState, **values: Any) -> bool:
    """Set columns of a case that stands in `expected`; tell whether it did."""
    return questions.move(session, case_id, {expected}, **values)


def note(session: Session, case_id: int, line: Line, now: datetime) -> bool:
    """Write a line into the trace of a case; tell whether it was new."""
    values = {
        "case_id": case_id,
        "kind": line.kind,
        "key": line.key,
        "actor_id": line.actor_id,
        "text": line.text,
        "chat_id": line.chat_id,
        "message_id": line.message_id,
        "details": dict(line.details),
        "at": now,
    }
    return questions.add_event(session, values) is not None


def hand_to_human(
    session: Session, case_id: int, by: int, now: datetime, desk: HumanDesk
) -> Promise | None:
    """Let a case wait for a person; return what the desk promises, nothing if it is too late."""
    if not change(session, case_id, QuestionState.BOT, QuestionState.WAITING, now):
        return None
    note(session, case_id, Line(EventKind.HANDED_TO_HUMAN, by), now)
    return enter(session, case_id, now, desk)


def enter(session: Session, case_id: int, now: datetime, desk: HumanDesk) -> Promise:
    """Give a waiting case to the desk and keep what it promised."""
    promise = desk.enter(session, get(session, case_id), now)
    questions.move(
        session, case_id, {QuestionState.WAITING}, promised_at=promise.answer_by, stale=True
    )
    return promise


def close(
    session: Session, case: QuestionCase, by: int | None, reason: CloseReason, now: datetime
) -> bool:
    """Close a case from wherever it stands; tell whether it was not closed before."""
    closed = case.state is not QuestionState.CLOSED and change(
        session, case.id, case.state, QuestionState.CLOSED, now, close_reason=reason, stale=True
    )
    if closed:
        details = {"reason": reason.value}
        note(session, case.id, Line(EventKind.CLOSED, by, details=details), now)
    return closed


def _dated(expected: QuestionState, to: QuestionState, now: datetime) -> dict[str, Any]:
    """Return the columns that date the coming into a state; a release starts no new clock."""
    nobody = {"assignee_id": None, "claimed_at": None}
    match to:
        case QuestionState.WAITING:
            return nobody if expected is QuestionState.HUMAN else {**nobody, "waiting_since": now}
        case QuestionState.HUMAN:
            return {"claimed_at": now}
        case QuestionState.ANSWERED:
            return {"answered_at": now}
        case QuestionState.CLOSED:
            return {"closed_at": now}
        case _:
            return {}
