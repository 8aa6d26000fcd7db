"""Every query on movements that wait for a second operator."""

from datetime import datetime

from sqlalchemy import select, update
from sqlmodel import Session, col

from db.models.operator_action import PendingMovement
from db.upsert import insert_into


def add(
    session: Session,
    key: str,
    requested_by: int,
    member_id: int,
    amount: int,
    note: str,
    at: datetime,
) -> PendingMovement:
    """Let a movement wait, once for each `key`."""
    insert = insert_into(session, PendingMovement).values(
        key=key,
        requested_by=requested_by,
        member_id=member_id,
        amount=amount,
        note=note,
        requested_at=at,
    )
    session.execute(insert.on_conflict_do_nothing(index_elements=["key"]))
    query = select(PendingMovement).where(col(PendingMovement.key) == key)
    found: PendingMovement = session.execute(query).scalars().one()
    return found


def with_key(session: Session, key: str) -> PendingMovement | None:
    """Return the waiting or decided movement of a key."""
    query = select(PendingMovement).where(col(PendingMovement.key) == key)
    return session.execute(query).scalars().first()


def by_id(session: Session, pending_id: int) -> PendingMovement | None:
    """Return a movement that waits or waited, as it is now."""
    query = select(PendingMovement).where(col(PendingMovement.id) == pending_id)
    return session.execute(query.execution_options(populate_existing=True)).scalars().first()


def decide(
    session: Session, pending_id: int, who: int, confirmed: bool, now: datetime, since: datetime
) -> bool:
    """Decide about a movement asked for after `since`; tell whether nobody had decided yet."""
    decided = session.execute(
        update(PendingMovement)
        .where(
            col(PendingMovement.id) == pending_id,
            col(PendingMovement.decided_at).is_(None),
            col(PendingMovement.requested_at) > since,
        )
        .values(decided_by=who, decided_at=now, confirmed=confirmed)
    )
    return bool(decided.rowcount)  # type: ignore[attr-defined]
