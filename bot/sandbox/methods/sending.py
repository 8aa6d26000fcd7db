"""Methods that put a new message into a chat."""

from typing import Any

from bot.sandbox import keyboards
from bot.sandbox.chats import Chat
from bot.sandbox.files import DOCUMENT_BYTES, Upload, photo_sizes
from bot.sandbox.methods.request import JsonObject, Request
from bot.sandbox.refusals import ApiError, bad_request
from bot.sandbox.world import Event

_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_message(request: Request) -> JsonObject:
    """Send text."""
    return post(request, request.text())


def send_photo(request: Request) -> JsonObject:
    """Send a picture with or without a caption."""
    request.writable()
    fields = {"photo": photo(request, request.get("photo"), "photo"), **request.caption()}
    if request.get("has_spoiler"):
        fields["has_media_spoiler"] = True
    return post(request, fields)


def send_document(request: Request) -> JsonObject:
    """Send a file."""
    request.writable()
    source = request.upload(request.get("document"), "document")
    if isinstance(source, Upload):
        if len(source.content) > DOCUMENT_BYTES:
            raise ApiError(413, "Request Entity Too Large")
        kept = request.hall.files.add_document(source)
    else:
        stored = request.hall.files.find(source)
        kept = request.hall.files.add_document(
            Upload(stored.name, stored.content, stored.media_type)
        )
    return post(request, {"document": kept, **request.caption()})


def photo(request: Request, value: Any, field: str) -> list[JsonObject]:
    """Return the sizes of a picture that came along or is kept already."""
    source = request.upload(value, field)
    if isinstance(source, Upload):
        return request.hall.files.add_photo(source)
    stored = request.hall.files.find(source)
    if not stored.width:
        raise bad_request("can't use file of type Document as Photo")
    return photo_sizes(stored)


def send_chat_action(request: Request) -> bool:
    """Show that the bot is busy."""
    chat = request.writable()
    action = request.need("action", "parameter action is missing")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    request.hall.tell(Event("action", chat.id, 0, action))
    return True


def copy_message(request: Request) -> JsonObject:
    """Send a copy without a link to the original."""
    original = _original(request, "message to copy not found")
    names = ("text", "entities", "photo", "document", "caption", "caption_entities")
    fields = {name: original[name] for name in names if name in original}
    if not fields:
        raise bad_request("the message can't be copied")
    if request.get("caption") is not None and "text" not in fields:
        fields = {name: fields[name] for name in ("photo", "document") if name in fields}
        fields |= request.caption()
    return {"message_id": post(request, fields)["message_id"]}


def forward_message(request: Request) -> JsonObject:
    """Send a forwarded message."""
    original = _original(request, "message to forward not found")
    names = ("text", "entities", "photo", "document", "caption", "caption_entities", "poll")
    fields = {name: original[name] for name in names if name in original}
    origin = {"type": "user", "sender_user": original["from"], "date": original["date"]}
    return post(request, fields | {"forward_origin": original.get("forward_origin", origin)})


def _original(request: Request, complaint: str) -> JsonObject:
    source = request.chat("from_chat_id")
    message = source.live(request.need("message_id", "message identifier is not specified"))
    if message is None:
        raise bad_request(complaint)
    return message


def post(request: Request, fields: JsonObject) -> JsonObject:
    """Append the bot's message to the chat and return it as Telegram answers."""
    hall = request.hall
    chat = request.writable()
    markup = keyboards.checked(request.get("reply_markup"))
    placed = _place(request, chat)
    hall.pace.admit(chat.id, hall.now())
    if markup:
        placed["reply_markup"] = markup
    if request.get("protect_content"):
        placed["has_protected_content"] = True
    if request.get("message_effect_id"):
        placed["effect_id"] = request.get("message_effect_id")
    return hall.store(chat, hall.bot.as_user(), placed | fields)


def _place(request: Request, chat: Chat) -> JsonObject:
    """Return the fields that say in which topic and to what the bot answers."""
    placed: JsonObject = {}
    parent = _parent(request, chat)
    if parent is not None:
        bare = {name: value for name, value in parent.items() if name != "reply_to_message"}
        placed["reply_to_message"] = bare
        if parent.get("is_topic_message"):
            placed["message_thread_id"] = parent["message_thread_id"]
            placed["is_topic_message"] = True
    thread = request.get("message_thread_id")
    if thread:
        topic = chat.topics.get(thread)
        if topic is None:
            raise bad_request("message thread not found")
        if topic.closed and not _may_open_topics(chat):
            raise bad_request("TOPIC_CLOSED")
        placed |= {"message_thread_id": thread, "is_topic_message": True}
        placed.setdefault("reply_to_message", chat.posts[thread].message)
    return placed


def _may_open_topics(chat: Chat) -> bool:
    membership = chat.bot_membership
    return membership is not None and membership.has_right("can_manage_topics")


def _parent(request: Request, chat: Chat) -> JsonObject | None:
    reply = request.get("reply_parameters") or {}
    message_id = reply.get("message_id") or request.get("reply_to_message_id")
    if not message_id:
        return None
    if reply.get("chat_id") not in (None, chat.id):
        return None
    if not isinstance(message_id, int):
        raise bad_request("can't parse reply parameters JSON object")
    parent = chat.live(message_id)
    if parent is None:
        lenient = reply.get("allow_sending_without_reply")
        if not (lenient or request.get("allow_sending_without_reply")):
            raise bad_request("message to be replied not found")
    return parent
