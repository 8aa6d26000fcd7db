"""Every query on the operators' action log."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from db.models.operator_action import OperatorAction
from db.upsert import insert_into


def log(
    session: Session,
    *,
    actor_id: int,
    action: str,
    target: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    reason: str | None,
    key: str,
    now: datetime,
    day: date,
) -> bool:
    """Write an action down, once for each `key`; tell whether it was new."""
    insert = insert_into(session, OperatorAction).values(
        actor_id=actor_id,
        action=action,
        target=target[:128],
        before=dict(before),
        after=dict(after),
        reason=reason[:512] if reason else None,
        key=key,
        at=now,
        day=day,
    )
    written = session.execute(
        insert.on_conflict_do_nothing(index_elements=["key"]).returning(col(OperatorAction.id))
    )
    return written.first() is not None


def of_actor(
    session: Session, actor_id: int, day: date, actions: Collection[str]
) -> Sequence[OperatorAction]:
    """Return what an operator did of some kinds on a community day."""
    query = select(OperatorAction).where(
        col(OperatorAction.actor_id) == actor_id,
        col(OperatorAction.day) == day,
        col(OperatorAction.action).in_(actions),
    )
    return list(session.execute(query).scalars())


def by_key(session: Session, key: str) -> OperatorAction | None:
    """Return the action that was written down under a key."""
    query = select(OperatorAction).where(col(OperatorAction.key) == key)
    return session.execute(query).scalars().first()


def latest(session: Session, limit: int = 50) -> Sequence[OperatorAction]:
    """Return the latest actions, newest first."""
    query = select(OperatorAction).order_by(col(OperatorAction.id).desc()).limit(limit)
    return list(session.execute(query).scalars())
