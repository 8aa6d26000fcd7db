"""A case moves: to private because of what is in it, or because its asker left the group."""

from datetime import datetime

from sqlmodel import Session

from bot.questions import cases
from bot.questions.cases import Line
from bot.questions.owning import own_case
from bot.questions.promise import HumanDesk
from bot.questions.question import Told, Why
from bot.questions.showing import hand_on, standing
from bot.questions.states import (
    OPEN,
    WITH_PEOPLE,
    BotSaid,
    CloseReason,
    EventKind,
    QuestionState,
)
from bot.questions.steering import note_asker
from db.models.question import NO_TOPIC, QuestionCase
from db.repositories import questions


def go_on_in_private(
    session: Session, case_id: int, by: int, human: HumanDesk, now: datetime
) -> Told:
    """Take a case that was asked in public into the private chat, and to a person.

    Where another case is open there already, what was asked joins that one.
    """
    case = own_case(session, case_id, by)
    if case.state is not QuestionState.BOT or case.bot_said is not BotSaid.PRIVATE:
        return standing(session, case)
    other = questions.open_in(session, by, NO_TOPIC, by)
    if other is not None and other.id != case.id:
        return _merge(session, case, other, human, now)
    _take_private(session, case, {QuestionState.BOT}, now)
    why = Why.ADVICE if case.is_advice else Why.PRIVATE
    return hand_on(session, cases.get(session, case.id), by, human, why, now)


def asker_left(
    session: Session, chat_id: int, asker_id: int, human: HumanDesk, now: datetime
) -> None:
    """Close what the bot had with somebody who left; what people have goes on in private."""
    for case in questions.of_asker_in(session, chat_id, asker_id, OPEN):
        if case.state is QuestionState.BOT:
            cases.close(session, case, asker_id, CloseReason.QUIET, now)
            continue
        note_asker(session, human, case, EventKind.ASKER_LEFT, now)
        if questions.open_in(session, asker_id, NO_TOPIC, asker_id) is None:
            _take_private(session, case, WITH_PEOPLE, now)


def asker_unreachable(session: Session, asker_id: int, human: HumanDesk, now: datetime) -> None:
    """Tell the people who have a private case that its asker has blocked the bot."""
    for case in questions.of_asker_in(session, asker_id, asker_id, WITH_PEOPLE):
        note_asker(session, human, case, EventKind.ASKER_UNREACHABLE, now)


def _take_private(
    session: Session,
    case: QuestionCase,
    states: frozenset[QuestionState] | set[QuestionState],
    now: datetime,
) -> None:
    values = {"chat_id": case.asker_id, "thread_id": NO_TOPIC, "is_private": True, "stale": True}
    if questions.move(session, case.id, states, **values):
        cases.note(session, case.id, Line(EventKind.MOVED_PRIVATE, case.asker_id), now)


def _merge(
    session: Session, case: QuestionCase, other: QuestionCase, human: HumanDesk, now: datetime
) -> Told:
    if cases.close(session, case, case.asker_id, CloseReason.MERGED, now):
        line = Line(
            EventKind.ADDED,
            case.asker_id,
            case.text,
            case.origin_chat_id,
            case.message_id,
            f"merged:{case.id}",
            {"case": case.id},
        )
        cases.note(session, other.id, line, now)
    grown = {"is_advice": other.is_advice or case.is_advice, "is_sensitive": True}
    questions.move(session, other.id, OPEN, **grown)
    if other.state is QuestionState.BOT:
        return hand_on(session, other, case.asker_id, human, Why.PRIVATE, now)
    questions.move(session, other.id, WITH_PEOPLE, stale=True)
    human.changed(session, cases.get(session, other.id), now)
    return standing(session, cases.get(session, other.id))
