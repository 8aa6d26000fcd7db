"""Every query on the knowledge base: entries, their versions, files to import."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlmodel import Session, col

from bot.knowledge.states import PENDING, Origin, VersionState
from db.models.knowledge import KnowledgeEntry, KnowledgeImport, KnowledgeVersion
from db.upsert import insert_into

Pair = tuple[KnowledgeEntry, KnowledgeVersion]

_SERVED_VERSION = and_(
    col(KnowledgeVersion.entry_id) == col(KnowledgeEntry.id),
    col(KnowledgeVersion.number) == col(KnowledgeEntry.served),
)
_LATEST_VERSION = and_(
    col(KnowledgeVersion.entry_id) == col(KnowledgeEntry.id),
    col(KnowledgeVersion.number) == col(KnowledgeEntry.latest),
)


def _is_served(now: datetime) -> ColumnElement[bool]:
    expires_at = col(KnowledgeEntry.expires_at)
    return and_(
        col(KnowledgeEntry.served).is_not(None),
        col(KnowledgeEntry.retired_at).is_(None),
        or_(expires_at.is_(None), expires_at > now),
    )


def served(
    session: Session, now: datetime, rank: int, key: str | None = None
) -> Sequence[tuple[str, int, dict[str, Any]]]:
    """Return key, number and content of what is served up to a tier's rank, by key."""
    query = (
        select(col(KnowledgeEntry.key), col(KnowledgeVersion.number), col(KnowledgeVersion.content))
        .join(KnowledgeVersion, _SERVED_VERSION)
        .where(_is_served(now), col(KnowledgeEntry.tier) <= rank)
        .order_by(col(KnowledgeEntry.key))
    )
    if key is not None:
        query = query.where(col(KnowledgeEntry.key) == key)
    return [(row[0], row[1], row[2]) for row in session.execute(query)]


def served_mark(session: Session, now: datetime) -> tuple[int, int]:
    """Return how many versions were ever approved, and how many entries are served."""
    approved = select(func.count()).where(col(KnowledgeVersion.state) == VersionState.APPROVED)
    serving = select(func.count()).select_from(KnowledgeEntry).where(_is_served(now))
    row = session.execute(select(approved.scalar_subquery(), serving.scalar_subquery())).one()
    return int(row[0]), int(row[1])


def by_key(session: Session, key: str) -> KnowledgeEntry | None:
    """Return an entry."""
    query = select(KnowledgeEntry).where(col(KnowledgeEntry.key) == key)
    found: KnowledgeEntry | None = session.execute(query).scalars().first()
    return found


def by_id(session: Session, entry_id: int) -> KnowledgeEntry | None:
    """Return an entry."""
    return session.get(KnowledgeEntry, entry_id)


def by_origin(session: Session, origin: Origin, ref: str) -> KnowledgeEntry | None:
    """Return the entry that came from somewhere."""
    query = select(KnowledgeEntry).where(
        col(KnowledgeEntry.origin) == origin, col(KnowledgeEntry.origin_ref) == ref
    )
    found: KnowledgeEntry | None = session.execute(query).scalars().first()
    return found


def locked(session: Session, entry_id: int) -> KnowledgeEntry | None:
    """Return an entry that nobody else changes until this transaction ends."""
    return session.get(KnowledgeEntry, entry_id, with_for_update=True, populate_existing=True)


def add_entry(session: Session, values: Mapping[str, Any]) -> KnowledgeEntry | None:
    """Write a new entry down; nothing where its key or origin is there already."""
    insert = insert_into(session, KnowledgeEntry).values(
        served=None, latest=0, tier=0, edited=False, **values
    )
    made = insert.on_conflict_do_nothing().returning(col(KnowledgeEntry.id))
    entry_id = session.execute(made).scalar_one_or_none()
    return None if entry_id is None else session.get(KnowledgeEntry, entry_id)


def version(session: Session, entry_id: int, number: int) -> KnowledgeVersion | None:
    """Return one version of an entry."""
    query = select(KnowledgeVersion).where(
        col(KnowledgeVersion.entry_id) == entry_id, col(KnowledgeVersion.number) == number
    )
    found: KnowledgeVersion | None = session.execute(query).scalars().first()
    return found


