"""The hash chain: each sealed record names the one before it, so nothing can be slipped out.

Scheme 2 seals a record over the hash of its content, not over the content itself:
`content hash = SHA-256(author, text, details, salt)` and
`hash = SHA-256(position, previous hash, kind, class, chat, message, time, content hash)`.
So content may be erased when its time is over, and the chain still holds; the salt goes with
it, or short texts could be guessed from their hash. Scheme 1, before, hashed the content
itself: those records verify as they were sealed, and an erased one is vouched for by the
digest in the record of its erasure. Pure.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.archive.erasures import Erasures, Tombstone

GENESIS = "0" * 64
SCHEME = 2
"""The scheme in which records are sealed now."""


@dataclass(frozen=True, slots=True)
class Link:
    """What a record's hash covers, directly or through its content hash."""

    position: int
    kind: str
    chat_id: int
    message_id: int | None
    author_id: int | None
    at: datetime
    text: str
    details: Mapping[str, Any]
    record_class: str = ""
    scheme: int = 1
    salt: str | None = None
    content_hash: str | None = None
    erased: bool = False

    @property
    def blank(self) -> bool:
        """Tell whether nothing of its content is left."""
        return not (self.text or self.details or self.author_id or self.salt)


@dataclass(frozen=True, slots=True)
class Break:
    """The first record at which a chain does not hold, and what is wrong there.

    `problem`: missing, relinked, altered, or erased (its content is gone and no sealed rule
    says why).
    """

    position: int
    problem: str


def hash_of_content(link: Link) -> str:
    """Return the hash that stands for what was said, by whom."""
    return _digest(
        {
            "author": link.author_id,
            "text": link.text,
            "details": link.details,
            "salt": link.salt,
        }
    )


def seal(link: Link, previous: str) -> str:
    """Return the hash of `link` after the record whose hash is `previous`."""
    content = {
        "position": link.position,
        "previous": previous,
        "kind": link.kind,
        "chat": link.chat_id,
        "message": link.message_id,
        "at": link.at.isoformat(timespec="microseconds"),
    }
    if link.scheme == 1:
        content |= {"author": link.author_id, "text": link.text, "details": link.details}
    else:
        content |= {"scheme": 2, "class": link.record_class, "content": link.content_hash}
    return _digest(content)


def intact(link: Link, previous: str, stored: str) -> bool:
    """Tell whether a record is what was sealed, as far as it can tell by itself."""
    if link.erased:
        return link.blank and (link.scheme == 1 or seal(link, previous) == stored)
    if link.scheme != 1 and hash_of_content(link) != link.content_hash:
        return False
    return seal(link, previous) == stored


def first_break(
    records: Iterable[tuple[Link, str, str]],
    erasures: Erasures | None = None,
    after: tuple[int, str] = (0, GENESIS),
) -> Break | None:
    """Check (link, stored previous hash, stored hash) in order; return where it breaks.

    `after`: position and hash of the record before the first one, for a part of the chain.
    """
    erasures = erasures or Erasures(())
    position, expected_previous = after
    for link, previous, stored in records:
        position += 1
        if link.position != position:
            return Break(position, "missing")
        if previous != expected_previous:
            return Break(link.position, "relinked")
        if not intact(link, previous, stored):
            return Break(link.position, "altered")
        covered = erasures.note(tombstone(link, stored))
        if link.erased and not covered:
            return Break(link.position, "erased")
        expected_previous = stored
    altered = erasures.first_altered()
    return Break(altered, "altered") if altered else None


def tombstone(link: Link, stored: str) -> Tombstone:
    """Return what stays of a record for good."""
    return Tombstone(link.position, stored, link.kind, link.chat_id, link.message_id, link.at)


def _digest(content: Mapping[str, Any]) -> str:
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
