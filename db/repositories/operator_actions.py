"""Every query on the operators' action log."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from bot.archive.kinds import NO_GROUP, RecordKind
from bot.archive.retention import RecordClass
from db.models.group import Group
from db.models.operator_action import OperatorAction
from db.repositories import archive
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
    """Write an action down, once for each `key`, and archive it; tell whether it was new."""
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
    row = written.first()
    if row is None:
        return False
    details = {"log": row[0], "before": dict(before), "after": dict(after), "reason": reason}
    archive.add(
        session,
        [
            {
                "kind": RecordKind.OPERATOR_ACTION,
                "record_class": RecordClass.OPERATIONS,
                "chat_id": _chat_of(session, target),
                "message_id": None,
                "author_id": actor_id,
                "at": now,
                "text": f"{action} {target}",
                "details": details,
            }
        ],
    )
    return True


def about(session: Session, target: str, limit: int) -> Sequence[OperatorAction]:
    """Return the latest actions on one target, newest first."""
    query = select(OperatorAction).where(col(OperatorAction.target) == target)
    query = query.order_by(col(OperatorAction.id).desc()).limit(limit)
    return list(session.execute(query).scalars())


def bindings(session: Session) -> Sequence[OperatorAction]:
    """Return every binding and release of a group, oldest first."""
    query = select(OperatorAction).where(col(OperatorAction.action).in_(("bind", "unbind")))
    query = query.order_by(col(OperatorAction.at), col(OperatorAction.id))
    return list(session.execute(query).scalars())


def _chat_of(session: Session, target: str) -> int:
    """Return the chat of an action on a group; anything else belongs to none."""
    kind, _, rest = target.partition(":")
    number = rest.partition(":")[0]
    if kind != "group" or not (number.isascii() and number.isdigit()):
        return NO_GROUP
    group = session.get(Group, int(number))
    return group.chat_id if group else NO_GROUP


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
