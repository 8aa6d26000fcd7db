"""Every query on contests themselves, and the locks that order what happens to them."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import bindparam, func, select
from sqlmodel import Session, col

from bot.contest.states import ContestState
from db.models.contest import Contest, ContestEntry

# Every order takes one of these: built once, because that costs more than to run them.
_FRESH = (
    select(Contest)
    .where(col(Contest.id) == bindparam("contest"))
    .execution_options(populate_existing=True)
)
_LOCK = _FRESH.with_for_update()
_SHARE = _FRESH.with_for_update(read=True)


def by_id(session: Session, contest_id: int) -> Contest | None:
    """Return a contest as it is now."""
    return session.get(Contest, contest_id, populate_existing=True)


def lock(session: Session, contest_id: int) -> Contest | None:
    """Return a contest that nobody else changes or trades in until this transaction ends."""
    return session.execute(_LOCK, {"contest": contest_id}).scalars().first()


def share(session: Session, contest_id: int) -> Contest | None:
    """Return a contest whose market stands still until this transaction ends; others may trade."""
    return session.execute(_SHARE, {"contest": contest_id}).scalars().first()


def in_states(session: Session, states: Collection[ContestState]) -> Sequence[Contest]:
    """Return the contests in any of `states`, newest first."""
    query = select(Contest).where(col(Contest.state).in_(states)).order_by(col(Contest.id).desc())
    return list(session.execute(query).scalars())


def participants(session: Session, contest_ids: Collection[int]) -> dict[int, int]:
    """Return how many take part in each contest; contests without anybody are left out."""
    query = (
        select(col(ContestEntry.contest_id), func.count())
        .where(col(ContestEntry.contest_id).in_(contest_ids))
        .group_by(col(ContestEntry.contest_id))
    )
    return {row[0]: int(row[1]) for row in session.execute(query)}


def market_moved(session: Session, contest: Contest, day: date | None, closed: bool) -> None:
    """Count one market event more; the caller holds the lock."""
    contest.market_seq += 1
    contest.market_day = day
    contest.market_closed = closed
    session.add(contest)
    session.flush()
