"""Keeping what was said: records go in at once, a sealer links them into the chain.

An edit names the record of the first version; `versions_of` returns them all.

Linking under a lock with every message would make all groups wait for one another, so records
are stored first, in the transaction of what they tell, and sealed in their order a moment
later by whoever holds the chain's lock. `verify` says how many are not sealed yet.
"""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.archive.chain import (
    GENESIS,
    SCHEME,
    Break,
    Link,
    first_break,
    hash_of_content,
    seal,
)
from bot.archive.erasures import Erasures
from bot.archive.kinds import EDITED, RecordKind
from bot.archive.received import closed_poll, said_of
from bot.archive.retention import class_of
from bot.archive.said import Said
from bot.clock import Chance, SystemChance
from bot.markup import storable
from bot.members.tiers import Binding
from db.models.archive import ArchiveRecord
from db.repositories import archive, groups

__all__ = ["Said"]

SEAL_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of the whole archive found."""

    sealed: int
    waiting: int
    head: str
    broken: Break | None


def receive(session: Session, raws: Sequence[Mapping[str, Any]], now: datetime) -> None:
    """Archive what raw updates tell of bound groups: messages, edits, polls that closed."""
    said = [said_of(raw, now) for raw in raws]
    for raw in raws:
        poll_id, closed = closed_poll(raw, now)
        place = archive.poll(session, poll_id) if poll_id is not None else None
        if closed is not None and place is not None:
            said.append(replace(closed, chat_id=place.chat_id, message_id=place.message_id))
    keep(session, [one for one in said if one is not None])


def keep(session: Session, messages: Sequence[Said]) -> None:
    """Archive those of `messages` that were said in bound groups."""
    bindings = groups.bindings_of_chats(session, {said.chat_id for said in messages})
    kept = [said for said in messages if said.chat_id in bindings]
    if not kept:
        return
    rows: list[dict[str, Any]] = []
    for said in kept:
        row = _row(said, bindings[said.chat_id])
        if said.kind in EDITED and said.message_id is not None:
            # The first version may be in this very batch.
            archive.add(session, rows)
            rows = []
            first = archive.first_version(session, said.chat_id, said.message_id)
            row["details"] |= {"version_of": first}
        rows.append(row)
        poll = said.details.get("poll")
        if poll and said.kind in {RecordKind.RECEIVED, RecordKind.SENT}:
            archive.add_poll(session, str(poll["id"]), said.chat_id, said.message_id)
    archive.add(session, rows)


def versions_of(session: Session, chat_id: int, message_id: int) -> Sequence[ArchiveRecord]:
    """Return everything the archive holds of one message, oldest first."""
    return archive.of_message(session, chat_id, message_id)


def seal_waiting(session: Session, chance: Chance | None = None) -> int:
    """Link waiting records into the chain; return how many. One process at a time."""
    chance = chance or SystemChance()
    archive.lock_chain(session)
    last = archive.last_sealed(session)
    position, previous = (last.position or 0, last.hash or GENESIS) if last else (0, GENESIS)
    waiting = archive.unsealed(session, SEAL_AT_ONCE)
    for record in waiting:
        position += 1
        record.position, record.previous_hash = position, previous
        record.scheme, record.salt = SCHEME, chance.token()
        record.content_hash = hash_of_content(link_of(record))
        previous = record.hash = seal(link_of(record), previous)
    return len(waiting)


def verify(session: Session) -> Verification:
    """Recompute the whole chain."""
    last = archive.last_sealed(session)
    broken = _first_break(session)
    if broken is not None and broken.problem == "erased":
        broken = _first_break(session)  # its erasure may have been written while we read
    return Verification(
        sealed=(last.position or 0) if last else 0,
        waiting=archive.count_unsealed(session),
        head=(last.hash or GENESIS) if last else GENESIS,
        broken=broken,
    )


def link_of(record: ArchiveRecord) -> Link:
    """Return what the hash of a record covers."""
    return Link(
        position=record.position or 0,
        kind=record.kind.value,
        chat_id=record.chat_id,
        message_id=record.message_id,
        author_id=record.author_id,
        at=record.at,
        text=record.text,
        details=record.details,
        record_class=record.record_class.value,
        scheme=record.scheme or 1,
        salt=record.salt,
        content_hash=record.content_hash,
        erased=record.erased_at is not None,
    )


def _first_break(session: Session) -> Break | None:
    erasures = Erasures(archive.erasures(session))
    with closing(archive.chain(session)) as records:
        return first_break(
            (
                (link_of(record), record.previous_hash or "", record.hash or "")
                for record in records
            ),
            erasures,
        )


def _row(said: Said, binding: Binding) -> dict[str, Any]:
    return {
        "kind": said.kind,
        "record_class": class_of(said.kind, binding),
        "chat_id": said.chat_id,
        "message_id": said.message_id,
        "author_id": said.author_id,
        "at": said.at,
        "text": storable(said.text),
        "details": dict(said.details),
    }
