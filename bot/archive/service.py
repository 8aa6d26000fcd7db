"""Keeping what was said: records go in at once, a sealer links them into the chain.

Linking under a lock with every message would make all groups wait for one another, so records
are stored first, in the transaction of what they tell, and sealed in their order a moment
later by whoever holds the chain's lock. `verify` says how many are not sealed yet.
"""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.archive.chain import GENESIS, Break, Link, first_break, seal
from bot.archive.kinds import RecordKind
from bot.markup import storable
from db.models.archive import ArchiveRecord
from db.repositories import archive, groups

SEAL_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Said:
    """A message to be kept."""

    kind: RecordKind
    chat_id: int
    message_id: int | None
    author_id: int | None
    at: datetime
    text: str
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of the whole archive found."""

    sealed: int
    waiting: int
    head: str
    broken: Break | None


def keep(session: Session, messages: Sequence[Said]) -> None:
    """Archive those of `messages` that were said in bound groups."""
    kept_chats = groups.bound_chats(session, {said.chat_id for said in messages})
    archive.add(session, [_row(said) for said in messages if said.chat_id in kept_chats])


def seal_waiting(session: Session) -> int:
    """Link waiting records into the chain; return how many. One process at a time."""
    archive.lock_chain(session)
    last = archive.last_sealed(session)
    position, previous = (last.position or 0, last.hash or GENESIS) if last else (0, GENESIS)
    waiting = archive.unsealed(session, SEAL_AT_ONCE)
    for record in waiting:
        position += 1
        record.position, record.previous_hash = position, previous
        previous = record.hash = seal(_link(record), previous)
    return len(waiting)


def verify(session: Session) -> Verification:
    """Recompute the whole chain."""
    last = archive.last_sealed(session)
    with closing(archive.chain(session)) as records:
        broken = first_break(
            (_link(record), record.previous_hash or "", record.hash or "") for record in records
        )
    return Verification(
        sealed=(last.position or 0) if last else 0,
        waiting=archive.count_unsealed(session),
        head=(last.hash or GENESIS) if last else GENESIS,
        broken=broken,
    )


def _row(said: Said) -> dict[str, Any]:
    return {
        "kind": said.kind,
        "chat_id": said.chat_id,
        "message_id": said.message_id,
        "author_id": said.author_id,
        "at": said.at,
        "text": storable(said.text),
        "details": dict(said.details),
    }


def _link(record: ArchiveRecord) -> Link:
    return Link(
        position=record.position or 0,
        kind=record.kind.value,
        chat_id=record.chat_id,
        message_id=record.message_id,
        author_id=record.author_id,
        at=record.at,
        text=record.text,
        details=record.details,
    )
