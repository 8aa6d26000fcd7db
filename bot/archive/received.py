"""Reading from a raw update what the archive keeps, trusting nothing in it to be there."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.archive.attachments import clean, extras_of, poll_of
from bot.archive.kinds import NO_GROUP, RecordKind
from bot.archive.said import Said

COMMON = {"message_id", "chat", "from", "date", "edit_date", "text", "caption", "entities"}


def said_of(raw: Mapping[str, Any], now: datetime) -> Said | None:
    """Return the message of an update, new or edited."""
    edited = "edited_message" in raw
    message = raw.get("edited_message") if edited else raw.get("message")
    if not isinstance(message, dict) or not isinstance(message.get("chat"), dict):
        return None
    author = message.get("sender_chat") or message.get("from") or {}
    return Said(
        kind=RecordKind.RECEIVED_EDIT if edited else RecordKind.RECEIVED,
        chat_id=int(message["chat"].get("id", 0)),
        message_id=message.get("message_id"),
        author_id=author.get("id"),
        at=_date(message.get("edit_date") or message.get("date"), now),
        text=str(message.get("text") or message.get("caption") or ""),
        details=_details(raw, message),
    )


def closed_poll(raw: Mapping[str, Any], now: datetime) -> tuple[str | None, Said | None]:
    """Return the id of a poll that closed and its results; its chat is for others to find."""
    poll = raw.get("poll")
    if not isinstance(poll, dict) or not poll.get("is_closed"):
        return None, None
    results = poll_of(poll)
    said = Said(
        kind=RecordKind.POLL_CLOSED,
        chat_id=NO_GROUP,
        message_id=None,
        author_id=None,
        at=now,
        text=results["question"],
        details={"update": raw["update_id"], "poll": results},
    )
    return results["id"], said


def _details(raw: Mapping[str, Any], message: Mapping[str, Any]) -> dict[str, Any]:
    details = {
        "update": raw["update_id"],
        "holds": [clean(name) for name in sorted(set(message) - COMMON)],
        **extras_of(message),
    }
    replied = message.get("reply_to_message")
    if isinstance(replied, dict) and isinstance(replied.get("message_id"), int):
        details["reply_to"] = replied["message_id"]
    if isinstance(message.get("forward_origin"), dict):
        details["forwarded"] = clean(message["forward_origin"].get("type", ""))
    return details


def _date(seconds: object, now: datetime) -> datetime:
    return datetime.fromtimestamp(seconds, UTC) if isinstance(seconds, int) else now
