"""Finding an entry, and the version that a change of it starts from."""

from sqlmodel import Session

from bot.knowledge import fields
from bot.knowledge.errors import KnowledgeUnknownError
from bot.knowledge.states import PENDING
from db.models.knowledge import KnowledgeEntry, KnowledgeVersion
from db.repositories import knowledge


def held(session: Session, entry_id: int) -> KnowledgeEntry:
    """Return an entry to be changed, locked."""
    entry = knowledge.locked(session, entry_id)
    if entry is None:
        raise KnowledgeUnknownError(received=str(entry_id))
    return entry


def named(session: Session, key: str) -> KnowledgeEntry:
    """Return the entry of a key."""
    entry = knowledge.by_key(session, key.strip().casefold())
    if entry is None:
        raise KnowledgeUnknownError(received=fields.echo(key))
    return entry


def newest(session: Session, entry: KnowledgeEntry) -> KnowledgeVersion:
    """Return what a change starts from: the pending version, else the one that is served."""
    latest = knowledge.version(session, entry.id, entry.latest)
    if latest is not None and latest.state not in PENDING and entry.served is not None:
        latest = knowledge.version(session, entry.id, entry.served)
    assert latest is not None  # noqa: S101 - an entry is made with its first version
    return latest
