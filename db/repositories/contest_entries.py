"""Every query on who takes part in contests, with which account."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlmodel import Session, SQLModel, col

from bot.contest.states import ContestState, OrderState
from db.models.contest import Contest, ContestEntry, SuitabilityAnswer
from db.models.contest_trade import ContestOrder
from db.prepared import Prepared

ENTRY = SQLModel.metadata.tables["contest_entry"]
ORDER = SQLModel.metadata.tables[str(ContestOrder.__tablename__)]

_STATE = select(ENTRY.c.account, ENTRY.c.applied).where(
    ENTRY.c.contest_id == bindparam("contest"), ENTRY.c.member_id == bindparam("member")
)
_READ = Prepared(lambda _insert: _STATE)
_LOCK = Prepared(lambda _insert: _STATE.with_for_update())
_STATEMENT = (
    update(ENTRY)
    .where(ENTRY.c.contest_id == bindparam("contest"), ENTRY.c.member_id == bindparam("member"))
    .values(account=bindparam("state"), applied=bindparam("seen"))
)
_STORE = Prepared(lambda _insert: _STATEMENT)
_ADD = Prepared(
    lambda insert: insert(ENTRY).on_conflict_do_nothing(index_elements=["contest_id", "member_id"])
)


def state(session: Session, contest_id: int, member_id: int, *, lock: bool) -> Row[Any] | None:
    """Return `account` and `applied` of an entry, which nobody else changes then if locked."""
    ask = _LOCK if lock else _READ
    row: Row[Any] | None = ask(session, contest=contest_id, member=member_id).first()
    return row


def store(
    session: Session, contest_id: int, member_id: int, account: Mapping[str, Any], applied: int
) -> None:
    """Keep an account as it is after market event number `applied`."""
    _STORE(session, contest=contest_id, member=member_id, state=account, seen=applied)


def add(
    session: Session,
    contest_id: int,
    member_id: int,
    account: Mapping[str, Any],
    applied: int,
    staff: bool,
    now: datetime,
) -> bool:
    """Let a member take part; tell whether they did not before."""
    done = _ADD(
        session,
        contest_id=contest_id,
        member_id=member_id,
        joined_at=now,
        account=account,
        applied=applied,
        staff=staff,
        disqualified=False,
        quotes_allowed=False,
    )
    return bool(done.rowcount)


def by_member(session: Session, contest_id: int, member_id: int) -> ContestEntry | None:
    """Return a member's part in a contest as it is now."""
    return session.get(ContestEntry, (contest_id, member_id), populate_existing=True)


def of_member(
    session: Session, member_id: int, contest_ids: Collection[int]
) -> dict[int, ContestEntry]:
    """Return a member's part in each of the contests in which they have one."""
    query = select(ContestEntry).where(
        col(ContestEntry.member_id) == member_id, col(ContestEntry.contest_id).in_(contest_ids)
    )
    return {entry.contest_id: entry for entry in session.execute(query).scalars()}


def contests_of(
    session: Session, member_id: int, states: Collection[ContestState]
) -> Sequence[Contest]:
    """Return the contests in any of `states` in which a member takes part, newest first."""
    query = (
        select(Contest)
        .join(ContestEntry, col(ContestEntry.contest_id) == col(Contest.id))
        .where(col(ContestEntry.member_id) == member_id, col(Contest.state).in_(states))
        .order_by(col(Contest.id).desc())
    )
    return list(session.execute(query).scalars())


def lagging(
    session: Session,
    contest_id: int,
    seq: int,
    limit: int,
    ordering: Collection[str] | None = None,
) -> Sequence[Row[Any]]:
    """Lock entries that have not seen every event up to `seq`, in order of their members' ids.

    `ordering`: only of those who have an order resting in one of these symbols. Return their
    `member_id`, `account` and `applied`.
    """
    columns: Any = select(ENTRY.c.member_id, ENTRY.c.account, ENTRY.c.applied)
    query = columns.where(ENTRY.c.contest_id == contest_id, ENTRY.c.applied < seq)
    if ordering is not None:
        orders = select(ORDER.c.member_id).where(
            ORDER.c.contest_id == contest_id,
            ORDER.c.state == OrderState.OPEN,
            ORDER.c.symbol.in_(ordering),
        )
        query = query.where(ENTRY.c.member_id.in_(orders))
    query = query.order_by(ENTRY.c.member_id).limit(limit).with_for_update()
    found: Sequence[Row[Any]] = session.connection().execute(query).all()
    return found


def every(session: Session, contest_id: int) -> Iterator[Row[Any]]:
    """Yield member_id, account, applied, staff and disqualified of all, by members' ids."""
    query = (
        select(
            ENTRY.c.member_id,
            ENTRY.c.account,
            ENTRY.c.applied,
            ENTRY.c.staff,
            ENTRY.c.disqualified,
        )
        .where(ENTRY.c.contest_id == contest_id)
        .order_by(ENTRY.c.member_id)
    )
    yield from session.execute(query.execution_options(yield_per=500))


def store_many(
    session: Session, contest_id: int, accounts: Mapping[int, Mapping[str, Any]], applied: int
) -> None:
    """Keep accounts, by member, as they are after market event number `applied`."""
    if accounts:
        rows = [
            {"contest": contest_id, "member": member, "state": account, "seen": applied}
            for member, account in accounts.items()
        ]
        session.connection().execute(_STATEMENT, rows)


def mark_applied(
    session: Session, contest_id: int, member_ids: Collection[int], applied: int
) -> None:
    """Remember that accounts have seen market event number `applied`, which changed nothing."""
    if member_ids:
        session.connection().execute(
            update(ENTRY)
            .where(ENTRY.c.contest_id == contest_id, ENTRY.c.member_id.in_(member_ids))
            .values(applied=applied)
        )


def suitability_of(session: Session, member_id: int) -> SuitabilityAnswer | None:
    """Return what a member last answered about the risk that fits."""
    return session.get(SuitabilityAnswer, member_id)
