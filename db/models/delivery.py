"""The outbox: everything the bot says unasked, from wish to proof."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Index, LargeBinary, String, Text, text
from sqlmodel import Field, SQLModel

from bot.delivery.acts import Act
from bot.delivery.lanes import DeliveryState, Lane
from db.models.base import choice, document, instant, serial, telegram_id

WAITING = text("state in ('queued', 'sending')")
PRIVATE = text("chat_id > 0")
POLLED = text("poll_id is not null")
BRIEFED = text("lane = 'brief'")


class Delivery(SQLModel, table=True):
    """One message to one chat, or another act upon it; `send_key` names what it tells or why.

    `message_id` is the message that was sent, or the one that the act is about. `otherwise`
    is the send key of a reserved delivery that goes out if this one fails.
    One with a `poll` goes out as that poll alone; `poll_id` is the network's name for it.
    `about`: what the archive shall keep of it besides its text. `reply_to`: the message in its
    chat that it answers.
    """

    __tablename__ = "delivery"
    __table_args__ = (
        Index(
            "ix_delivery_waiting",
            "priority",
            "id",
            sqlite_where=WAITING,
            postgresql_where=WAITING,
        ),
        Index(
            "ix_delivery_private",
            "chat_id",
            "not_before",
            sqlite_where=PRIVATE,
            postgresql_where=PRIVATE,
        ),
        Index("ix_delivery_poll_id", "poll_id", sqlite_where=POLLED, postgresql_where=POLLED),
        Index(
            "ix_delivery_brief_message",
            "chat_id",
            "message_id",
            sqlite_where=BRIEFED,
            postgresql_where=BRIEFED,
        ),
    )

    id: int = serial()
    send_key: str = Field(sa_column=Column(String(160), nullable=False, unique=True))
    act: Act = choice(Act, default=Act.SEND)
    lane: Lane = choice(Lane)
    priority: int
    chat_id: int = telegram_id()
    thread_id: int | None = telegram_id(nullable=True)
    markup: str = Field(sa_column=Column(Text, nullable=False))
    buttons: list[Any] = document()
    picture: str | None = Field(default=None, sa_column=Column(String(64)))
    poll: dict[str, Any] | None = document(nullable=True)
    poll_id: str | None = Field(default=None, sa_column=Column(String(64)))
    rule_pack: str = Field(sa_column=Column(String(64), nullable=False))
    not_before: datetime = instant()
    useless_after: datetime | None = instant(nullable=True)
    state: DeliveryState = choice(DeliveryState, default=DeliveryState.QUEUED)
    attempts: int = 0
    holder: str | None = Field(default=None, sa_column=Column(String(64)))
    message_id: int | None = telegram_id(nullable=True)
    reply_to: int | None = telegram_id(nullable=True)
    person_id: int | None = telegram_id(nullable=True)
    until: datetime | None = instant(nullable=True)
    otherwise: str | None = Field(default=None, sa_column=Column(String(160)))
    why: str | None = Field(default=None, sa_column=Column(String(512)))
    about: dict[str, Any] | None = document(nullable=True)
    created_at: datetime = instant()
    settled_at: datetime | None = instant(nullable=True)


class Picture(SQLModel, table=True):
    """A PNG that a delivery carries, named by its SHA-256 so that equal ones are one."""

    __tablename__ = "picture"

    sha256: str = Field(sa_column=Column(String(64), primary_key=True))
    png: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
