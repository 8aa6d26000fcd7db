"""What was said, for whoever judges it once more."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlmodel import Session, col

from bot.archive.kinds import RecordKind
from bot.members.tiers import Binding
from db.models.archive import ArchiveRecord
from db.models.group import Group

SPOKEN = (RecordKind.RECEIVED, RecordKind.RECEIVED_EDIT, RecordKind.SENT, RecordKind.SENT_EDIT)


def since(session: Session, start: datetime, after_id: int, limit: int) -> Sequence[ArchiveRecord]:
    """Return records with text from `start` on, by id, but for the operators' own group."""
    query = (
        select(ArchiveRecord)
        .where(*_judged(start), col(ArchiveRecord.id) > after_id)
        .order_by(col(ArchiveRecord.id))
        .limit(limit)
    )
    return list(session.execute(query).scalars())


def count_since(session: Session, start: datetime) -> int:
    """Return how many records `since` would return in all."""
    query = select(func.count()).select_from(ArchiveRecord).where(*_judged(start))
    return int(session.execute(query).scalar_one())


def _judged(start: datetime) -> tuple[ColumnElement[bool], ...]:
    operators = select(col(Group.chat_id)).where(col(Group.binding) == Binding.OPERATORS)
    return (
        col(ArchiveRecord.at) >= start,
        col(ArchiveRecord.kind).in_(SPOKEN),
        col(ArchiveRecord.text) != "",
        col(ArchiveRecord.chat_id).not_in(operators),
    )
