"""Alembic's entry: runs the migrations on the connection that `db/migrate.py` hands over."""

from typing import Literal

from alembic import context
from sqlmodel import SQLModel

import db.models  # noqa: F401 - fills the metadata
from db.types import ScaledDecimal, UTCDateTime, ValueEnum

PLAIN = {
    UTCDateTime: "sa.DateTime(timezone=True)",
    ValueEnum: "sa.String(length=32)",
    ScaledDecimal: "sa.BigInteger()",
}
"""What a migration says for a type of ours: migrations must not change when our code does."""


def render_item(kind: str, item: object, _context: object) -> str | Literal[False]:
    return PLAIN.get(type(item), False) if kind == "type" else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    render_item=render_item,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
