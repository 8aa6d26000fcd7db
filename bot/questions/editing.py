"""An asker edits what was asked: taken while it can still matter, and never lost."""

from datetime import datetime
from hashlib import sha256

from sqlmodel import Session

from bot.questions import cases
from bot.questions.asking import remove_public_copy, rephrase, touch
from bot.questions.cases import Line
from bot.questions.choosing import Plan
from bot.questions.promise import HumanDesk
from bot.questions.question import QUIET, Question, Told
from bot.questions.states import WITH_PEOPLE, BotSaid, EventKind, QuestionState
from db.models.question import QuestionCase, QuestionEvent
from db.repositories import questions

_WRITTEN = frozenset({EventKind.OPENED, EventKind.REPHRASED, EventKind.ADDED, EventKind.FURTHER})


def written_before(
    session: Session, chat_id: int, message_id: int, by: int
) -> tuple[QuestionCase, QuestionEvent] | None:
    """Return the line that a message of `by` made, with its case."""
    line = questions.event_of_message(session, chat_id, message_id, _WRITTEN)
    if line is None or line.actor_id != by:
        return None
    return cases.get(session, line.case_id), line


def edited(
    session: Session, human: HumanDesk, question: Question, plan: Plan, now: datetime
) -> Told:
    """Take an edited text: anew if the bot has not answered, as a correction if people have it."""
    found = written_before(session, question.chat_id, question.message_id, question.asker_id)
    if found is None or found[1].text == question.kept_text:
        return QUIET
    case, line = found
    if question.in_public and question.matter.exposed:
        remove_public_copy(session, question, now)
    if case.state in WITH_PEOPLE:
        _correct(session, human, question, case, now)
        return QUIET
    asked_now = case.state is QuestionState.BOT and line.kind is not EventKind.FURTHER
    if not asked_now or case.bot_said in {BotSaid.ANSWER, BotSaid.PRIVATE}:
        return QUIET
    return rephrase(session, human, question, plan, case, now, kind=EventKind.CORRECTED)


def _correct(
    session: Session, human: HumanDesk, question: Question, case: QuestionCase, now: datetime
) -> None:
    digest = sha256(question.text.encode()).hexdigest()[:12]
    line = Line(
        EventKind.CORRECTED,
        question.asker_id,
        question.kept_text,
        question.chat_id,
        question.message_id,
        f"corrected:{question.chat_id}:{question.message_id}:{digest}",
    )
    if not cases.note(session, case.id, line, now):
        return
    if question.message_id == case.message_id:
        # What asks for advice now needs somebody licensed, whatever it asked before.
        questions.move(
            session,
            case.id,
            WITH_PEOPLE,
            text=question.kept_text,
            is_advice=case.is_advice or question.is_advice,
        )
    touch(session, human, case, now)
