"""`INSERT … ON CONFLICT`, which both engines know and SQLAlchemy spells per engine."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel


def insert_into(session: Session, table: type[SQLModel]) -> Any:
    """Return an insert that understands `on_conflict_do_nothing` and `…_do_update`."""
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)
