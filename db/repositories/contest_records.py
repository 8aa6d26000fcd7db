"""Every query on the contests' logs."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlmodel import Session, SQLModel

from db.prepared import Prepared

RECORD = SQLModel.metadata.tables["contest_record"]

_ADD = RECORD.insert().inline()
_MARKET_AFTER = Prepared(
    lambda _insert: (
        select(RECORD.c.seq, RECORD.c.day, RECORD.c.body)
        .where(RECORD.c.contest_id == bindparam("contest"), RECORD.c.seq > bindparam("after"))
        .order_by(RECORD.c.seq)
    )
)


def add(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write lines of the log down, in their order."""
    if rows:
        session.connection().execute(_ADD, list(rows))


def market_after(session: Session, contest_id: int, seq: int) -> Sequence[Row[Any]]:
    """Return `seq`, `day` and `body` of the market events after number `seq`, in order."""
    found: Sequence[Row[Any]] = _MARKET_AFTER(session, contest=contest_id, after=seq).all()
    return found