def by_version_key(session: Session, key: str) -> KnowledgeVersion | None:
    """Return the version that a deed made."""
    query = select(KnowledgeVersion).where(col(KnowledgeVersion.key) == key)
    found: KnowledgeVersion | None = session.execute(query).scalars().first()
    return found


def versions(session: Session, entry_id: int) -> Sequence[KnowledgeVersion]:
    """Return every version of an entry, newest first."""
    query = (
        select(KnowledgeVersion)
        .where(col(KnowledgeVersion.entry_id) == entry_id)
        .order_by(col(KnowledgeVersion.number).desc())
    )
    return list(session.execute(query).scalars())


def latest_pairs(session: Session, keys: Collection[str] | None = None) -> Sequence[Pair]:
    """Return entries with their newest version, by key."""
    query = (
        select(KnowledgeEntry, KnowledgeVersion)
        .join(KnowledgeVersion, _LATEST_VERSION)
        .order_by(col(KnowledgeEntry.key))
    )
    if keys is not None:
        query = query.where(col(KnowledgeEntry.key).in_(keys))
    return [(row[0], row[1]) for row in session.execute(query)]


def served_versions(session: Session) -> dict[int, KnowledgeVersion]:
    """Return the served version of each entry that has one, by the entry's id."""
    query = (
        select(KnowledgeVersion)
        .join(KnowledgeEntry, _SERVED_VERSION)
        .order_by(col(KnowledgeVersion.id))
    )
    return {one.entry_id: one for one in session.execute(query).scalars()}


def unasked(session: Session, limit: int) -> Sequence[Pair]:
    """Return waiting versions whose card is not out, oldest first, those of a file left out."""
    query = (
        select(KnowledgeEntry, KnowledgeVersion)
        .join(KnowledgeVersion, _LATEST_VERSION)
        .where(
            col(KnowledgeVersion.state) == VersionState.WAITING,
            col(KnowledgeVersion.asked).is_(False),
            col(KnowledgeVersion.import_id).is_(None),
            col(KnowledgeEntry.retired_at).is_(None),
        )
        .order_by(col(KnowledgeVersion.id))
        .limit(limit)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def expired_untold(session: Session, now: datetime, limit: int) -> Sequence[Pair]:
    """Return entries whose served version is over and was not told yet, oldest first."""
    told, number = col(KnowledgeEntry.told), col(KnowledgeEntry.served)
    query = (
        select(KnowledgeEntry, KnowledgeVersion)
        .join(KnowledgeVersion, _SERVED_VERSION)
        .where(
            col(KnowledgeEntry.retired_at).is_(None),
            col(KnowledgeEntry.expires_at) <= now,
            or_(told.is_(None), told != number),
        )
        .order_by(col(KnowledgeEntry.expires_at), col(KnowledgeEntry.id))
        .limit(limit)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def waiting_of_import(session: Session, import_id: int) -> Sequence[Pair]:
    """Return the versions of a file that still wait, by entry."""
    query = (
        select(KnowledgeEntry, KnowledgeVersion)
        .join(KnowledgeVersion, _LATEST_VERSION)
        .where(
            col(KnowledgeVersion.import_id) == import_id,
            col(KnowledgeVersion.state).in_(PENDING),
            col(KnowledgeEntry.retired_at).is_(None),
        )
        .order_by(col(KnowledgeEntry.id))
        .with_for_update(of=KnowledgeEntry)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def replace_pending(session: Session, entry_id: int, state: VersionState) -> None:
    """Put whatever is undecided of an entry into `state`."""
    session.execute(
        update(KnowledgeVersion)
        .where(col(KnowledgeVersion.entry_id) == entry_id, col(KnowledgeVersion.state).in_(PENDING))
        .values(state=state)
    )


def add_import(session: Session, key: str, values: Mapping[str, Any]) -> KnowledgeImport:
    """Keep a file that was read, or return the one that this key kept before."""
    insert = insert_into(session, KnowledgeImport).values(key=key, **values)
    session.execute(insert.on_conflict_do_nothing(index_elements=["key"]))
    query = select(KnowledgeImport).where(col(KnowledgeImport.key) == key)
    found: KnowledgeImport = session.execute(query).scalars().one()
    return found


def locked_import(session: Session, import_id: int) -> KnowledgeImport | None:
    """Return a kept file that nobody else writes until this transaction ends."""
    return session.get(KnowledgeImport, import_id, with_for_update=True, populate_existing=True)
