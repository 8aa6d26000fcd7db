"""Every query on contests' orders, fills and daily snapshots."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Row, bindparam, case, func, select, update
from sqlmodel import Session, SQLModel, col

from bot.contest.states import OrderState
from db.models.contest import ContestSnapshot
from db.models.contest_trade import ContestFill, ContestOrder
from db.prepared import Prepared

ORDER = SQLModel.metadata.tables["contest_order"]
FILL = SQLModel.metadata.tables["contest_fill"]
SNAPSHOT = SQLModel.metadata.tables["contest_snapshot"]

_ADD_ORDER = Prepared(
    lambda insert: (
        insert(ORDER).on_conflict_do_nothing(index_elements=["key"]).returning(ORDER.c.id)
    )
)
_ADD_FILLS = FILL.insert().inline()
_FILLED = ORDER.c.filled + bindparam("by", type_=BigInteger)
_TRADED = (
    update(ORDER)
    .where(ORDER.c.id == bindparam("order"))
    .values(
        filled=_FILLED,
        state=case((ORDER.c.quantity <= _FILLED, OrderState.FILLED), else_=ORDER.c.state),
    )
)
_ENDED = (
    update(ORDER)
    .where(ORDER.c.id == bindparam("order"))
    .values(state=bindparam("now_is", type_=ORDER.c.state.type), ended_by=bindparam("why"))
)
_VOID = (
    update(FILL)
    .where(FILL.c.contest_id == bindparam("of"), FILL.c.fill == bindparam("which"))
    .values(voided_at=bindparam("when"))
)
_ADD_SNAPSHOTS = SNAPSHOT.insert().inline()


def add_order(session: Session, values: Mapping[str, Any]) -> int | None:
    """Write an order down and return its id; nothing if its key was used before."""
    found: int | None = _ADD_ORDER(session, **values).scalar()
    return found


def order_with_key(session: Session, key: str) -> ContestOrder | None:
    """Return the order of a key as it is now."""
    query = select(ContestOrder).where(col(ContestOrder.key) == key)
    return session.execute(query.execution_options(populate_existing=True)).scalars().first()


def order(session: Session, order_id: int) -> ContestOrder | None:
    """Return an order as it is now."""
    return session.get(ContestOrder, order_id, populate_existing=True)


def orders_by_id(session: Session, order_ids: Collection[int]) -> Sequence[ContestOrder]:
    """Return orders as they are now, oldest first."""
    query = select(ContestOrder).where(col(ContestOrder.id).in_(order_ids))
    query = query.order_by(col(ContestOrder.id)).execution_options(populate_existing=True)
    return list(session.execute(query).scalars())


def trade(session: Session, changes: Sequence[Mapping[str, Any]]) -> None:
    """Write down how much of orders was filled: rows of `order` and `by`, in shares."""
    if changes:
        session.connection().execute(_TRADED, list(changes))


def end(session: Session, changes: Sequence[Mapping[str, Any]]) -> None:
    """Write down that orders ended: rows of `order`, `now_is` and `why`."""
    if changes:
        session.connection().execute(_ENDED, list(changes))


def add_fills(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write fills down."""
    if rows:
        session.connection().execute(_ADD_FILLS, list(rows))


def void_fills(session: Session, changes: Sequence[Mapping[str, Any]]) -> None:
    """Mark fills as undone: rows of `of` (the contest), `which` and `when`."""
    if changes:
        session.connection().execute(_VOID, list(changes))


def count_orders(session: Session, contest_id: int, member_id: int) -> int:
    """Return how many orders a member placed in a contest."""
    return _count(session, ORDER, contest_id, member_id)


def count_resting(session: Session, contest_id: int) -> int:
    """Return how many orders of a contest are open."""
    query = select(func.count()).where(
        col(ContestOrder.contest_id) == contest_id, col(ContestOrder.state) == OrderState.OPEN
    )
    return int(session.execute(query).scalar_one())


def count_fills(session: Session, contest_id: int, member_id: int) -> int:
    """Return how many fills a member had in a contest."""
    return _count(session, FILL, contest_id, member_id)


def _count(session: Session, table: Any, contest_id: int, member_id: int) -> int:
    query = select(func.count()).where(
        table.c.contest_id == contest_id, table.c.member_id == member_id
    )
    return int(session.execute(query).scalar_one())


def orders(
    session: Session, contest_id: int, member_id: int, offset: int, limit: int
) -> Sequence[ContestOrder]:
    """Return a page of a member's orders in a contest, newest first."""
    query = (
        select(ContestOrder)
        .where(col(ContestOrder.contest_id) == contest_id, col(ContestOrder.member_id) == member_id)
        .order_by(col(ContestOrder.id).desc())
    )
    query = query.offset(offset).limit(limit).execution_options(populate_existing=True)
    return list(session.execute(query).scalars())


def fills(
    session: Session, contest_id: int, member_id: int, offset: int, limit: int
) -> Sequence[ContestFill]:
    """Return a page of a member's fills in a contest, newest first."""
    query = (
        select(ContestFill)
        .where(col(ContestFill.contest_id) == contest_id, col(ContestFill.member_id) == member_id)
        .order_by(col(ContestFill.id).desc())
    )
    query = query.offset(offset).limit(limit).execution_options(populate_existing=True)
    return list(session.execute(query).scalars())


def fill(session: Session, fill_id: int) -> ContestFill | None:
    """Return a fill as it is now."""
    return session.get(ContestFill, fill_id, populate_existing=True)


def names(session: Session, contest_id: int, member_id: int) -> dict[str, str]:
    """Return the name under which a member last ordered each symbol."""
    query = (
        select(ORDER.c.symbol, ORDER.c.name)
        .where(ORDER.c.contest_id == contest_id, ORDER.c.member_id == member_id)
        .order_by(ORDER.c.id)
    )
    return {row.symbol: row.name for row in session.execute(query)}


def add_snapshots(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write accounts' days down."""
    if rows:
        session.connection().execute(_ADD_SNAPSHOTS, list(rows))


def closes_of(session: Session, contest_id: int, member_id: int) -> Sequence[Row[Any]]:
    """Return day, equity and concentration of a member's closes, oldest first."""
    query = (
        select(
            col(ContestSnapshot.day),
            col(ContestSnapshot.equity),
            col(ContestSnapshot.concentration),
        )
        .where(
            col(ContestSnapshot.contest_id) == contest_id,
            col(ContestSnapshot.member_id) == member_id,
        )
        .order_by(col(ContestSnapshot.day))
    )
    return session.execute(query).all()


def equity_by_day(session: Session, contest_id: int, member_id: int) -> list[tuple[date, Decimal]]:
    """Return a member's equity at each close, oldest first."""
    query = (
        select(col(ContestSnapshot.day), col(ContestSnapshot.equity))
        .where(
            col(ContestSnapshot.contest_id) == contest_id,
            col(ContestSnapshot.member_id) == member_id,
        )
        .order_by(col(ContestSnapshot.day))
    )
    return [(row[0], row[1]) for row in session.execute(query)]
