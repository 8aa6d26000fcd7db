"""From Telegram's message to what moderation looks at."""

from telegram import (
    Message,
    MessageEntity,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginUser,
    Update,
    User,
)

from bot.moderation.heard import Forwarded, Heard, Speaker, Voice
from bot.telegram.incoming import Person

_CALLS = {MessageEntity.MENTION, MessageEntity.TEXT_MENTION}


def heard_of(update: Update, message: Message) -> Heard:
    """Return what was said, by whom as a voice, and in which shape."""
    quote = message.quote.text if message.quote and message.quote.is_manual else None
    return Heard(
        chat_id=message.chat_id,
        message_id=message.message_id,
        update_id=update.update_id,
        text="\n".join(part for part in (*_texts(message), quote) if part),
        urls=_urls(message),
        mentions=_mentions(message),
        forwarded=_forwarded(message),
        contact=message.contact is not None,
        album=message.media_group_id,
        edited=update.edited_message is not None,
        voice=_voice(message),
        thread_id=message.message_thread_id if message.is_topic_message else None,
    )


def speaker_from(person: Person | None) -> Speaker | None:
    """Return the person as moderation knows them."""
    if person is None:
        return None
    return Speaker(person.id, person.first_name, person.last_name, person.username)


def speaker_of_user(user: User) -> Speaker:
    """Return a user, bots included, as moderation knows them."""
    return Speaker(user.id, user.first_name, user.last_name, user.username)


def is_another_bot(message: Message) -> bool:
    """Tell whether a bot wrote it; what stands in for a chat is none."""
    return message.sender_chat is None and bool(message.from_user and message.from_user.is_bot)


def _texts(message: Message) -> tuple[str | None, ...]:
    poll, contact, venue = message.poll, message.contact, message.venue
    options = tuple(option.text for option in poll.options) if poll else ()
    return (
        message.text,
        message.caption,
        poll.question if poll else None,
        *options,
        " ".join(filter(None, (contact.first_name, contact.last_name))) if contact else None,
        venue.title if venue else None,
    )


def _urls(message: Message) -> tuple[str, ...]:
    marked = [
        *message.parse_entities([MessageEntity.URL, MessageEntity.TEXT_LINK]).items(),
        *message.parse_caption_entities([MessageEntity.URL, MessageEntity.TEXT_LINK]).items(),
    ]
    buttons = message.reply_markup.inline_keyboard if message.reply_markup else ()
    pressed = [button.url for row in buttons for button in row if button.url]
    return tuple(dict.fromkeys([*(entity.url or typed for entity, typed in marked), *pressed]))


def _mentions(message: Message) -> int:
    entities = (*message.entities, *message.caption_entities)
    return sum(entity.type in _CALLS for entity in entities)


def _forwarded(message: Message) -> Forwarded | None:
    origin = message.forward_origin
    if origin is None or message.is_automatic_forward:
        return None
    if isinstance(origin, MessageOriginChannel | MessageOriginChat):
        return Forwarded.CHANNEL
    if isinstance(origin, MessageOriginUser) and origin.sender_user.is_bot:
        return Forwarded.BOT
    return Forwarded.PERSON


def _voice(message: Message) -> Voice:
    chat = message.sender_chat
    if chat is None:
        return Voice.PERSON
    if chat.id == message.chat_id or message.is_automatic_forward:
        return Voice.HOUSE
    return Voice.CHANNEL
