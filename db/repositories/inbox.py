"""Every query on the inbox."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update
from sqlmodel import Session, SQLModel, col

from bot.telegram.intake_state import IntakeState
from db.models.inbox import UNFINISHED, InboxUpdate
from db.prepared import Prepared
from db.upsert import insert_into

INBOX = SQLModel.metadata.tables["inbox_update"]


def add(session: Session, raws: Sequence[dict[str, Any]], holder: str, now: datetime) -> set[int]:
    """Store raw updates; return the ids of those that were not known."""
    rows = [
        {
            "update_id": raw["update_id"],
            "raw": raw,
            "state": IntakeState.RECEIVED,
            "attempts": 0,
            "deaths": 0,
            "holder": holder,
            "received_at": now,
        }
        for raw in raws
    ]
    insert = insert_into(session, InboxUpdate).values(rows).on_conflict_do_nothing()
    return set(session.execute(insert.returning(col(InboxUpdate.update_id))).scalars())


_APPLIED = Prepared(
    lambda _insert: (
        update(INBOX)
        .where(INBOX.c.update_id == bindparam("update"), INBOX.c.state == IntakeState.RECEIVED)
        .values(state=IntakeState.APPLIED)
    )
)


def mark_applied(session: Session, update_id: int) -> None:
    """Record that the effect of an update is in this very transaction."""
    _APPLIED(session, update=update_id)


def mark_done(session: Session, update_ids: Collection[int], now: datetime) -> None:
    """Record that nothing is left to do for these updates."""
    session.execute(
        update(InboxUpdate)
        .where(col(InboxUpdate.update_id).in_(update_ids))
        .values(state=IntakeState.DONE, finished_at=now)
    )


def count_failure(session: Session, update_id: int, error: str) -> int:
    """Count an attempt that failed, with what came of it; return how many there were."""
    counted = session.execute(
        update(InboxUpdate)
        .where(col(InboxUpdate.update_id) == update_id)
        .values(attempts=col(InboxUpdate.attempts) + 1, error=error)
        .returning(col(InboxUpdate.attempts))
    )
    return int(counted.scalar_one())


def suspect(session: Session, update_id: int) -> None:
    """Count the death that will have happened if this process does not come back to tell."""
    session.execute(
        update(InboxUpdate)
        .where(col(InboxUpdate.update_id) == update_id)
        .values(deaths=col(InboxUpdate.deaths) + 1)
    )


def absolve(session: Session, update_ids: Collection[int]) -> None:
    """Take back one death each: the process lives, it was only told to stop."""
    session.execute(
        update(InboxUpdate)
        .where(col(InboxUpdate.update_id).in_(update_ids), col(InboxUpdate.deaths) > 0)
        .values(deaths=col(InboxUpdate.deaths) - 1)
    )


def set_aside(session: Session, update_id: int) -> None:
    """Take an update out of the flow for good, until a human looks at it."""
    session.execute(
        update(InboxUpdate)
        .where(col(InboxUpdate.update_id) == update_id)
        .values(state=IntakeState.SET_ASIDE)
    )


def claim_orphans(
    session: Session, alive: Collection[str], holder: str, limit: int
) -> list[InboxUpdate]:
    """Take over unfinished updates whose holder is gone, oldest first."""
    orphans = (
        select(InboxUpdate)
        .where(UNFINISHED, col(InboxUpdate.holder).not_in(alive))
        .order_by(col(InboxUpdate.update_id))
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    found = list(session.execute(orphans).scalars())
    for row in found:
        row.holder = holder
    return found


def set_aside_updates(session: Session) -> list[InboxUpdate]:
    """Return what waits for a human, oldest first."""
    query = select(InboxUpdate).where(col(InboxUpdate.state) == IntakeState.SET_ASIDE)
    return list(session.execute(query.order_by(col(InboxUpdate.update_id))).scalars())


def count_by_state(session: Session) -> dict[IntakeState, int]:
    """Return how many updates stand in each state."""
    query = select(col(InboxUpdate.state), func.count()).group_by(col(InboxUpdate.state))
    return {row[0]: row[1] for row in session.execute(query)}


def forget_done(session: Session, before: datetime) -> int:
    """Delete finished updates older than `before`; return how many."""
    done = delete(InboxUpdate).where(
        col(InboxUpdate.state) == IntakeState.DONE, col(InboxUpdate.finished_at) < before
    )
    return int(session.execute(done).rowcount)  # type: ignore[attr-defined]
