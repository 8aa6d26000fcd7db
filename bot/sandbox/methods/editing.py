"""Methods that change, delete or mark messages."""

from typing import Any

from bot.sandbox import keyboards
from bot.sandbox.cast import BOT_ID
from bot.sandbox.chats import Chat
from bot.sandbox.methods.request import JsonObject, Request
from bot.sandbox.methods.sending import photo
from bot.sandbox.refusals import bad_request

_SAME = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
_COMPARED = ("text", "entities", "caption", "caption_entities", "photo", "reply_markup")
_DELETABLE_SECONDS = 48 * 3600
_BATCH = 100


def edit_message_text(request: Request) -> JsonObject:
    """Replace the text and the keyboard."""
    chat, message = _own(request)
    fields = request.text()
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _apply(request, chat, message, fields, ("text", "entities", "link_preview_options"))


def edit_message_caption(request: Request) -> JsonObject:
    """Replace the caption and the keyboard."""
    chat, message = _own(request)
    if "photo" not in message and "document" not in message:
        raise bad_request("there is no caption in the message to edit")
    dropped = ("caption", "caption_entities", "show_caption_above_media")
    return _apply(request, chat, message, request.caption(), dropped)


def edit_message_media(request: Request) -> JsonObject:
    """Replace picture, caption and keyboard."""
    chat, message = _own(request)
    media = request.need("media", "media is not specified")
    if not isinstance(media, dict) or media.get("type") != "photo":
        raise bad_request("the rehearsal hall can only edit media to a photo")
    fields = {"photo": photo(request, media.get("media"), "media"), **request.caption(media)}
    dropped = ("photo", "document", "caption", "caption_entities", "text", "entities")
    return _apply(request, chat, message, fields, dropped)


def edit_message_reply_markup(request: Request) -> JsonObject:
    """Replace the keyboard only."""
    chat, message = _own(request)
    return _apply(request, chat, message, {}, ())


def _own(request: Request) -> tuple[Chat, JsonObject]:
    if request.get("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = request.reachable()
    message_id = request.need("message_id", "message identifier is not specified")
    message = chat.live(message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if message["from"]["id"] != BOT_ID:
        raise bad_request("message can't be edited")
    return chat, message


def _apply(
    request: Request,
    chat: Chat,
    message: JsonObject,
    fields: JsonObject,
    dropped: tuple[str, ...],
) -> JsonObject:
    kept = {
        name: value
        for name, value in message.items()
        if name not in dropped and name != "reply_markup"
    }
    newer = kept | fields
    markup = keyboards.checked(request.get("reply_markup"))
    if markup:
        newer["reply_markup"] = markup
    if all(newer.get(name) == message.get(name) for name in _COMPARED):
        raise bad_request(_SAME)
    newer["edit_date"] = request.hall.date()
    request.hall.replace(chat, newer)
    return newer


def delete_message(request: Request) -> bool:
    """Delete one message."""
    chat = request.reachable()
    message_id = request.need("message_id", "message identifier is not specified")
    message = chat.live(message_id)
    if message is None:
        raise bad_request("message to delete not found")
    if not _deletable(request, chat, message):
        raise bad_request("message can't be deleted")
    request.hall.delete(chat, message_id)
    return True


def delete_messages(request: Request) -> bool:
    """Delete up to 100 messages, skipping those that are gone."""
    chat = request.reachable()
    ids: Any = request.need("message_ids", "message identifiers are not specified")
    if not isinstance(ids, list) or not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > _BATCH:
        raise bad_request("too many message identifiers specified")
    for message_id in ids:
        message = chat.live(message_id)
        if message is not None and _deletable(request, chat, message):
            request.hall.delete(chat, message_id)
    return True


def _deletable(request: Request, chat: Chat, message: JsonObject) -> bool:
    membership = chat.bot_membership
    if membership is not None and membership.has_right("can_delete_messages"):
        return True
    young = request.hall.date() - message["date"] < _DELETABLE_SECONDS
    return young and (chat.is_private or message["from"]["id"] == BOT_ID)


def pin_chat_message(request: Request) -> bool:
    """Pin a message."""
    chat, message_id = _pinned(request)
    if message_id not in chat.pinned:
        chat.pinned.append(message_id)
        pinned = chat.posts[message_id].message
        request.hall.store(chat, request.hall.bot.as_user(), {"pinned_message": pinned})
    return True


def unpin_chat_message(request: Request) -> bool:
    """Take a pinned message, or the last one, off again."""
    chat, message_id = _pinned(request, optional=True)
    if message_id in chat.pinned:
        chat.pinned.remove(message_id)
    return True


def _pinned(request: Request, *, optional: bool = False) -> tuple[Chat, int]:
    chat = request.reachable()
    if not chat.is_private:
        chat = request.with_right("can_pin_messages")
    message_id = request.get("message_id")
    if message_id is None and optional and chat.pinned:
        message_id = chat.pinned[-1]
    if message_id is None or chat.live(message_id) is None:
        raise bad_request("message to pin not found")
    return chat, message_id


def set_message_reaction(request: Request) -> bool:
    """Set the bot's reaction, kept with the message for the page."""
    chat = request.reachable()
    message_id = request.need("message_id", "message identifier is not specified")
    message = chat.live(message_id)
    if message is None:
        raise bad_request("message to react not found")
    chat.posts[message_id].reactions = request.get("reaction") or []
    request.hall.replace(chat, message)
    return True
