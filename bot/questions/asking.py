"""A question comes in: it opens a case, or it is more on the open one."""

from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256

from sqlmodel import Session

from bot.compliance.normalise import fold
from bot.delivery import errands
from bot.delivery.acts import Act
from bot.delivery.errands import Errand
from bot.questions import cases
from bot.questions.cases import Line
from bot.questions.choosing import Plan
from bot.questions.limits import BURST_SPAN, DAY, LIMITS, Deed, free_again
from bot.questions.promise import HumanDesk
from bot.questions.question import QUIET, Kind, Question, Told, Why
from bot.questions.showing import hand_on, show, standing
from bot.questions.states import (
    WITH_PEOPLE,
    BotSaid,
    CloseReason,
    EventKind,
    QuestionState,
)
from db.models.question import QuestionCase
from db.repositories import questions

THANKED_FOR = timedelta(minutes=10)
"""After one addition was acknowledged, further ones are taken without a word for so long."""
OLD_AFTER = timedelta(minutes=30)
"""A case of the bot's in which nothing was said for so long was about something else."""
_ASKED = frozenset({EventKind.OPENED, EventKind.REPHRASED})


def ask(session: Session, human: HumanDesk, question: Question, plan: Plan, now: datetime) -> Told:
    """Take a question; `plan` is what the entries say to it. The same message counts once.

    What shows private data in public is removed, whatever else becomes of it.
    """
    if question.in_public and question.matter.exposed:
        remove_public_copy(session, question, now)
    known = questions.by_key(session, question.asked().key)
    if known is not None:
        return standing(session, known)
    case = cases.open_of(session, question.asked())
    if case is not None:
        return _further(session, human, question, plan, case, now)
    return begin(session, human, question, plan, now)


def begin(
    session: Session, human: HumanDesk, question: Question, plan: Plan, now: datetime
) -> Told:
    """Open a case and deal with it, if the asker is within the limits."""
    over = _over(session, question.asker_id, now)
    if over is not None:
        return over
    asked = replace(question.asked(), topic_tag=plan.topic)
    opened = cases.open_case(session, asked, now)
    if opened.case.key == question.asked().key and not opened.is_new:
        return standing(session, opened.case)  # another process took this very message
    if not opened.is_new:
        return _further(session, human, question, plan, opened.case, now)
    return deal(session, human, question, plan, opened.case, now)


def deal(
    session: Session,
    human: HumanDesk,
    question: Question,
    plan: Plan,
    case: QuestionCase,
    now: datetime,
) -> Told:
    """Say what the bot may say: nothing of its own on private matters and on advice."""
    if question.in_public and question.matter.found:
        return _go_private(session, question, case, now)
    if question.is_advice:
        return hand_on(session, case, question.asker_id, human, Why.ADVICE, now)
    if question.matter.found:
        return hand_on(session, case, question.asker_id, human, Why.PRIVATE, now)
    return show(session, case, plan, now)


def add(
    session: Session, human: HumanDesk, question: Question, case: QuestionCase, now: datetime
) -> Told:
    """Append what the asker wrote to a case that people have."""
    before = questions.events(session, case.id, {EventKind.ADDED})
    exposed = question.in_public and question.matter.exposed
    if len(before) >= LIMITS[Deed.ADD].most:
        return Told(Kind.OVER_LIMIT, case, deed=Deed.ADD, free_at=now)
    key = f"add:{question.chat_id}:{question.message_id}"
    line = _line(EventKind.ADDED, question, key)
    if cases.note(session, case.id, line, now):
        heed(session, case, question)
        touch(session, human, case, now)
    recently = bool(before) and now - before[-1].at < THANKED_FOR
    return QUIET if recently and not exposed else Told(Kind.ADDED, case, removed=exposed)


def heed(session: Session, case: QuestionCase, question: Question) -> None:
    """Raise what a case asks for by what was said further; nothing that is said lowers it.

    Whoever has it needs a licence from then on if that asks for advice.
    """
    grown = {
        "is_advice": case.is_advice or question.is_advice,
        "is_sensitive": case.is_sensitive or question.matter.found,
    }
    if grown != {"is_advice": case.is_advice, "is_sensitive": case.is_sensitive}:
        questions.move(session, case.id, WITH_PEOPLE, **grown)


def touch(session: Session, human: HumanDesk, case: QuestionCase, now: datetime) -> None:
    """Let people see that the asker did something to their case."""
    if questions.move(session, case.id, WITH_PEOPLE, stale=True):
        human.changed(session, cases.get(session, case.id), now)


