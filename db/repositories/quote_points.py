"""Every query on the recorded index values."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, select
from sqlmodel import Session, col

from db.models.market import QuotePoint
from db.upsert import insert_into


def add(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep values; one that is known for its symbol and time stays as it is."""
    if rows:
        insert = insert_into(session, QuotePoint).on_conflict_do_nothing()
        session.execute(insert, [dict(row) for row in rows])


def between(session: Session, symbol: str, first: datetime, last: datetime) -> tuple[Decimal, ...]:
    """Return the values of `symbol` from `first` to `last`, oldest first."""
    query = (
        select(col(QuotePoint.last))
        .where(
            col(QuotePoint.symbol) == symbol,
            col(QuotePoint.at) >= first,
            col(QuotePoint.at) <= last,
        )
        .order_by(col(QuotePoint.at))
    )
    return tuple(session.execute(query).scalars())


def forget(session: Session, before: datetime) -> None:
    """Delete values that no picture shows any more."""
    session.execute(delete(QuotePoint).where(col(QuotePoint.at) < before))
