"""Settings that are changed while the bot runs (calendar overrides, choices of operators)."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, String
from sqlmodel import Field, SQLModel

from db.models.base import document, instant, telegram_id


class Setting(SQLModel, table=True):
    """One named document."""

    __tablename__ = "setting"

    key: str = Field(sa_column=Column(String(128), primary_key=True))
    value: dict[str, Any] = document()
    changed_by: int = telegram_id()
    changed_at: datetime = instant()
