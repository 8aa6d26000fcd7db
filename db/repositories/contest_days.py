"""Every query on contests' trading days, and on what has to be priced for them."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import select, text
from sqlmodel import Session, col

from bot.contest.events import Side
from bot.contest.states import OrderState
from db.models.contest import Contest, ContestDay
from db.models.contest_trade import ContestOrder
from db.models.market import Watch
from db.upsert import insert_into

# The names in the accounts' documents; accounts are up to date whenever a day opens.
_HELD = {
    "sqlite": text(
        "SELECT DISTINCT held.key FROM contest_entry, "
        "json_each(contest_entry.account, '$.positions') AS held WHERE contest_id = :contest"
    ),
    "postgresql": text(
        "SELECT DISTINCT held FROM contest_entry, "
        "json_object_keys(account -> 'positions') AS held WHERE contest_id = :contest"
    ),
}
_HOLDERS = {
    "sqlite": text(
        "SELECT count(*) FROM contest_entry WHERE contest_id = :contest AND EXISTS ("
        "SELECT 1 FROM json_each(contest_entry.account, '$.positions') AS held "
        "WHERE held.key = :symbol)"
    ),
    "postgresql": text(
        "SELECT count(*) FROM contest_entry WHERE contest_id = :contest "
        "AND (account -> 'positions' -> CAST(:symbol AS text)) IS NOT NULL"
    ),
}


def by_day(session: Session, contest_id: int, day: date) -> ContestDay | None:
    """Return a trading day of a contest as it is now."""
    return session.get(ContestDay, (contest_id, day), populate_existing=True)


def begin(session: Session, contest_id: int, day: date, now: datetime) -> None:
    """Write down that a day was opened."""
    insert = insert_into(session, ContestDay).values(
        contest_id=contest_id, day=day, opened_at=now, records=0
    )
    session.execute(insert.on_conflict_do_nothing())


def latest_sealed(
    session: Session, contest_id: int, before: date | None = None
) -> ContestDay | None:
    """Return the newest day whose chain is sealed, of those before `before` if that is given."""
    query = select(ContestDay).where(
        col(ContestDay.contest_id) == contest_id, col(ContestDay.sealed_at).is_not(None)
    )
    if before is not None:
        query = query.where(col(ContestDay.day) < before)
    query = query.order_by(col(ContestDay.day).desc()).limit(1)
    return session.execute(query.execution_options(populate_existing=True)).scalars().first()


def every(session: Session, contest_id: int) -> Sequence[ContestDay]:
    """Return the days of a contest, oldest first."""
    query = select(ContestDay).where(col(ContestDay.contest_id) == contest_id)
    query = query.order_by(col(ContestDay.day)).execution_options(populate_existing=True)
    return list(session.execute(query).scalars())


def held(session: Session, contest_id: int) -> set[str]:
    """Return the symbols that any account of a contest holds."""
    statement = _HELD[session.get_bind().dialect.name]
    return set(session.execute(statement, {"contest": contest_id}).scalars())


def holders(session: Session, contest_id: int, symbol: str) -> int:
    """Return how many accounts of a contest hold a symbol."""
    statement = _HOLDERS[session.get_bind().dialect.name]
    asked = {"contest": contest_id, "symbol": symbol}
    return int(session.execute(statement, asked).scalar_one())


def ordered(session: Session, contest_id: int, before: datetime | None = None) -> set[str]:
    """Return the symbols in which orders rest, of those placed before `before` if given."""
    query = select(col(ContestOrder.symbol)).where(
        col(ContestOrder.contest_id) == contest_id, col(ContestOrder.state) == OrderState.OPEN
    )
    if before is not None:
        query = query.where(col(ContestOrder.placed_at) < before)
    return set(session.execute(query.distinct()).scalars())


def resting(
    session: Session, contest_id: int, symbols: Collection[str]
) -> Sequence[tuple[str, Side, Decimal | None, datetime]]:
    """Return symbol, side, limit and instant of the orders that rest in `symbols`."""
    query = select(
        col(ContestOrder.symbol),
        col(ContestOrder.side),
        col(ContestOrder.limit),
        col(ContestOrder.placed_at),
    ).where(
        col(ContestOrder.contest_id) == contest_id,
        col(ContestOrder.state) == OrderState.OPEN,
        col(ContestOrder.symbol).in_(symbols),
    )
    return [(row[0], row[1], row[2], row[3]) for row in session.execute(query)]


def watched(session: Session) -> set[str]:
    """Return the symbols that anybody watches."""
    return set(session.execute(select(col(Watch.symbol)).distinct()).scalars())


def over(session: Session, contest: Contest) -> bool:
    """Tell whether the day that a contest opened last is ranked and sealed."""
    if contest.market_day is None:
        return True
    day = by_day(session, contest.id, contest.market_day)
    return day is not None and day.sealed_at is not None
