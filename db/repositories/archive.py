"""Every query on the archive."""

from collections.abc import Generator, Mapping, Sequence
from typing import Any

from sqlalchemy import func, insert, select, text
from sqlmodel import Session, col

from db.models.archive import UNSEALED, ArchiveRecord


def add(session: Session, records: Sequence[Mapping[str, Any]]) -> None:
    """Append records, not yet sealed."""
    if records:
        session.execute(insert(ArchiveRecord), list(records))


CHAIN_LOCK = 7_301_960
"""A number that names the chain among the advisory locks of a Postgres database."""


def lock_chain(session: Session) -> None:
    """Let nobody else link records until this transaction ends; SQLite has one writer anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": CHAIN_LOCK})


def last_sealed(session: Session) -> ArchiveRecord | None:
    """Return the newest record of the chain."""
    query = select(ArchiveRecord).where(col(ArchiveRecord.position).is_not(None))
    return (
        session.execute(query.order_by(col(ArchiveRecord.position).desc()).limit(1))
        .scalars()
        .first()
    )


def unsealed(session: Session, limit: int) -> list[ArchiveRecord]:
    """Return records that wait for their place in the chain, oldest first."""
    query = select(ArchiveRecord).where(UNSEALED).order_by(col(ArchiveRecord.id)).limit(limit)
    return list(session.execute(query).scalars())


def count_unsealed(session: Session) -> int:
    """Return how many records wait for their place in the chain."""
    query = select(func.count()).select_from(ArchiveRecord).where(UNSEALED)
    return int(session.execute(query).scalar_one())


def chain(session: Session) -> Generator[ArchiveRecord, None, None]:
    """Yield the sealed records in their order, a thousand at a time."""
    query = (
        select(ArchiveRecord)
        .where(col(ArchiveRecord.position).is_not(None))
        .order_by(col(ArchiveRecord.position))
        .execution_options(yield_per=1000)
    )
    with session.execute(query) as found:
        yield from found.scalars()
