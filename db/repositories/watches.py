"""Every query on what members watch."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlmodel import Session, col

from db.models.market import Watch
from db.upsert import insert_into


def add(session: Session, member_id: int, symbol: str, now: datetime) -> None:
    """Let somebody watch a share; watching it already changes nothing."""
    insert = insert_into(session, Watch).values(member_id=member_id, symbol=symbol, added_at=now)
    session.execute(insert.on_conflict_do_nothing(index_elements=["member_id", "symbol"]))


def remove(session: Session, member_id: int, symbol: str) -> None:
    """Let somebody watch a share no more."""
    mine = (col(Watch.member_id) == member_id, col(Watch.symbol) == symbol)
    session.execute(delete(Watch).where(*mine))


def of_member(session: Session, member_id: int) -> Sequence[str]:
    """Return the symbols that somebody watches, the oldest first."""
    query = select(col(Watch.symbol)).where(col(Watch.member_id) == member_id)
    return list(session.execute(query.order_by(col(Watch.added_at), col(Watch.symbol))).scalars())


def count_of(session: Session, member_id: int) -> int:
    """Return how many shares somebody watches."""
    query = select(func.count()).select_from(Watch).where(col(Watch.member_id) == member_id)
    return int(session.execute(query).scalar_one())
