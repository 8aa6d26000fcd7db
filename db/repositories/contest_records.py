"""Every query on the contests' logs."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Date, Row, bindparam, select
from sqlmodel import Session, SQLModel

from db.prepared import Prepared

RECORD = SQLModel.metadata.tables["contest_record"]
OF_ITS_DAY_ONLY = ("AuctionHeld", "QuotesSeen")
"""Market events of which the next day's market knows nothing any more."""

_ADD = RECORD.insert().inline()
_EVENTS = (
    select(RECORD.c.seq, RECORD.c.day, RECORD.c.body)
    .where(
        RECORD.c.contest_id == bindparam("contest"),
        RECORD.c.seq > bindparam("after"),
        RECORD.c.seq <= bindparam("until"),
    )
    .order_by(RECORD.c.seq)
)
_ALL = Prepared(lambda _insert: _EVENTS)
_THAT_COUNT = Prepared(
    lambda _insert: _EVENTS.where(
        RECORD.c.kind.not_in(OF_ITS_DAY_ONLY) | (RECORD.c.day >= bindparam("today", type_=Date))
    )
)


def add(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write lines of the log down, in their order."""
    if rows:
        session.connection().execute(_ADD, list(rows))


def market_after(
    session: Session, contest_id: int, after: int, until: int, day: date | None = None
) -> Sequence[Row[Any]]:
    """Return `seq`, `day` and `body` of market events after a number, up to one, in order.

    With `day`, without earlier days' auctions and quotes, which no longer count.
    """
    asked = {"contest": contest_id, "after": after, "until": until}
    found: Sequence[Row[Any]]
    if day is None:
        found = _ALL(session, **asked).all()
    else:
        found = _THAT_COUNT(session, **asked, today=day).all()
    return found
