"""Every query on legal holds, and what they spare."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, exists, or_, select, true
from sqlmodel import Session, col

from db.models.archive import ArchiveMove, ArchiveRecord, LegalHold
from db.models.group import Group, Membership
from db.upsert import insert_into


def place(session: Session, **values: Any) -> int | None:
    """Place a hold; return its number, or nothing if this very wish placed it before."""
    insert = insert_into(session, LegalHold).values(**values).on_conflict_do_nothing()
    placed: int | None = session.execute(insert.returning(col(LegalHold.id))).scalar_one_or_none()
    return placed


def with_key(session: Session, key: str) -> LegalHold | None:
    """Return the hold that a wish placed."""
    return session.execute(select(LegalHold).where(col(LegalHold.key) == key)).scalars().first()


def find(session: Session, hold_id: int) -> LegalHold | None:
    """Return a hold, which nobody else changes until this transaction ends."""
    return session.get(LegalHold, hold_id, with_for_update=True, populate_existing=True)


def in_force(session: Session) -> Sequence[LegalHold]:
    """Return the holds that are not released, oldest first."""
    query = select(LegalHold).where(col(LegalHold.released_at).is_(None))
    return list(session.execute(query.order_by(col(LegalHold.id))).scalars())


def chats_of(session: Session, group_id: int) -> set[int]:
    """Return every chat id that a group has or had."""
    now = select(col(Group.chat_id)).where(col(Group.id) == group_id)
    before = select(col(ArchiveMove.old_chat_id)).where(col(ArchiveMove.group_id) == group_id)
    return set(session.execute(now).scalars()) | set(session.execute(before).scalars())


def spared(session: Session, zone: ZoneInfo) -> list[ColumnElement[bool]]:
    """Return one condition on archive records for each hold in force."""
    return [covers(session, hold, zone) for hold in in_force(session)]


def covers(session: Session, hold: LegalHold, zone: ZoneInfo) -> ColumnElement[bool]:
    """Return the condition under which a hold covers an archive record.

    What belongs to no group is covered with every group: actions on a member stand there.
    """
    parts: list[ColumnElement[bool]] = [true()]
    if hold.group_id is not None:
        parts.append(col(ArchiveRecord.chat_id).in_({*chats_of(session, hold.group_id), 0}))
    if hold.member_id is not None:
        parts.append(
            or_(
                col(ArchiveRecord.author_id) == hold.member_id,
                col(ArchiveRecord.text).endswith(f" member:{hold.member_id}", autoescape=True),
            )
        )
    since, until = bounds(hold, zone)
    if since is not None:
        parts.append(col(ArchiveRecord.at) >= since)
    if until is not None:
        parts.append(col(ArchiveRecord.at) < until)
    return and_(*parts)


def bounds(hold: LegalHold, zone: ZoneInfo) -> tuple[datetime | None, datetime | None]:
    """Return the instants at which a hold's period begins and ends, where it has one."""
    first, last = hold.from_day, hold.to_day
    start = datetime(first.year, first.month, first.day, tzinfo=zone) if first else None
    end = datetime(last.year, last.month, last.day, tzinfo=zone) if last else None
    return start, end + timedelta(days=1) if end else None


def touching(session: Session, member_id: int, zone: ZoneInfo) -> LegalHold | None:
    """Return a hold that covers anything of a member: by name, by group, by what they said."""
    for hold in in_force(session):
        if hold.member_id is not None:
            if hold.member_id == member_id:
                return hold
            continue
        if hold.group_id is not None and _was_in(session, member_id, hold.group_id):
            return hold
        said = select(col(ArchiveRecord.id)).where(
            col(ArchiveRecord.author_id) == member_id, covers(session, hold, zone)
        )
        if session.execute(select(exists(said))).scalar_one():
            return hold
    return None


def _was_in(session: Session, member_id: int, group_id: int) -> bool:
    return session.get(Membership, (group_id, member_id)) is not None
