"""Updates from Telegram, stored before they are acknowledged."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Index, String, Text, text
from sqlmodel import Field, SQLModel

from bot.telegram.intake_state import IntakeState
from db.models.base import choice, document, instant, telegram_id

UNFINISHED = text("state in ('received', 'applied')")


class InboxUpdate(SQLModel, table=True):
    """One raw update.

    `attempts` counts failures that were told, `deaths` processes that ended while it was in
    hand for at least the second time.
    """

    __tablename__ = "inbox_update"
    __table_args__ = (
        Index(
            "ix_inbox_update_unfinished",
            "update_id",
            sqlite_where=UNFINISHED,
            postgresql_where=UNFINISHED,
        ),
    )

    update_id: int = telegram_id(primary_key=True)
    raw: dict[str, Any] = document()
    state: IntakeState = choice(IntakeState, default=IntakeState.RECEIVED)
    attempts: int = 0
    deaths: int = 0
    holder: str = Field(sa_column=Column(String(64), nullable=False))
    error: str | None = Field(default=None, sa_column=Column(Text))
    received_at: datetime = instant()
    finished_at: datetime | None = instant(nullable=True, index=True)
