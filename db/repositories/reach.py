"""Every query on the reach of editions."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from bot.briefs.reach.kinds import ReachKind
from db.models.delivery import Delivery
from db.models.edition_reach import EditionReach
from db.upsert import insert_into

KEY = ("edition_id", "chat_id", "kind", "person_id", "what")


def note(
    session: Session,
    edition_id: int,
    chat_id: int,
    kind: ReachKind,
    person_id: int,
    what: str,
    detail: Mapping[str, Any],
    update_id: int,
    now: datetime,
) -> bool:
    """Write a sign down; tell whether its update was new.

    What was known before is replaced and counted up, but never by an older update.
    """
    values = {
        "edition_id": edition_id,
        "chat_id": chat_id,
        "kind": kind,
        "person_id": person_id,
        "what": what,
        "detail": dict(detail),
        "count": 1,
        "update_id": update_id,
        "at": now,
    }
    insert = insert_into(session, EditionReach).values(**values)
    written = session.execute(
        insert.on_conflict_do_update(
            index_elements=list(KEY),
            set_={
                "detail": insert.excluded.detail,
                "update_id": insert.excluded.update_id,
                "at": insert.excluded.at,
                "count": EditionReach.__table__.c.count + 1,  # type: ignore[attr-defined]
            },
            where=EditionReach.__table__.c.update_id < insert.excluded.update_id,  # type: ignore[attr-defined]
        ).returning(col(EditionReach.update_id))
    )
    return written.first() is not None


def of_edition(session: Session, edition_id: int) -> Sequence[EditionReach]:
    """Return every sign of one edition."""
    query = select(EditionReach).where(col(EditionReach.edition_id) == edition_id)
    ordered = query.order_by(col(EditionReach.chat_id), col(EditionReach.person_id))
    return list(session.execute(ordered.execution_options(populate_existing=True)).scalars())


def poll_delivery(session: Session, poll_id: str) -> Delivery | None:
    """Return the delivery that a poll was sent by."""
    query = select(Delivery).where(col(Delivery.poll_id) == poll_id)
    return session.execute(query).scalars().first()
