"""Orders, fills, objections to them, and what waits for a second operator."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String
from sqlmodel import Field, SQLModel

from bot.contest.events import Side
from bot.contest.states import DecisionKind, DisputeState, OrderState
from db.models.base import choice, document, instant, serial, telegram_id
from db.models.contest import contest_id, money
from db.types import BigId


class ContestOrder(SQLModel, table=True):
    """An order that was accepted; `key` names the tap or message that placed it."""

    __tablename__ = "contest_order"
    __table_args__ = (
        Index(None, "contest_id", "state", "symbol"),
        Index(None, "contest_id", "member_id", "id"),
    )

    id: int = serial()
    contest_id: int = contest_id()
    member_id: int = telegram_id()
    symbol: str = Field(sa_column=Column(String(32), nullable=False))
    name: str = Field(sa_column=Column(String(64), nullable=False))
    side: Side = choice(Side)
    quantity: int = Field(sa_column=Column(BigInteger, nullable=False))
    limit: Decimal | None = money(nullable=True)
    filled: int = Field(default=0, sa_column=Column(BigInteger, nullable=False))
    state: OrderState = choice(OrderState, default=OrderState.OPEN)
    ended_by: str | None = Field(default=None, sa_column=Column(String(32)))
    key: str = Field(sa_column=Column(String(128), nullable=False, unique=True))
    placed_at: datetime = instant()


class ContestFill(SQLModel, table=True):
    """A trade: what the engine's `Filled` says, with the quote that it used."""

    __tablename__ = "contest_fill"
    __table_args__ = (
        Index(None, "contest_id", "fill", unique=True),
        Index(None, "contest_id", "member_id", "id"),
    )

    id: int = serial()
    contest_id: int = contest_id()
    member_id: int = telegram_id()
    order_id: int = Field(
        sa_column=Column(BigId, ForeignKey("contest_order.id"), nullable=False, index=True)
    )
    fill: str = Field(sa_column=Column(String(32), nullable=False))
    symbol: str = Field(sa_column=Column(String(32), nullable=False))
    side: Side = choice(Side)
    quantity: int = Field(sa_column=Column(BigInteger, nullable=False))
    price: Decimal = money()
    fees: dict[str, Any] = document()
    cash: Decimal = money()
    cost: Decimal = money()
    quote: dict[str, Any] = document()
    at: datetime = instant()
    voided_at: datetime | None = instant(nullable=True)


class ContestDispute(SQLModel, table=True):
    """A member's objection to a fill, one for each, with what was decided."""

    __tablename__ = "contest_dispute"

    id: int = serial()
    contest_id: int = contest_id()
    member_id: int = telegram_id()
    fill_id: int = Field(
        sa_column=Column(BigId, ForeignKey("contest_fill.id"), nullable=False, unique=True)
    )
    text: str = Field(sa_column=Column(String(1000), nullable=False))
    state: DisputeState = choice(DisputeState, default=DisputeState.OPEN)
    opened_at: datetime = instant()
    decided_by: int | None = telegram_id(nullable=True)
    decided_at: datetime | None = instant(nullable=True)
    answer: str | None = Field(default=None, sa_column=Column(String(1000)))


class ContestDecision(SQLModel, table=True):
    """Something in a contest that takes two operators: asked for by one, decided by another."""

    __tablename__ = "contest_decision"

    id: int = serial()
    contest_id: int = contest_id()
    kind: DecisionKind = choice(DecisionKind)
    body: dict[str, Any] = document()
    reason: str = Field(sa_column=Column(String(512), nullable=False))
    key: str = Field(sa_column=Column(String(128), nullable=False, unique=True))
    requested_by: int = telegram_id()
    requested_at: datetime = instant()
    decided_by: int | None = telegram_id(nullable=True)
    decided_at: datetime | None = instant(nullable=True)
    confirmed: bool | None = None
