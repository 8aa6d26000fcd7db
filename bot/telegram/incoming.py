"""Who said what where: an update reduced to the few facts that the product needs."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from telegram import Chat, Message, Update, User
from telegram.constants import ChatID, ChatType


class Place(StrEnum):
    """Where something was said."""

    PRIVATE = "private"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Person:
    """A human being whose id can be relied on."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None


@dataclass(frozen=True, slots=True)
class ChatRef:
    """The chat, and the forum topic in it, where something was said."""

    id: int
    place: Place
    title: str = ""
    thread_id: int | None = None
    is_forum: bool = False


def person_of(user: User | None) -> Person | None:
    """Return the human behind a user; nothing for bots and for Telegram's stand-ins."""
    stand_ins = {ChatID.ANONYMOUS_ADMIN, ChatID.SERVICE_CHAT, ChatID.FAKE_CHANNEL}
    if user is None or user.is_bot or user.id in stand_ins:
        return None
    return Person(user.id, user.first_name, user.last_name, user.username, user.language_code)


def speaker_of(update: Update) -> Person | None:
    """Return who acted.

    A message sent as a chat (an anonymous admin, a linked channel) has no person behind it
    that one could award or authorise; a button press always carries the real one.
    """
    message = message_of(update)
    if update.callback_query is None and message is not None and message.sender_chat is not None:
        return None
    return person_of(update.effective_user)


def message_of(update: Update) -> Message | None:
    """Return the message that an update is about; nothing where it is too old to be shown."""
    query = update.callback_query
    if query is not None:
        return query.message if isinstance(query.message, Message) else None
    return update.effective_message


def chat_of(update: Update) -> ChatRef | None:
    """Return where it happened; nothing for channels and chatless updates."""
    chat = update.effective_chat
    if chat is None or chat.type not in {ChatType.PRIVATE, ChatType.GROUP, ChatType.SUPERGROUP}:
        return None
    return chat_ref(chat, message_of(update))


def chat_ref(chat: Chat, message: Message | None = None) -> ChatRef:
    """Return the reference for a chat and the topic of a message in it."""
    in_topic = isinstance(message, Message) and message.is_topic_message
    return ChatRef(
        id=chat.id,
        place=Place.PRIVATE if chat.type == ChatType.PRIVATE else Place.GROUP,
        title=chat.title or "",
        thread_id=message.message_thread_id if in_topic and message else None,
        is_forum=bool(chat.is_forum),
    )


def said_at(update: Update, received_at: datetime) -> datetime:
    """Return when the person acted, so that a backlog counts for the day it was said.

    Telegram's own date of a new message or of a change of membership; for everything else
    the instant it was received.
    """
    dated = update.message or update.chat_member or update.my_chat_member
    if dated is None or dated.date > received_at:
        return received_at
    return dated.date
