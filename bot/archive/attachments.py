"""What came with a message, as Telegram names it: files, polls, places, contacts.

The bytes are not kept: Telegram serves them by `file_id` (up to 20 MB, for bots) as long as
it has them, and they are gone when it has not. `unique` names the same file for good.
"""

from collections.abc import Mapping
from typing import Any

from bot.markup import storable

FILES = (
    "animation",
    "audio",
    "document",
    "sticker",
    "video",
    "video_note",
    "voice",
)
PLACES = ("location", "venue", "contact", "dice")


def attachments_of(message: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return one entry for each file of a raw message, trusting nothing in it to be there.

    An entry holds `kind` and, as far as known, `file_id`, `unique`, `bytes`, `mime`, `name`.
    """
    found = [_file(kind, message[kind]) for kind in FILES if isinstance(message.get(kind), dict)]
    if "animation" in message:  # Telegram repeats one as a document, for old clients
        found = [entry for entry in found if entry["kind"] != "document"]
    sizes = [size for size in message.get("photo") or () if isinstance(size, dict)]
    if sizes:
        found.append(_file("photo", max(sizes, key=lambda size: _number(size.get("width")))))
    return found


def extras_of(message: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a message holds beside its text: attachments, a poll, a place, a caption."""
    extras: dict[str, Any] = {}
    attached = attachments_of(message)
    if attached:
        extras["attachments"] = attached
    if attached and message.get("media_group_id"):
        extras["album"] = clean(message["media_group_id"])
    if isinstance(message.get("poll"), dict):
        extras["poll"] = poll_of(message["poll"])
    for kind in PLACES:
        if isinstance(message.get(kind), dict):
            extras[kind] = clean(message[kind])
    return extras


def poll_of(poll: Mapping[str, Any]) -> dict[str, Any]:
    """Return a poll's question and options, with the votes as they stand."""
    options = [option for option in poll.get("options") or () if isinstance(option, dict)]
    return {
        "id": str(poll.get("id", "")),
        "question": clean(str(poll.get("question", ""))),
        "options": [
            {"text": clean(str(one.get("text", ""))), "votes": _number(one.get("voter_count"))}
            for one in options
        ],
        "voters": _number(poll.get("total_voter_count")),
        "closed": bool(poll.get("is_closed")),
        "anonymous": bool(poll.get("is_anonymous", True)),
        "kind": clean(str(poll.get("type", "regular"))),
    }


def clean(value: Any) -> Any:
    """Return JSON without what no database takes."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, Mapping):
        return {storable(str(name)): clean(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [clean(one) for one in value]
    return value


def _file(kind: str, file: Mapping[str, Any]) -> dict[str, Any]:
    named = {
        "file_id": file.get("file_id"),
        "unique": file.get("file_unique_id"),
        "bytes": file.get("file_size"),
        "mime": file.get("mime_type"),
        "name": file.get("file_name"),
        "emoji": file.get("emoji"),
    }
    return {"kind": kind} | {
        name: clean(value) for name, value in named.items() if value is not None
    }


def _number(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
