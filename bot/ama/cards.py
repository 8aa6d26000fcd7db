"""The cards of AMAs in the operators' group: questions to decide on, and those on the stage."""

from datetime import datetime

from sqlmodel import Session

from bot.ama import telling
from bot.ama.desk import AmaDesk
from bot.ama.states import AskedState
from bot.buttons import Rows, stored
from bot.compliance.verdict import Lane as Screening
from bot.delivery import cards as delivery_cards
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Language, Say
from bot.members.tiers import Binding
from db.models.ama import AmaQuestion, AmaSession
from db.repositories import ama, deliveries, groups, members

ON_CARDS = frozenset(AskedState)


def ask_moderators(
    session: Session, desk: AmaDesk, found: AmaSession, question: AmaQuestion, now: datetime
) -> None:
    """Put a new question before the operators."""
    say, rows = telling.question_card(session, desk, found, question)
    desk.alerts.raise_in(session, f"ama-question:{question.id}", say, now, rows)


def stage(
    session: Session, desk: AmaDesk, found: AmaSession, question: AmaQuestion, now: datetime
) -> None:
    """Put a question before the expert, who answers by replying to its card.

    It lies in the operators' group; an expert who is not in there gets one in private.
    """
    say, rows = telling.stage_card(session, desk, found, question)
    key = f"ama-stage:{question.id}:{question.staged}"
    desk.alerts.raise_in(session, key, say, now, rows)
    language = _language_of_absent(session, desk, found.expert_id)
    if language is not None:
        _send_to_expert(session, desk, found, key, say, rows, language, now)


def redraw(
    session: Session, desk: AmaDesk, found: AmaSession, question: AmaQuestion, now: datetime
) -> None:
    """Show on the cards of a question how it stands now."""
    for chat_id, language in _audience(session, desk, found):
        for key in _keys(question, chat_id):
            _redraw_one(session, desk, found, question, key, language, now)


def staged_at(session: Session, chat_id: int, message_id: int, now: datetime) -> int | None:
    """Return the question that a card lays before the expert; of AMAs that went on lately.

    Below the cards for moderators people talk: no word there is an answer.
    """
    keys = {
        key: question.id
        for found in ama.recent(session, now)
        for question, _ in ama.ranked(session, found.id, ON_CARDS)
        for key in _keys(question, chat_id)[1:]
    }
    key = deliveries.key_at(session, list(keys), chat_id, message_id) if keys else None
    return keys[key] if key is not None else None


def _keys(question: AmaQuestion, chat_id: int) -> list[str]:
    """Return the send keys of a question's cards in a chat, the moderators' first."""
    stages = range(1, question.staged + 1)
    return [
        f"alert:ama-question:{question.id}:{chat_id}",
        *(f"alert:ama-stage:{question.id}:{number}:{chat_id}" for number in stages),
    ]


def _audience(session: Session, desk: AmaDesk, found: AmaSession) -> list[tuple[int, Language]]:
    """Return every chat that may hold a card, with the language spoken there."""
    operators = groups.bound(session, Binding.OPERATORS)
    chats = {group.chat_id: group.language or desk.language for group in operators}
    if not operators:
        chats = dict.fromkeys(desk.owners, desk.language)
    expert = members.by_id(session, found.expert_id)
    chats.setdefault(found.expert_id, (expert.language if expert else None) or desk.language)
    return list(chats.items())


def _language_of_absent(session: Session, desk: AmaDesk, expert_id: int) -> Language | None:
    """Return an expert's language if they do not see the operators' cards but can be written to."""
    expert = members.by_id(session, expert_id)
    if expert is None or expert.private_since is None:
        return None
    has_group = bool(groups.bound(session, Binding.OPERATORS))
    sees = Binding.OPERATORS in members.bindings_of(session, expert_id)
    if sees or (not has_group and expert_id in desk.owners):
        return None
    return expert.language or desk.language


def _send_to_expert(
    session: Session,
    desk: AmaDesk,
    found: AmaSession,
    key: str,
    say: Say,
    rows: Rows,
    language: Language,
    now: datetime,
) -> None:
    post = Post(
        send_key=f"alert:{key}:{found.expert_id}",
        lane=Lane.ALERT,
        chat_id=found.expert_id,
        text=desk.gate.admit(desk.words.say(language, say), Screening.OPERATORS),
        not_before=now,
        useless_after=found.ends_at,
        buttons=stored(rows, desk.words, language),
    )
    enqueue(session, post, now)


def _redraw_one(
    session: Session,
    desk: AmaDesk,
    found: AmaSession,
    question: AmaQuestion,
    key: str,
    language: Language,
    now: datetime,
) -> None:
    """Change a card that is there, or what one will hold that has not left yet."""
    delivery = deliveries.with_key(session, key)
    if delivery is None:
        return
    card = telling.stage_card if ":ama-stage:" in key else telling.question_card
    say, rows = card(session, desk, found, question)
    text = desk.gate.admit(desk.words.say(language, say), Screening.OPERATORS)
    buttons = stored(rows, desk.words, language)
    # The instant belongs to it: a question may come back to where it stood before.
    state = f"ama-card:{delivery.id}:{question.state.value}:{now:%Y%m%d%H%M%S%f}"
    delivery_cards.redraw(session, delivery, state, text, buttons, now)
