"""The hash chain: each sealed record names the one before it, so nothing can be slipped out.

`hash = SHA-256(canonical JSON of the record, which holds the previous hash)`. Pure.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Link:
    """What a record's hash covers."""

    position: int
    kind: str
    chat_id: int
    message_id: int | None
    author_id: int | None
    at: datetime
    text: str
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Break:
    """The first record at which a chain does not hold, and what is wrong there."""

    position: int
    problem: str


def seal(link: Link, previous: str) -> str:
    """Return the hash of `link` after the record whose hash is `previous`."""
    content = {
        "position": link.position,
        "previous": previous,
        "kind": link.kind,
        "chat": link.chat_id,
        "message": link.message_id,
        "author": link.author_id,
        "at": link.at.isoformat(timespec="microseconds"),
        "text": link.text,
        "details": link.details,
    }
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def first_break(records: Iterable[tuple[Link, str, str]]) -> Break | None:
    """Check (link, stored previous hash, stored hash) in order; return where it breaks."""
    expected_position, expected_previous = 1, GENESIS
    for link, previous, stored in records:
        if link.position != expected_position:
            return Break(expected_position, "missing")
        if previous != expected_previous:
            return Break(link.position, "relinked")
        if seal(link, previous) != stored:
            return Break(link.position, "altered")
        expected_position, expected_previous = link.position + 1, stored
    return None
