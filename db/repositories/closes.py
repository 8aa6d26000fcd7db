"""Every query on the closes that we saw."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, func, select
from sqlmodel import Session, col

from db.models.market import DailyClose
from db.upsert import insert_into


def add(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep closes; one that is known for its symbol and day stays as it is."""
    if rows:
        insert = insert_into(session, DailyClose).on_conflict_do_nothing()
        session.execute(insert, [dict(row) for row in rows])


def latest_before(session: Session, symbols: Collection[str], day: date) -> dict[str, Decimal]:
    """Return the newest close of each of `symbols` before `day`."""
    query = (
        select(col(DailyClose.symbol), col(DailyClose.close))
        .where(col(DailyClose.symbol).in_(symbols), col(DailyClose.day) < day)
        .order_by(col(DailyClose.day))
        .execution_options(yield_per=500)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def origin(session: Session, symbols: Collection[str], day: date) -> Sequence[Row[Any]]:
    """Return each source of the closes of `symbols` on a day, with the instant of its newest."""
    query: Any = select(
        col(DailyClose.source).label("source"), func.max(col(DailyClose.at)).label("at")
    )
    query = query.where(col(DailyClose.day) == day, col(DailyClose.symbol).in_(symbols))
    return session.execute(query.group_by(col(DailyClose.source))).all()
