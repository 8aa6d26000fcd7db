"""Every query on corporate actions."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from db.models.market import ShareEvent
from db.upsert import insert_into


def add(session: Session, rows: Sequence[Mapping[str, Any]]) -> int:
    """Keep actions; one that a source told before for its ex day stays. Return how many are new."""
    new = 0
    for row in rows:
        insert = insert_into(session, ShareEvent).values(**row)
        insert = insert.on_conflict_do_nothing(index_elements=["symbol", "ex_day", "source"])
        new += session.execute(insert.returning(col(ShareEvent.id))).first() is not None
    return new


def due(
    session: Session, symbols: Collection[str], after: date | None, until: date
) -> Sequence[ShareEvent]:
    """Return the actions of `symbols` with an ex day after `after`, up to `until`, oldest first."""
    query = select(ShareEvent).where(
        col(ShareEvent.symbol).in_(symbols),
        col(ShareEvent.ex_day) <= until,
    )
    if after is not None:
        query = query.where(col(ShareEvent.ex_day) > after)
    return list(
        session.execute(query.order_by(col(ShareEvent.ex_day), col(ShareEvent.id))).scalars()
    )


def by_id(session: Session, event_id: int) -> ShareEvent | None:
    """Return an action as it is now."""
    return session.get(ShareEvent, event_id, populate_existing=True)
