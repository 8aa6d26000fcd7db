"""Every query on the archive."""

from collections.abc import Collection, Generator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, insert, not_, select, text, update
from sqlmodel import Session, col

from bot.archive.kinds import RecordKind
from bot.archive.retention import RecordClass
from db.models.archive import KEPT, UNSEALED, ArchivePoll, ArchiveRecord
from db.upsert import insert_into


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


def erasures(session: Session) -> list[dict[str, Any]]:
    """Return what every erasure wrote down, sealed or still waiting to be."""
    query = select(col(ArchiveRecord.details)).where(
        KEPT,
        col(ArchiveRecord.record_class) == RecordClass.PROOF,
        col(ArchiveRecord.kind) == RecordKind.ERASURE,
    )
    return list(session.execute(query.order_by(col(ArchiveRecord.id))).scalars())


def part(session: Session, first: int, last: int) -> list[ArchiveRecord]:
    """Return the sealed records at positions `first` to `last`, in their order."""
    query = select(ArchiveRecord).where(col(ArchiveRecord.position).between(first, last))
    return list(session.execute(query.order_by(col(ArchiveRecord.position))).scalars())


def of_message(session: Session, chat_id: int, message_id: int) -> list[ArchiveRecord]:
    """Return every record of one message, oldest first."""
    query = select(ArchiveRecord).where(
        col(ArchiveRecord.chat_id) == chat_id, col(ArchiveRecord.message_id) == message_id
    )
    return list(session.execute(query.order_by(col(ArchiveRecord.id))).scalars())


def first_version(session: Session, chat_id: int, message_id: int) -> int | None:
    """Return the id of the oldest record of a message."""
    query = select(func.min(ArchiveRecord.id)).where(
        col(ArchiveRecord.chat_id) == chat_id, col(ArchiveRecord.message_id) == message_id
    )
    found: int | None = session.execute(query).scalar_one()
    return found


def add_poll(session: Session, poll_id: str, chat_id: int, message_id: int | None) -> None:
    """Remember where a poll stands."""
    insert = insert_into(session, ArchivePoll).values(
        poll_id=poll_id[:64], chat_id=chat_id, message_id=message_id
    )
    session.execute(insert.on_conflict_do_nothing())


def poll(session: Session, poll_id: str) -> ArchivePoll | None:
    """Return where a poll stands, if it was seen in a bound group."""
    return session.get(ArchivePoll, poll_id)


def expired(
    session: Session,
    record_class: RecordClass,
    before: datetime,
    spared: Sequence[ColumnElement[bool]],
    limit: int,
) -> list[ArchiveRecord]:
    """Return sealed records of a class older than `before` that no hold spares, in their order."""
    query = select(ArchiveRecord).where(
        KEPT,
        col(ArchiveRecord.record_class) == record_class,
        col(ArchiveRecord.at) < before,
        col(ArchiveRecord.position).is_not(None),
        # A comparison with an absent author is neither true nor false, and spares nothing.
        *(not_(func.coalesce(held, False)) for held in spared),
    )
    query = query.order_by(col(ArchiveRecord.position)).limit(limit)
    return list(session.execute(query).scalars())


def erase(session: Session, ids: Collection[int], now: datetime) -> None:
    """Take the content of records away; what the chain needs stays."""
    session.execute(
        update(ArchiveRecord)
        .where(col(ArchiveRecord.id).in_(ids))
        .values(text="", details={}, author_id=None, salt=None, erased_at=now)
        .execution_options(synchronize_session=False)
    )


def count_erased(session: Session) -> int:
    """Return how many records lost their content by rule."""
    query = select(func.count()).select_from(ArchiveRecord)
    found = session.execute(query.where(col(ArchiveRecord.erased_at).is_not(None)))
    return int(found.scalar_one())


def count_between(
    session: Session, chats: Collection[int], since: datetime, until: datetime
) -> int:
    """Return how many sealed records of some chats lie in a span of time."""
    query = select(func.count()).select_from(ArchiveRecord).where(*_between(chats, since, until))
    return int(session.execute(query).scalar_one())


def between(
    session: Session, chats: Collection[int], since: datetime, until: datetime
) -> Generator[ArchiveRecord, None, None]:
    """Yield the sealed records of some chats in a span of time, in the chain's order."""
    query = (
        select(ArchiveRecord)
        .where(*_between(chats, since, until))
        .order_by(col(ArchiveRecord.position))
        .execution_options(yield_per=1000)
    )
    with session.execute(query) as found:
        yield from found.scalars()


def _between(
    chats: Collection[int], since: datetime, until: datetime
) -> tuple[ColumnElement[bool], ...]:
    return (
        col(ArchiveRecord.chat_id).in_(chats),
        col(ArchiveRecord.position).is_not(None),
        col(ArchiveRecord.at) >= since,
        col(ArchiveRecord.at) < until,
    )
