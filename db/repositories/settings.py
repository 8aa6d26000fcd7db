"""Every query on settings that change while the bot runs."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlmodel import Session, SQLModel

from db.models.setting import Setting
from db.prepared import Prepared
from db.upsert import insert_into

SETTING = SQLModel.metadata.tables["setting"]


_GET = Prepared(lambda _insert: select(SETTING.c.value).where(SETTING.c.key == bindparam("key")))


def get(session: Session, key: str) -> dict[str, Any] | None:
    """Return a stored document."""
    value: dict[str, Any] | None = _GET(session, key=key).scalar_one_or_none()
    return value


def get_locked(session: Session, key: str) -> dict[str, Any] | None:
    """Return a stored document that nobody else changes until this transaction ends."""
    found = session.get(Setting, key, with_for_update=True, populate_existing=True)
    return found.value if found else None


def put(session: Session, key: str, value: dict[str, Any], changed_by: int, now: datetime) -> None:
    """Store a document in place of the one before."""
    values = {"value": value, "changed_by": changed_by, "changed_at": now}
    insert = insert_into(session, Setting).values(key=key, **values)
    session.execute(insert.on_conflict_do_update(index_elements=["key"], set_=values))
