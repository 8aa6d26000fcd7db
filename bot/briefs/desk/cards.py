"""The card of a slot in the operators' group: posted once, edited in place ever after."""

from datetime import datetime

from sqlmodel import Session

from bot.briefs.desk import telling
from bot.briefs.desk.view import Board, board_of
from bot.briefs.due import DueSlot
from bot.briefs.newsroom import Newsroom
from bot.buttons import Rows, stored
from bot.compliance.verdict import Lane as Screening
from bot.delivery.cards import redraw
from bot.i18n import Language
from bot.members.tiers import Binding
from db.models.delivery import Delivery
from db.repositories import deliveries, groups


def put(session: Session, room: Newsroom, due: DueSlot, now: datetime) -> None:
    """Post the card of a slot, once."""
    board = board_of(session, room, due)
    if board.standings:
        say, rows = telling.card_of(board, room)
        room.alerts.raise_in(session, _name(due), say, now, rows)


def refresh(session: Session, room: Newsroom, due: DueSlot, now: datetime) -> None:
    """Bring the card to the newest state, wherever it was posted."""
    board = board_of(session, room, due)
    if not board.revision:
        return  # nothing has changed since it was posted
    for chat_id, language in audience(session, room):
        delivery = deliveries.with_key(session, card_key(due, chat_id))
        if delivery is not None:
            _show(session, room, board, delivery, language, now)


def audience(session: Session, room: Newsroom) -> list[tuple[int, Language]]:
    """Return the chats that see the card, each with its language."""
    operators = groups.bound(session, Binding.OPERATORS)
    if operators:
        return [(group.chat_id, group.language or room.language) for group in operators]
    return [(owner, room.language) for owner in room.owners]


def card_key(due: DueSlot, chat_id: int) -> str:
    """Return the send key of a slot's card in a chat."""
    return f"alert:{_name(due)}:{chat_id}"


def _name(due: DueSlot) -> str:
    return f"brief-card:{due.day}:{due.slot.value}"


def _show(
    session: Session,
    room: Newsroom,
    board: Board,
    delivery: Delivery,
    language: Language,
    now: datetime,
) -> None:
    """Edit a card that arrived; rewrite one that still waits in the outbox."""
    say, rows = telling.card_of(board, room)
    buttons = _buttons(room, rows, language)
    text = room.gate.admit(room.words.say(language, say), Screening.OPERATORS)
    state = f"card:{delivery.id}:{board.revision}"
    redraw(session, delivery, state, text, buttons, now)


def _buttons(room: Newsroom, rows: Rows, language: Language) -> list[list[dict[str, str]]]:
    return stored(rows, room.words, language)
