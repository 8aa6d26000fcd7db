"""Every query on what a contest left of each member when it ended."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from db.models.contest import ContestDay, ContestEntry, ContestRecord, ContestSnapshot


def entries(session: Session, contest_id: int) -> Sequence[ContestEntry]:
    """Return who takes part in a contest, in the order of their ids."""
    query = (
        select(ContestEntry)
        .where(col(ContestEntry.contest_id) == contest_id)
        .order_by(col(ContestEntry.member_id))
        .execution_options(populate_existing=True)
    )
    return list(session.execute(query).scalars())


def closes(session: Session, contest_id: int) -> Sequence[datetime]:
    """Return when each trading day of a contest closed, oldest first."""
    query = (
        select(col(ContestDay.closed_at))
        .where(col(ContestDay.contest_id) == contest_id, col(ContestDay.closed_at).is_not(None))
        .order_by(col(ContestDay.day))
    )
    return [closed for closed in session.execute(query).scalars() if closed is not None]


def snapshots(session: Session, contest_id: int) -> Sequence[Any]:
    """Return (member, day, concentration, rank) of every close, oldest first."""
    query = (
        select(
            col(ContestSnapshot.member_id),
            col(ContestSnapshot.day),
            col(ContestSnapshot.concentration),
            col(ContestSnapshot.rank),
        )
        .where(col(ContestSnapshot.contest_id) == contest_id)
        .order_by(col(ContestSnapshot.day), col(ContestSnapshot.member_id))
    )
    return list(session.execute(query))


def last_day(session: Session, contest_id: int) -> date | None:
    """Return the last day on which accounts were valued."""
    query = (
        select(col(ContestSnapshot.day))
        .where(col(ContestSnapshot.contest_id) == contest_id)
        .order_by(col(ContestSnapshot.day).desc())
        .limit(1)
    )
    return session.execute(query).scalars().first()


def outcomes(session: Session, contest_id: int, kinds: Collection[str]) -> Sequence[Any]:
    """Return (member, body) of every outcome of some kinds in a contest's log, in its order."""
    query = (
        select(col(ContestRecord.member_id), col(ContestRecord.body))
        .where(
            col(ContestRecord.contest_id) == contest_id,
            col(ContestRecord.is_event).is_(False),
            col(ContestRecord.kind).in_(kinds),
        )
        .order_by(col(ContestRecord.id))
    )
    return list(session.execute(query))
