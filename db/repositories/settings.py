"""Every query on settings that change while the bot runs."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from db.models.setting import Setting
from db.upsert import insert_into


def get(session: Session, key: str) -> dict[str, Any] | None:
    """Return a stored document."""
    found = session.get(Setting, key, populate_existing=True)
    return found.value if found else None


def get_locked(session: Session, key: str) -> dict[str, Any] | None:
    """Return a stored document that nobody else changes until this transaction ends."""
    found = session.get(Setting, key, with_for_update=True, populate_existing=True)
    return found.value if found else None


def put(session: Session, key: str, value: dict[str, Any], changed_by: int, now: datetime) -> None:
    """Store a document in place of the one before."""
    values = {"value": value, "changed_by": changed_by, "changed_at": now}
    insert = insert_into(session, Setting).values(key=key, **values)
    session.execute(insert.on_conflict_do_update(index_elements=["key"], set_=values))
