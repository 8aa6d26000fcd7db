"""Every query of the check of a contest that nothing else asks: members in batches."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session, SQLModel, col

from db.models.contest import ContestEntry
from db.models.contest_trade import ContestFill, ContestOrder

RECORD = SQLModel.metadata.tables["contest_record"]
SNAPSHOT = SQLModel.metadata.tables["contest_snapshot"]
ENTRY = SQLModel.metadata.tables["contest_entry"]


def entered(session: Session, contest_id: int) -> Sequence[int]:
    """Return everybody who has an entry."""
    query = select(col(ContestEntry.member_id)).where(col(ContestEntry.contest_id) == contest_id)
    return list(session.execute(query).scalars())


def entries(session: Session, contest_id: int, members: Collection[int]) -> dict[int, ContestEntry]:
    """Return the entries of some members."""
    query = select(ContestEntry).where(
        col(ContestEntry.contest_id) == contest_id, col(ContestEntry.member_id).in_(members)
    )
    query = query.execution_options(populate_existing=True)
    return {entry.member_id: entry for entry in session.execute(query).scalars()}


def orders(session: Session, contest_id: int, members: Collection[int]) -> Sequence[ContestOrder]:
    """Return the orders of some members."""
    query = select(ContestOrder).where(
        col(ContestOrder.contest_id) == contest_id, col(ContestOrder.member_id).in_(members)
    )
    return list(session.execute(query.execution_options(populate_existing=True)).scalars())


def fills(session: Session, contest_id: int, members: Collection[int]) -> Sequence[ContestFill]:
    """Return the fills of some members."""
    query = select(ContestFill).where(
        col(ContestFill.contest_id) == contest_id, col(ContestFill.member_id).in_(members)
    )
    return list(session.execute(query.execution_options(populate_existing=True)).scalars())


def snapshots(session: Session, contest_id: int, members: Collection[int]) -> Sequence[Row[Any]]:
    """Return all columns of some members' snapshots, by member and day."""
    query = (
        select(SNAPSHOT)
        .where(SNAPSHOT.c.contest_id == contest_id, SNAPSHOT.c.member_id.in_(members))
        .order_by(SNAPSHOT.c.member_id, SNAPSHOT.c.day)
    )
    return session.execute(query).all()


def ranks(session: Session, contest_id: int, day: date) -> Sequence[Row[Any]]:
    """Return what ranks a day: member, equity, rank, score, terms, and who is out of it now."""
    both = (ENTRY.c.contest_id == SNAPSHOT.c.contest_id) & (
        ENTRY.c.member_id == SNAPSHOT.c.member_id
    )
    query = (
        select(
            SNAPSHOT.c.member_id,
            SNAPSHOT.c.equity,
            SNAPSHOT.c.rank,
            SNAPSHOT.c.score,
            SNAPSHOT.c.terms,
            ENTRY.c.staff,
            ENTRY.c.disqualified,
        )
        .select_from(SNAPSHOT.join(ENTRY, both))
        .where(SNAPSHOT.c.contest_id == contest_id, SNAPSHOT.c.day == day)
    )
    return session.execute(query).all()
