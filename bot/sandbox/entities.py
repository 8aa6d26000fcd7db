"""What Telegram recognises in plain text by itself: commands, mentions, links, tags."""

import re
from collections.abc import Sequence
from typing import Any

from bot.sandbox import utf16

JsonObject = dict[str, Any]

_DETECTORS = re.compile(
    r"(?P<url>(?<![\w@])(?:https?://[^\s<>\"'，。；！？）】》]+"
    r"|(?:[a-z0-9-]+\.)+(?:com|net|org|cn|hk|io|me|gov|edu)(?:/[^\s<>\"'，。；！？）】》]*)?)\b/?)"
    r"|(?P<email>(?<![\w@])[\w.+-]+@[\w-]+\.[a-z]{2,})"
    r"|(?P<bot_command>(?<![\w/@<>])/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![a-z0-9_/]))"
    r"|(?P<mention>(?<![\w@])@[a-z][a-z0-9_]{2,31}(?!\w))"
    r"|(?P<cashtag>(?<![\w$])\$[A-Z]{1,8}(?![\w$]))"
    r"|(?P<hashtag>(?<![\w#])#\w*[^\W\d]\w*)",
    re.IGNORECASE,
)
_MAY_HOLD = re.compile(r"[/@#$.]")
_OPAQUE = frozenset({"code", "pre", "text_link", "text_mention"})


def detect(text: str, known: Sequence[JsonObject] = ()) -> list[JsonObject]:
    """Return `known` entities plus those found in `text`, in Telegram's order.

    Nothing is looked for inside code and links; offsets are UTF-16 code units.
    """
    found = list(known)
    if _MAY_HOLD.search(text):
        opaque = [entity for entity in known if entity["type"] in _OPAQUE]
        for match in _DETECTORS.finditer(text):
            entity = {
                "type": match.lastgroup,
                "offset": utf16.length(text[: match.start()]),
                "length": utf16.length(match.group()),
            }
            if match.group() and not any(_overlap(entity, other) for other in opaque):
                found.append(entity)
    found.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return found


def trim(text: str, entities: Sequence[JsonObject]) -> tuple[str, list[JsonObject]]:
    """Strip white space from both ends as Telegram does, moving the entities along."""
    stripped = text.strip()
    if stripped == text:
        return text, list(entities)
    start = utf16.length(text[: len(text) - len(text.lstrip())])
    size = utf16.length(stripped)
    kept = []
    for entity in entities:
        first = max(entity["offset"] - start, 0)
        last = min(entity["offset"] + entity["length"] - start, size)
        if last > first:
            kept.append({**entity, "offset": first, "length": last - first})
    return stripped, kept


def _overlap(one: JsonObject, other: JsonObject) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"]
        and other["offset"] < one["offset"] + one["length"]
    )
