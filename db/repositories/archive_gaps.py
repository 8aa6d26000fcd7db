"""Every query on the gaps of the archive."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, or_, select, update
from sqlmodel import Session, col

from bot.archive.kinds import GapCause
from db.models.archive import ArchiveGap, ArchiveMove, ArchiveRecord
from db.models.inbox import InboxUpdate
from db.upsert import insert_into


def note(
    session: Session,
    key: str,
    group_id: int | None,
    cause: GapCause,
    since: datetime,
    until: datetime | None,
    missing: int = 0,
) -> None:
    """Write a gap down, once for each `key`."""
    insert = insert_into(session, ArchiveGap).values(
        key=key[:96], group_id=group_id, cause=cause, since=since, until=until, missing=missing
    )
    session.execute(insert.on_conflict_do_nothing(index_elements=["key"]))


def open_gap(session: Session, group_id: int) -> ArchiveGap | None:
    """Return the gap of a group that has not ended."""
    query = select(ArchiveGap).where(
        col(ArchiveGap.group_id) == group_id, col(ArchiveGap.until).is_(None)
    )
    return session.execute(query).scalars().first()


def end(session: Session, gap_id: int, until: datetime) -> None:
    """End a gap."""
    session.execute(update(ArchiveGap).where(col(ArchiveGap.id) == gap_id).values(until=until))


def since(session: Session, start: datetime) -> Sequence[ArchiveGap]:
    """Return the gaps that reach beyond `start`, oldest first."""
    reaches = or_(col(ArchiveGap.until).is_(None), col(ArchiveGap.until) >= start)
    query = select(ArchiveGap).where(reaches).order_by(col(ArchiveGap.since), col(ArchiveGap.id))
    return list(session.execute(query).scalars())


def arrived(
    session: Session, after: datetime, until: datetime, limit: int
) -> list[tuple[int, datetime]]:
    """Return (number, instant) of updates stored after one instant, up to another, in order."""
    query = (
        select(col(InboxUpdate.update_id), col(InboxUpdate.received_at))
        .where(col(InboxUpdate.received_at) > after, col(InboxUpdate.received_at) <= until)
        .order_by(col(InboxUpdate.received_at), col(InboxUpdate.update_id))
        .limit(limit)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def note_move(session: Session, old_chat: int, group_id: int, at: datetime) -> None:
    """Remember the chat id that a group had before."""
    insert = insert_into(session, ArchiveMove).values(
        old_chat_id=old_chat, group_id=group_id, at=at
    )
    session.execute(insert.on_conflict_do_nothing())
    note(session, f"migration:{old_chat}", group_id, GapCause.MIGRATION, at, at)


def count_by_chat(session: Session, start: datetime) -> dict[int, int]:
    """Return how many records each chat has from `start` on."""
    query = (
        select(col(ArchiveRecord.chat_id), func.count())
        .where(col(ArchiveRecord.at) >= start)
        .group_by(col(ArchiveRecord.chat_id))
    )
    return {row[0]: row[1] for row in session.execute(query)}
