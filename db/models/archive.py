"""The archive: what was said in bound groups, chained by hash."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Index, String, Text, text
from sqlmodel import Field, SQLModel

from bot.archive.kinds import RecordKind
from db.models.base import choice, document, instant, serial, telegram_id

UNSEALED = text("hash is null")


class ArchiveRecord(SQLModel, table=True):
    """One message as it was received, sent or changed; `hash` is set when it is sealed."""

    __tablename__ = "archive_record"
    __table_args__ = (
        Index(
            "ix_archive_record_unsealed",
            "id",
            sqlite_where=UNSEALED,
            postgresql_where=UNSEALED,
        ),
        Index(None, "chat_id", "message_id"),
    )

    id: int = serial()
    kind: RecordKind = choice(RecordKind)
    chat_id: int = telegram_id()
    message_id: int | None = telegram_id(nullable=True)
    author_id: int | None = telegram_id(nullable=True)
    at: datetime = instant()
    text: str = Field(sa_column=Column(Text, nullable=False))
    details: dict[str, Any] = document()
    position: int | None = Field(default=None, unique=True)
    previous_hash: str | None = Field(default=None, sa_column=Column(String(64)))
    hash: str | None = Field(default=None, sa_column=Column(String(64)))
