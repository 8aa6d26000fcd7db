"""Broadcasts: what operators write to many, who agreed, and who was meant to get it."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String
from sqlmodel import Field, SQLModel

from bot.broadcast.states import BroadcastState, Variant
from db.models.base import choice, document, instant, serial, telegram_id


class Broadcast(SQLModel, table=True):
    """A broadcast; `plan` is what its form holds (`bot/broadcast/plan.py`).

    `round` counts the submissions: a button of an earlier one decides nothing. `authors` are
    all who wrote on it, none of whom may approve it. `cursor` is the last member whom the
    sending has looked at, `filled` whether it has looked at all of them. `seen` is the reach
    that was approved. The card is the message that shows the progress.
    """

    __tablename__ = "broadcast"
    __table_args__ = (Index(None, "state"),)

    id: int = serial()
    key: str = Field(sa_column=Column(String(128), nullable=False, unique=True))
    state: BroadcastState = choice(BroadcastState, default=BroadcastState.DRAFT)
    plan: dict[str, Any] = document()
    picture: str | None = Field(default=None, sa_column=Column(String(64)))
    authors: list[Any] = document()
    round: int = 0
    created_at: datetime = instant()
    submitted_at: datetime | None = instant(nullable=True)
    approved_by: int | None = telegram_id(nullable=True)
    approved_at: datetime | None = instant(nullable=True)
    seen: dict[str, Any] = document()
    started_at: datetime | None = instant(nullable=True)
    ended_at: datetime | None = instant(nullable=True)
    cursor: int = Field(default=0, sa_column=Column(BigInteger, nullable=False))
    filled: bool = False
    card_chat_id: int | None = telegram_id(nullable=True)
    card_message_id: int | None = telegram_id(nullable=True)
    progress: str | None = Field(default=None, sa_column=Column(String(160)))
    reason: str | None = Field(default=None, sa_column=Column(String(512)))


class BroadcastRecipient(SQLModel, table=True):
    """One chat that a broadcast goes to, with the variant that it gets."""

    __tablename__ = "broadcast_recipient"
    __table_args__ = (Index(None, "broadcast_id"),)

    send_key: str = Field(sa_column=Column(String(160), primary_key=True))
    broadcast_id: int = Field(
        sa_column=Column(BigInteger, ForeignKey("broadcast.id"), nullable=False)
    )
    chat_id: int = telegram_id()
    variant: Variant = choice(Variant)
