"""The cards of AMAs in the operators' group: questions to decide on, and those on the stage."""

from datetime import datetime

from sqlmodel import Session

from bot.ama import telling
from bot.ama.desk import AmaDesk
from bot.ama.states import AskedState
from bot.buttons import stored
from bot.compliance.verdict import Lane as Screening
from bot.delivery import errands
from bot.delivery.acts import Act
from bot.delivery.errands import Errand
from bot.delivery.lanes import DeliveryState, Lane
from bot.i18n import Language
from bot.members.tiers import Binding
from db.models.ama import AmaQuestion, AmaSession
from db.repositories import ama, deliveries, groups

OPEN_QUESTIONS = frozenset({AskedState.PENDING, AskedState.LISTED, AskedState.ANSWERED})


def ask_moderators(
    session: Session, desk: AmaDesk, found: AmaSession, question: AmaQuestion, now: datetime
) -> None:
    """Put a new question before the operators."""
    say, rows = telling.question_card(session, found, question)
    desk.alerts.raise_in(session, f"ama-question:{question.id}", say, now, rows)


def stage(
    session: Session, desk: AmaDesk, found: AmaSession, question: AmaQuestion, now: datetime
) -> None:
    """Put a question before the expert, who answers by replying to its card."""
    say, rows = telling.stage_card(session, found, question)
    key = f"ama-stage:{question.id}:{question.staged}"
    desk.alerts.raise_in(session, key, say, now, rows)


def redraw(
    session: Session, desk: AmaDesk, found: AmaSession, question: AmaQuestion, now: datetime
) -> None:
    """Show on the cards of a question how it stands now."""
    for chat_id, language in _audience(session, desk):
        for key in _keys(question, chat_id):
            _redraw_one(session, desk, found, question, key, language, now)


def question_at(session: Session, chat_id: int, message_id: int, found: AmaSession) -> int | None:
    """Return the question whose card a message is, in an AMA that goes on."""
    ranked = ama.ranked(session, found.id, OPEN_QUESTIONS)
    keys = {key: question.id for question, _ in ranked for key in _keys(question, chat_id)}
    key = deliveries.key_at(session, list(keys), chat_id, message_id) if keys else None
    return keys[key] if key is not None else None


def _keys(question: AmaQuestion, chat_id: int) -> list[str]:
    stages = range(1, question.staged + 1)
    return [
        f"alert:ama-question:{question.id}:{chat_id}",
        *(f"alert:ama-stage:{question.id}:{number}:{chat_id}" for number in stages),
    ]


def _audience(session: Session, desk: AmaDesk) -> list[tuple[int, Language]]:
    operators = groups.bound(session, Binding.OPERATORS)
    if operators:
        return [(group.chat_id, group.language or desk.language) for group in operators]
    return [(owner, desk.language) for owner in desk.owners]


def _redraw_one(
    session: Session,
    desk: AmaDesk,
    found: AmaSession,
    question: AmaQuestion,
    key: str,
    language: Language,
    now: datetime,
) -> None:
    delivery = deliveries.with_key(session, key)
    if delivery is None:
        return
    card = telling.stage_card if ":ama-stage:" in key else telling.question_card
    say, rows = card(session, found, question)
    text = desk.gate.admit(desk.words.say(language, say), Screening.OPERATORS)
    buttons = stored(rows, desk.words, language)
    queued = DeliveryState.QUEUED
    if deliveries.move(
        session, delivery.id, queued, queued, markup=str(text.markup), buttons=buttons
    ):
        return
    if delivery.message_id is None:
        return
    stands = f"{question.state.value}:{question.on_stage}"
    errand = Errand(
        key=f"ama-card:{delivery.id}:{stands}:{now:%Y%m%d%H%M%S%f}",
        act=Act.EDIT_TEXT,
        chat_id=delivery.chat_id,
        message_id=delivery.message_id,
        text=text,
        buttons=buttons,
        lane=Lane.ALERT,
    )
    errands.add(session, errand, now)