def remove_public_copy(session: Session, question: Question, now: datetime) -> None:
    """Delete the message in the group that shows what is private."""
    key = f"ask:remove:{question.chat_id}:{question.message_id}"
    errand = Errand(
        key=key, act=Act.DELETE, chat_id=question.chat_id, message_id=question.message_id
    )
    errands.add(session, errand, now)


def _further(
    session: Session,
    human: HumanDesk,
    question: Question,
    plan: Plan,
    case: QuestionCase,
    now: datetime,
) -> Told:
    """Deal with what somebody writes who has an open case in this place."""
    if case.state in WITH_PEOPLE:
        if question.way.by_name:
            return _hold(session, question, case, now)
        return add(session, human, question, case, now)
    if _is_over(session, case, question, now):
        cases.close(session, case, question.asker_id, CloseReason.SUPERSEDED, now)
        return begin(session, human, question, plan, now)
    return rephrase(session, human, question, plan, case, now)


def rephrase(
    session: Session,
    human: HumanDesk,
    question: Question,
    plan: Plan,
    case: QuestionCase,
    now: datetime,
    *,
    kind: EventKind = EventKind.REPHRASED,
) -> Told:
    """Take other words for the question of a case that the bot has not answered yet."""
    over = None if kind is EventKind.CORRECTED else _burst(session, question.asker_id, now)
    if over is not None:
        return over
    digest = sha256(question.text.encode()).hexdigest()[:12]
    key = f"{kind.value}:{question.chat_id}:{question.message_id}:{digest}"
    if not cases.note(session, case.id, _line(kind, question, key), now):
        return standing(session, case)
    values = {
        "text": question.kept_text,
        "is_advice": question.is_advice,
        "is_sensitive": question.matter.found,
        "topic_tag": plan.topic,
        "tier": question.tier,
        "language": question.language,
    }
    if not cases.update(session, case.id, QuestionState.BOT, **values):
        return standing(session, cases.get(session, case.id))
    return deal(session, human, question, plan, cases.get(session, case.id), now)


def _is_over(session: Session, case: QuestionCase, question: Question, now: datetime) -> bool:
    """Tell whether what the bot has of somebody is done with, so that this is a new question.

    It was answered and this is another question; it should have gone on in private and this
    need not; or nothing was said in it for a while. Else it is the same in other words.
    """
    if case.bot_said is BotSaid.PRIVATE:
        return not question.matter.found
    if case.bot_said is BotSaid.ANSWER and fold(case.text) != fold(question.kept_text):
        return True
    return now - questions.events(session, case.id)[-1].at > OLD_AFTER


def _hold(session: Session, question: Question, case: QuestionCase, now: datetime) -> Told:
    """Keep a further question until the asker says whether it belongs to the open case."""
    exposed = question.in_public and question.matter.exposed
    key = f"further:{question.chat_id}:{question.message_id}"
    held = questions.event_by_key(session, key)
    if held is None:
        cases.note(session, case.id, _line(EventKind.FURTHER, question, key), now)
        held = questions.event_by_key(session, key)
    return Told(Kind.OPEN, case, held=held.id if held else None, removed=exposed)


def _go_private(session: Session, question: Question, case: QuestionCase, now: datetime) -> Told:
    values = {"bot_said": BotSaid.PRIVATE, "is_sensitive": True}
    if not cases.update(session, case.id, QuestionState.BOT, **values):
        return standing(session, cases.get(session, case.id))
    cases.note(session, case.id, Line(EventKind.MADE_PRIVATE), now)
    return Told(Kind.GO_PRIVATE, cases.get(session, case.id), removed=question.matter.exposed)


def _over(session: Session, asker_id: int, now: datetime) -> Told | None:
    burst = _burst(session, asker_id, now)
    if burst is not None:
        return burst
    free_at = free_again(Deed.ASK, questions.opened_since(session, asker_id, now - DAY), now)
    return Told(Kind.OVER_LIMIT, deed=Deed.ASK, free_at=free_at) if free_at else None


def _burst(session: Session, asker_id: int, now: datetime) -> Told | None:
    done = questions.events_since(session, asker_id, _ASKED, now - BURST_SPAN)
    free_at = free_again(Deed.BURST, done, now)
    return Told(Kind.OVER_LIMIT, deed=Deed.BURST, free_at=free_at) if free_at else None


def _line(kind: EventKind, question: Question, key: str) -> Line:
    return Line(
        kind,
        question.asker_id,
        question.kept_text,
        question.chat_id,
        question.message_id,
        key,
    )
