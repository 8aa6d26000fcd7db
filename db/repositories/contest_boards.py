"""Every query on the boards of contests: daily snapshots, ranked, with the people behind them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, func, select, update
from sqlmodel import Session, SQLModel

SNAPSHOT = SQLModel.metadata.tables["contest_snapshot"]
ENTRY = SQLModel.metadata.tables["contest_entry"]
MEMBER = SQLModel.metadata.tables["member"]
DAY = SQLModel.metadata.tables["contest_day"]

_RANK = (
    update(SNAPSHOT)
    .where(
        SNAPSHOT.c.contest_id == bindparam("contest"),
        SNAPSHOT.c.member_id == bindparam("member"),
        SNAPSHOT.c.day == bindparam("on"),
    )
    .values(rank=bindparam("place"), score=bindparam("points"), terms=bindparam("parts"))
)
_JOINED = SNAPSHOT.join(
    ENTRY,
    (ENTRY.c.contest_id == SNAPSHOT.c.contest_id) & (ENTRY.c.member_id == SNAPSHOT.c.member_id),
)


def snapshots(session: Session, contest_id: int, day: date) -> Sequence[Row[Any]]:
    """Return member_id, equity, concentration, terms, staff and disqualified of a day."""
    query = (
        select(
            SNAPSHOT.c.member_id,
            SNAPSHOT.c.equity,
            SNAPSHOT.c.concentration,
            SNAPSHOT.c.terms,
            ENTRY.c.staff,
            ENTRY.c.disqualified,
        )
        .select_from(_JOINED)
        .where(SNAPSHOT.c.contest_id == contest_id, SNAPSHOT.c.day == day)
        .order_by(SNAPSHOT.c.member_id)
    )
    return session.execute(query).all()


def terms_of(session: Session, contest_id: int, day: date) -> dict[int, Mapping[str, Any]]:
    """Return what was kept of everybody's score on a day."""
    query = select(SNAPSHOT.c.member_id, SNAPSHOT.c.terms).where(
        SNAPSHOT.c.contest_id == contest_id, SNAPSHOT.c.day == day
    )
    return {row.member_id: row.terms for row in session.execute(query)}


def day_before(session: Session, contest_id: int, day: date) -> date | None:
    """Return the trading day that the contest played before `day`."""
    query = select(func.max(DAY.c.day)).where(DAY.c.contest_id == contest_id, DAY.c.day < day)
    found: date | None = session.execute(query).scalar()
    return found


def days_played(session: Session, contest_id: int, until: date) -> int:
    """Return how many trading days the contest played up to `until`."""
    query = select(func.count()).where(DAY.c.contest_id == contest_id, DAY.c.day <= until)
    return int(session.execute(query).scalar_one())


def set_ranks(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write ranks down: rows of contest, member, on, place, points and parts."""
    if rows:
        session.connection().execute(_RANK, list(rows))


def _lines() -> Any:
    return (
        select(
            SNAPSHOT.c.member_id,
            SNAPSHOT.c.equity,
            SNAPSHOT.c.rank,
            SNAPSHOT.c.score,
            SNAPSHOT.c.terms,
            MEMBER.c.first_name,
            MEMBER.c.hidden,
        )
        .select_from(SNAPSHOT.join(MEMBER, MEMBER.c.id == SNAPSHOT.c.member_id))
        .order_by(SNAPSHOT.c.rank, SNAPSHOT.c.member_id)
    )


def top(session: Session, contest_id: int, day: date, limit: int) -> Sequence[Row[Any]]:
    """Return the first `limit` lines of a day whose people do not hide."""
    query = _lines().where(
        SNAPSHOT.c.contest_id == contest_id,
        SNAPSHOT.c.day == day,
        SNAPSHOT.c.rank.is_not(None),
        MEMBER.c.hidden.is_(False),
    )
    found: Sequence[Row[Any]] = session.execute(query.limit(limit)).all()
    return found


def line(session: Session, contest_id: int, day: date, member_id: int) -> Row[Any] | None:
    """Return a member's own line, hidden or not."""
    query = _lines().where(
        SNAPSHOT.c.contest_id == contest_id,
        SNAPSHOT.c.day == day,
        SNAPSHOT.c.member_id == member_id,
    )
    found: Row[Any] | None = session.execute(query).first()
    return found


def beside(
    session: Session, contest_id: int, day: date, rank: int, member_id: int, span: int
) -> tuple[Sequence[Row[Any]], Sequence[Row[Any]]]:
    """Return up to `span` visible lines just before and just after a member's place."""
    shown = _lines().where(
        SNAPSHOT.c.contest_id == contest_id,
        SNAPSHOT.c.day == day,
        SNAPSHOT.c.rank.is_not(None),
        MEMBER.c.hidden.is_(False),
    )
    same = SNAPSHOT.c.rank == rank
    before = shown.where((SNAPSHOT.c.rank < rank) | (same & (SNAPSHOT.c.member_id < member_id)))
    after = shown.where((SNAPSHOT.c.rank > rank) | (same & (SNAPSHOT.c.member_id > member_id)))
    backwards = before.order_by(None).order_by(SNAPSHOT.c.rank.desc(), SNAPSHOT.c.member_id.desc())
    first = session.execute(backwards.limit(span)).all()[::-1]
    return first, session.execute(after.limit(span)).all()


def ranked(session: Session, contest_id: int, day: date) -> Sequence[int]:
    """Return the members who have a rank on a day, from the last to the first."""
    query = (
        select(SNAPSHOT.c.member_id)
        .where(
            SNAPSHOT.c.contest_id == contest_id,
            SNAPSHOT.c.day == day,
            SNAPSHOT.c.rank.is_not(None),
        )
        .order_by(SNAPSHOT.c.equity, SNAPSHOT.c.member_id)
    )
    return list(session.execute(query).scalars())


def count(session: Session, contest_id: int, day: date) -> int:
    """Return how many have a rank on a day."""
    query = select(func.count()).where(
        SNAPSHOT.c.contest_id == contest_id, SNAPSHOT.c.day == day, SNAPSHOT.c.rank.is_not(None)
    )
    return int(session.execute(query).scalar_one())


def equities(session: Session, contest_id: int, day: date) -> list[Any]:
    """Return the equity of everybody with a rank on a day, the smallest first."""
    query = (
        select(SNAPSHOT.c.equity)
        .where(
            SNAPSHOT.c.contest_id == contest_id,
            SNAPSHOT.c.day == day,
            SNAPSHOT.c.rank.is_not(None),
        )
        .order_by(SNAPSHOT.c.equity)
    )
    return list(session.execute(query).scalars())


def curves(
    session: Session, contest_id: int, members: Collection[int], until: date
) -> Sequence[Row[Any]]:
    """Return member_id, day and equity of some members' closes up to a day."""
    query = (
        select(SNAPSHOT.c.member_id, SNAPSHOT.c.day, SNAPSHOT.c.equity)
        .where(
            SNAPSHOT.c.contest_id == contest_id,
            SNAPSHOT.c.member_id.in_(members),
            SNAPSHOT.c.day <= until,
        )
        .order_by(SNAPSHOT.c.day)
    )
    return session.execute(query).all()


def days_until(session: Session, contest_id: int, until: date) -> Sequence[date]:
    """Return the trading days that the contest played up to `until`, oldest first."""
    query = select(DAY.c.day).where(DAY.c.contest_id == contest_id, DAY.c.day <= until)
    return list(session.execute(query.order_by(DAY.c.day)).scalars())
