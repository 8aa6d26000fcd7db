"""The hash chain of a contest: each record names the one before it, the first the rules.

`hash = SHA-256(canonical JSON of the record, which holds the previous hash)`. A day's head is
the hash of its last record; whoever noted it can tell later that nothing was changed since.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from bot.contest.engine.codec import canonical


@dataclass(frozen=True, slots=True)
class Entry:
    """What a record's hash covers: everything that is kept of it but the hash."""

    id: int
    contest_id: int
    day: date
    seq: int | None
    member_id: int | None
    kind: str
    is_event: bool
    at: datetime
    body: Mapping[str, Any]


def seal(entry: Entry, previous: str) -> str:
    """Return the hash of `entry` after the record, or the rules, whose hash is `previous`."""
    content = {
        "previous": previous,
        "id": entry.id,
        "contest": entry.contest_id,
        "day": entry.day.isoformat(),
        "seq": entry.seq,
        "member": entry.member_id,
        "kind": entry.kind,
        "event": entry.is_event,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "body": dict(entry.body),
    }
    return hashlib.sha256(canonical(content).encode("utf-8", "surrogatepass")).hexdigest()
