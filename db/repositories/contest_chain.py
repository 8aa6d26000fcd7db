"""Every query on the chains of contests' logs: sealing them, and reading them for a check."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select, update
from sqlmodel import Session, SQLModel

RECORD = SQLModel.metadata.tables["contest_record"]
AT_ONCE = 500

_SEAL = update(RECORD).where(RECORD.c.id == bindparam("record")).values(hash=bindparam("sealed"))


def unsealed(session: Session, contest_id: int, limit: int) -> Sequence[Row[Any]]:
    """Return up to `limit` records that no hash covers yet, in their order."""
    query = (
        select(RECORD)
        .where(RECORD.c.contest_id == contest_id, RECORD.c.hash.is_(None))
        .order_by(RECORD.c.id)
        .limit(limit)
    )
    return session.execute(query).all()


def seal(session: Session, hashes: Sequence[Mapping[str, Any]]) -> None:
    """Write hashes down: rows of `record` and `sealed`."""
    if hashes:
        session.connection().execute(_SEAL, list(hashes))


def count(session: Session, contest_id: int) -> int:
    """Return how many records a contest has."""
    query = select(func.count()).where(RECORD.c.contest_id == contest_id)
    return int(session.execute(query).scalar_one())


def every(session: Session, contest_id: int) -> Iterator[Row[Any]]:
    """Return all records of a contest in their order, a few hundred in memory at a time."""
    query = select(RECORD).where(RECORD.c.contest_id == contest_id).order_by(RECORD.c.id)
    yield from session.execute(query.execution_options(yield_per=AT_ONCE))


def market(session: Session, contest_id: int) -> Sequence[Row[Any]]:
    """Return the market events of a contest in their order."""
    query = (
        select(RECORD)
        .where(RECORD.c.contest_id == contest_id, RECORD.c.seq.is_not(None))
        .order_by(RECORD.c.id)
    )
    return session.execute(query).all()


def of_members(session: Session, contest_id: int, members: Collection[int]) -> Sequence[Row[Any]]:
    """Return what concerns `members`, member by member, each in its order."""
    query = (
        select(RECORD)
        .where(RECORD.c.contest_id == contest_id, RECORD.c.member_id.in_(members))
        .order_by(RECORD.c.member_id, RECORD.c.id)
    )
    return session.execute(query).all()


def members(session: Session, contest_id: int) -> Sequence[int]:
    """Return everybody who stands in the log of a contest, in order of their ids."""
    query = (
        select(RECORD.c.member_id)
        .where(RECORD.c.contest_id == contest_id, RECORD.c.member_id.is_not(None))
        .distinct()
        .order_by(RECORD.c.member_id)
    )
    return list(session.execute(query).scalars())


def openings_since(session: Session, contest_id: int, at: datetime) -> Sequence[Any]:
    """Return the bodies of a contest's openings and releases after an instant, oldest first."""
    query = (
        select(RECORD.c.body)
        .where(
            RECORD.c.contest_id == contest_id,
            RECORD.c.seq.is_not(None),
            RECORD.c.kind.in_(("DayOpened", "Released")),
            RECORD.c.at > at,
        )
        .order_by(RECORD.c.id)
    )
    return list(session.execute(query).scalars())


def released_symbols(session: Session, contest_id: int, day: date) -> set[str]:
    """Return the symbols that operators released on a day of a contest."""
    query = select(RECORD.c.body).where(
        RECORD.c.contest_id == contest_id, RECORD.c.day == day, RECORD.c.kind == "Released"
    )
    return {body["symbol"] for body in session.execute(query).scalars()}


def pauses(session: Session, contest_id: int) -> list[tuple[datetime, bool]]:
    """Return when a contest was paused (True) and resumed (False), in order."""
    query = (
        select(RECORD.c.at, RECORD.c.kind)
        .where(RECORD.c.contest_id == contest_id, RECORD.c.kind.in_(("Paused", "Resumed")))
        .order_by(RECORD.c.id)
    )
    return [(row.at, row.kind == "Paused") for row in session.execute(query)]
