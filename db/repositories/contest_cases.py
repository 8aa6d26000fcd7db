"""Every query on disputes and on what waits for a second operator in contests."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from bot.contest.states import DecisionKind, DisputeState
from db.models.contest_trade import ContestDecision, ContestDispute, ContestFill
from db.upsert import insert_into


def add_decision(
    session: Session,
    contest_id: int,
    kind: DecisionKind,
    body: Mapping[str, Any],
    reason: str,
    key: str,
    requested_by: int,
    at: datetime,
) -> ContestDecision:
    """Let something wait for a second operator, once for each `key`."""
    insert = insert_into(session, ContestDecision).values(
        contest_id=contest_id,
        kind=kind,
        body=dict(body),
        reason=reason,
        key=key,
        requested_by=requested_by,
        requested_at=at,
    )
    session.execute(insert.on_conflict_do_nothing(index_elements=["key"]))
    query = select(ContestDecision).where(col(ContestDecision.key) == key)
    found: ContestDecision = session.execute(query).scalars().one()
    return found


def decision(session: Session, decision_id: int) -> ContestDecision | None:
    """Return what waits or waited, as it is now."""
    return session.get(ContestDecision, decision_id, populate_existing=True)


def decide(
    session: Session, decision_id: int, who: int, confirmed: bool, now: datetime, since: datetime
) -> bool:
    """Decide what was asked for after `since`; tell whether nobody had decided yet."""
    decided = session.execute(
        update(ContestDecision)
        .where(
            col(ContestDecision.id) == decision_id,
            col(ContestDecision.decided_at).is_(None),
            col(ContestDecision.requested_at) > since,
        )
        .values(decided_by=who, decided_at=now, confirmed=confirmed)
    )
    return bool(decided.rowcount)  # type: ignore[attr-defined]


def waiting(
    session: Session, contest_id: int, kind: DecisionKind, since: datetime
) -> Sequence[ContestDecision]:
    """Return what of a kind still waits in a contest, oldest first."""
    query = (
        select(ContestDecision)
        .where(
            col(ContestDecision.contest_id) == contest_id,
            col(ContestDecision.kind) == kind,
            col(ContestDecision.decided_at).is_(None),
            col(ContestDecision.requested_at) > since,
        )
        .order_by(col(ContestDecision.id))
    )
    return list(session.execute(query).scalars())


def count_waiting(session: Session, contest_id: int, since: datetime) -> int:
    """Return how much asked for after `since` waits for a second operator in a contest."""
    query = select(func.count()).where(
        col(ContestDecision.contest_id) == contest_id,
        col(ContestDecision.decided_at).is_(None),
        col(ContestDecision.requested_at) > since,
    )
    return int(session.execute(query).scalar_one())


def count_disputes(session: Session, contest_id: int) -> int:
    """Return how many cases of a contest wait for an answer."""
    query = select(func.count()).where(
        col(ContestDispute.contest_id) == contest_id,
        col(ContestDispute.state) == DisputeState.OPEN,
    )
    return int(session.execute(query).scalar_one())


def fill_named(session: Session, fill: str) -> ContestFill | None:
    """Return the fill `<order>.<number>`; order ids are unique over all contests."""
    query = select(ContestFill).where(col(ContestFill.fill) == fill)
    query = query.execution_options(populate_existing=True)
    return session.execute(query).scalars().first()


def fills_of_order(session: Session, order_id: int) -> Sequence[ContestFill]:
    """Return the fills of an order, oldest first."""
    query = (
        select(ContestFill)
        .where(col(ContestFill.order_id) == order_id)
        .order_by(col(ContestFill.id))
        .execution_options(populate_existing=True)
    )
    return list(session.execute(query).scalars())


def open_dispute(
    session: Session, contest_id: int, member_id: int, fill_id: int, text: str, at: datetime
) -> tuple[ContestDispute, bool]:
    """Open a case once for each fill; return it and whether it is new."""
    insert = insert_into(session, ContestDispute).values(
        contest_id=contest_id,
        member_id=member_id,
        fill_id=fill_id,
        text=text,
        state=DisputeState.OPEN,
        opened_at=at,
    )
    written = session.execute(
        insert.on_conflict_do_nothing(index_elements=["fill_id"]).returning(col(ContestDispute.id))
    ).first()
    query = select(ContestDispute).where(col(ContestDispute.fill_id) == fill_id)
    query = query.execution_options(populate_existing=True)
    return session.execute(query).scalars().one(), written is not None


def dispute(session: Session, dispute_id: int, *, lock: bool = False) -> ContestDispute | None:
    """Return a case as it is now, which nobody else decides then if locked."""
    return session.get(
        ContestDispute, dispute_id, populate_existing=True, with_for_update=lock or None
    )


def dispute_of_fill(session: Session, fill_id: int) -> ContestDispute | None:
    """Return the case about a fill."""
    query = select(ContestDispute).where(col(ContestDispute.fill_id) == fill_id)
    query = query.execution_options(populate_existing=True)
    return session.execute(query).scalars().first()


def disputes_of(session: Session, member_id: int, limit: int = 10) -> Sequence[ContestDispute]:
    """Return a member's latest cases, newest first."""
    query = (
        select(ContestDispute)
        .where(col(ContestDispute.member_id) == member_id)
        .order_by(col(ContestDispute.id).desc())
        .limit(limit)
        .execution_options(populate_existing=True)
    )
    return list(session.execute(query).scalars())
