"""What the asker can always do with a case: call a person, close it, reopen it, add, ask anew."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.i18n import Language
from bot.members.tiers import Tier
from bot.questions import cases
from bot.questions.asking import add, begin, touch
from bot.questions.cases import Line
from bot.questions.choosing import Plan
from bot.questions.limits import DAY, Deed, free_again, may_reopen
from bot.questions.owning import own_case, own_line
from bot.questions.promise import HumanDesk
from bot.questions.question import Kind, Question, Told, Way, Why
from bot.questions.showing import hand_on, standing
from bot.questions.states import (
    ENDED,
    WITH_PEOPLE,
    BotSaid,
    CloseReason,
    EventKind,
    QuestionState,
)
from db.models.question import NO_TOPIC, QuestionCase
from db.repositories import questions


def call_human(session: Session, case_id: int, by: int, human: HumanDesk, now: datetime) -> Told:
    """Let a person answer."""
    case = own_case(session, case_id, by)
    if case.state is QuestionState.BOT and case.bot_said is BotSaid.PRIVATE:
        return standing(session, case)  # it goes on in private first
    return hand_on(session, case, by, human, Why.ASKED_FOR, now)


def close(session: Session, case_id: int, by: int, human: HumanDesk, now: datetime) -> Told:
    """End a case; people who have it are told."""
    case = own_case(session, case_id, by)
    had_people = case.state in WITH_PEOPLE
    if cases.close(session, case, by, CloseReason.BY_ASKER, now) and had_people:
        human.changed(session, cases.get(session, case.id), now)
    return Told(Kind.CLOSED, cases.get(session, case.id))


def reopen(session: Session, case_id: int, by: int, human: HumanDesk, now: datetime) -> Told:
    """Open a case again, for a person: within seven days, three times a day."""
    case = own_case(session, case_id, by)
    if case.state not in ENDED:
        return standing(session, case)
    if not may_reopen(case.closed_at or case.answered_at, now):
        return Told(Kind.TOO_LATE, case)
    place = _place(case)
    other = questions.open_in(session, place["chat_id"], place["thread_id"], by)
    if other is not None:
        return Told(Kind.OPEN, other)
    done = questions.events_since(session, by, {EventKind.REOPENED}, now - DAY)
    free_at = free_again(Deed.REOPEN, done, now)
    if free_at is not None:
        return Told(Kind.OVER_LIMIT, case, deed=Deed.REOPEN, free_at=free_at)
    waiting = QuestionState.WAITING
    afresh = {**_afresh(case, now), **place}
    if not cases.change(session, case.id, case.state, waiting, now, **afresh):
        return standing(session, cases.get(session, case.id))
    cases.note(session, case.id, Line(EventKind.REOPENED, by), now)
    promise = cases.enter(session, case.id, now, human)
    return Told(Kind.PROMISED, cases.get(session, case.id), promise=promise, why=Why.REOPENED)


def add_held(session: Session, event_id: int, by: int, human: HumanDesk, now: datetime) -> Told:
    """Let a further question belong to the open case after all."""
    case, line = own_line(session, event_id, by)
    if case.state not in WITH_PEOPLE:
        return standing(session, case)
    question = held_question(case, line.text or "", line.message_id or 0, line.chat_id)
    return add(session, human, question, case, now)


def anew(
    session: Session,
    event_id: int,
    by: int,
    human: HumanDesk,
    language: Language,
    plan: Plan,
    now: datetime,
) -> Told:
    """Close the open case and ask the further question as one of its own."""
    case, line = own_line(session, event_id, by)
    held = held_question(case, line.text or "", line.message_id or 0, line.chat_id)
    question = replace(held, language=language)
    known = questions.by_key(session, question.asked().key)
    if known is not None:
        return standing(session, known)
    had_people = case.state in WITH_PEOPLE
    if cases.close(session, case, by, CloseReason.BY_ASKER, now) and had_people:
        human.changed(session, cases.get(session, case.id), now)
    return begin(session, human, question, plan, now)


def held_text(session: Session, event_id: int, by: int) -> tuple[str, Tier | None]:
    """Return a further question that waits for the asker's word, and the tier it counts for."""
    case, line = own_line(session, event_id, by)
    return line.text or "", case.tier


def mine_here(session: Session, chat_id: int, thread_id: int, asker_id: int) -> Told | None:
    """Return how the asker's open case in this place stands, if there is one."""
    case = questions.open_in(session, chat_id, thread_id, asker_id)
    return standing(session, case) if case is not None else None


def held_question(
    case: QuestionCase, text: str, message_id: int, chat_id: int | None = None
) -> Question:
    """Return what was written as a question in the place of a case."""
    return Question(
        chat_id=chat_id if chat_id is not None else case.chat_id,
        thread_id=case.thread_id,
        asker_id=case.asker_id,
        message_id=message_id,
        text=text,
        language=case.language,
        tier=case.tier,
        way=Way.REPLY,
    )


def note_asker(
    session: Session, human: HumanDesk, case: QuestionCase, kind: EventKind, now: datetime
) -> None:
    """Write down what befell the asker, and show it to the people who have the case."""
    line = Line(kind, case.asker_id, key=f"{kind.value}:{case.id}:{case.version}")
    if cases.note(session, case.id, line, now):
        touch(session, human, case, now)


def _place(case: QuestionCase) -> dict[str, int]:
    """Return the columns of where a case goes on: a private matter never in a group."""
    if case.is_sensitive and not case.is_private:
        return {"chat_id": case.asker_id, "thread_id": NO_TOPIC, "is_private": True}
    return {"chat_id": case.chat_id, "thread_id": case.thread_id}


def _afresh(case: QuestionCase, now: datetime) -> dict[str, object]:
    """Return the columns of a case whose clock starts anew."""
    return {
        "reopened": case.reopened + 1,
        "reopened_at": now,
        "closed_at": None,
        "close_reason": None,
        "due_at": None,
        "promised_at": None,
        "clock_stopped_seconds": 0,
        "asked_back_at": None,
        "reminded_half_at": None,
        "reminded_end_at": None,
        "missed_at": None,
        "escalated_at": None,
        "rating": None,
        "stale": True,
    }
