"""The operators' action log, and actions that wait for a second person."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Index, String
from sqlmodel import Field, SQLModel

from db.models.base import document, instant, serial, telegram_id


class OperatorAction(SQLModel, table=True):
    """Something an operator did: who, what, to whom, before and after, why."""

    __tablename__ = "operator_action"
    __table_args__ = (Index(None, "actor_id", "day"),)

    id: int = serial()
    actor_id: int = telegram_id()
    action: str = Field(sa_column=Column(String(64), nullable=False))
    target: str = Field(sa_column=Column(String(128), nullable=False))
    before: dict[str, Any] = document()
    after: dict[str, Any] = document()
    reason: str | None = Field(default=None, sa_column=Column(String(512)))
    key: str = Field(sa_column=Column(String(128), nullable=False, unique=True))
    at: datetime = instant()
    day: date


class PendingMovement(SQLModel, table=True):
    """A movement of points over the cap, waiting for a second operator."""

    __tablename__ = "pending_movement"

    id: int = serial()
    key: str = Field(sa_column=Column(String(128), nullable=False, unique=True))
    requested_by: int = telegram_id()
    member_id: int = telegram_id()
    amount: int
    note: str = Field(sa_column=Column(String(512), nullable=False))
    requested_at: datetime = instant()
    decided_by: int | None = telegram_id(nullable=True)
    decided_at: datetime | None = instant(nullable=True)
    confirmed: bool | None = None
