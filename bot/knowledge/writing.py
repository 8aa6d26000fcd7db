"""How versions come about: the one place that writes entries; every change adds a version."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.knowledge.content import Content, to_json
from bot.knowledge.states import PENDING, Change, Origin, VersionState
from db.models.knowledge import KnowledgeEntry, KnowledgeVersion
from db.repositories import knowledge

OURS = frozenset({Change.SHIPPED, Change.RENEWED, Change.RETIRED, Change.RESTORED})
"""Changes after which the starter pack may still bring a newer text: nobody wrote on it."""


@dataclass(frozen=True, slots=True)
class Made:
    """What makes a version: `key` names the deed, which makes it only once."""

    key: str
    change: Change
    state: VersionState
    author_id: int | None
    at: datetime
    import_id: int | None = None


def key_for(origin: Origin, ref: str) -> str:
    """Return the key of an entry that nobody named: the same for the same origin."""
    digest = hashlib.sha256(f"{origin.value}:{ref}".encode()).hexdigest()
    return f"{origin.value}-{digest[:10]}"


def create(
    session: Session,
    key: str,
    content: Content,
    made: Made,
    *,
    origin: Origin,
    origin_ref: str,
) -> KnowledgeEntry:
    """Write a new entry with its first version, or return the one that is there already."""
    values = {
        "key": key,
        "origin": origin,
        "origin_ref": origin_ref,
        "owner_id": made.author_id,
        "created_at": made.at,
    }
    entry = knowledge.add_entry(session, values)
    if entry is None:
        found = knowledge.by_origin(session, origin, origin_ref) or knowledge.by_key(session, key)
        assert found is not None  # noqa: S101 - one of the two was in the way
        return found
    add_version(session, entry, content, made)
    return entry


def add_version(
    session: Session, entry: KnowledgeEntry, content: Content, made: Made
) -> KnowledgeVersion:
    """Add the next version of a locked entry; whatever waited before it is replaced."""
    done = knowledge.by_version_key(session, made.key)
    if done is not None:
        return done
    authors = _authors(entry, knowledge.version(session, entry.id, entry.latest))
    knowledge.replace_pending(session, [entry.id], VersionState.REPLACED)
    version = _next(entry, authors, content, made)
    session.add(version)
    session.flush()
    return version


def add_versions(session: Session, changes: Sequence[tuple[KnowledgeEntry, Content, Made]]) -> None:
    """Add the next versions of many locked entries in a few statements."""
    ids = [entry.id for entry, _, _ in changes]
    latest = {one.entry_id: one for one in knowledge.latest_of(session, ids)}
    authors = {entry.id: _authors(entry, latest.get(entry.id)) for entry, _, _ in changes}
    knowledge.replace_pending(session, ids, VersionState.REPLACED)
    session.add_all(
        _next(entry, authors[entry.id], content, made) for entry, content, made in changes
    )
    session.flush()


def _authors(entry: KnowledgeEntry, before: KnowledgeVersion | None) -> list[int]:
    """Return who wrote the words that nobody has approved yet, given up and taken back or not."""
    if before is None or (before.state not in PENDING and entry.served is not None):
        return []
    return list(before.authors)


def _next(
    entry: KnowledgeEntry, authors: list[int], content: Content, made: Made
) -> KnowledgeVersion:
    if made.author_id is not None and made.author_id not in authors:
        authors = [*authors, made.author_id]
    entry.latest += 1
    entry.edited = entry.edited or made.change not in OURS
    return KnowledgeVersion(
        entry_id=entry.id,
        number=entry.latest,
        key=made.key,
        change=made.change,
        state=made.state,
        content=to_json(content),
        author_id=made.author_id,
        authors=authors,
        at=made.at,
        import_id=made.import_id,
    )
