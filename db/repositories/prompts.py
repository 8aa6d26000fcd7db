"""Every query on what the bot asked people in private."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlmodel import Session, col

from db.models.member import Prompt
from db.upsert import insert_into


def put(
    session: Session, member_id: int, noun: str, about: Mapping[str, Any], now: datetime
) -> None:
    """Await an answer from somebody; what was asked before is forgotten."""
    values = {"noun": noun, "about": dict(about), "asked_at": now}
    insert = insert_into(session, Prompt).values(member_id=member_id, **values)
    session.execute(insert.on_conflict_do_update(index_elements=["member_id"], set_=values))


def find(session: Session, member_id: int) -> Prompt | None:
    """Return what somebody was asked last."""
    query = select(Prompt).where(col(Prompt.member_id) == member_id)
    found: Prompt | None = session.execute(query).scalars().first()
    return found


def drop(session: Session, member_id: int) -> None:
    """Await nothing more from somebody."""
    session.execute(delete(Prompt).where(col(Prompt.member_id) == member_id))
