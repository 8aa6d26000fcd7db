"""Contests, who takes part, and what each day left."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String
from sqlmodel import Field, SQLModel

from bot.contest.states import ContestState
from db.models.base import choice, document, instant, serial, telegram_id
from db.types import BigId, ScaledDecimal

MONEY_PLACES = 4
SHARE_PLACES = 6


def contest_id(*, primary_key: bool = False) -> Any:
    """Spell the column that names the contest."""
    return Field(
        sa_column=Column(
            BigInteger,
            ForeignKey("contest.id"),
            primary_key=primary_key,
            autoincrement=False,
            nullable=False,
        )
    )


def money(*, nullable: bool = False) -> Any:
    """Spell a column for an exact amount or price."""
    return Field(
        default=None if nullable else ...,
        sa_column=Column(ScaledDecimal(MONEY_PLACES), nullable=nullable),
    )


def share(*, nullable: bool = False) -> Any:
    """Spell a column for an exact share of one, or a ratio."""
    return Field(
        default=None if nullable else ...,
        sa_column=Column(ScaledDecimal(SHARE_PLACES), nullable=nullable),
    )


class Contest(SQLModel, table=True):
    """A contest; `rules` may change until the start, when `rules_hash` fixes them.

    `market_day` is the trading day that was opened last, `market_closed` whether it is over,
    `market_seq` the number of market events so far: whoever adds one holds this row's lock.
    """

    __tablename__ = "contest"

    id: int = serial()
    title: str = Field(sa_column=Column(String(120), nullable=False))
    state: ContestState = choice(ContestState, default=ContestState.DRAFT)
    rules: dict[str, Any] = document()
    rules_hash: str | None = Field(default=None, sa_column=Column(String(64)))
    created_by: int = telegram_id()
    created_at: datetime = instant()
    started_at: datetime | None = instant(nullable=True)
    ended_at: datetime | None = instant(nullable=True)
    market_day: date | None = None
    market_closed: bool = True
    market_seq: int = 0


class ContestEntry(SQLModel, table=True):
    """One member's part in one contest.

    `account` is the engine's state after the market events up to number `applied`: a store
    of what the log adds up to, checked by `bell contest verify`.
    """

    __tablename__ = "contest_entry"
    __table_args__ = (
        Index(None, "member_id", "contest_id"),
        Index(None, "contest_id", "applied"),
    )

    contest_id: int = contest_id(primary_key=True)
    member_id: int = Field(
        sa_column=Column(BigInteger, ForeignKey("member.id"), primary_key=True, autoincrement=False)
    )
    joined_at: datetime = instant()
    account: dict[str, Any] = document()
    applied: int = 0
    staff: bool = False
    disqualified: bool = False
    quotes_allowed: bool = False


class ContestDay(SQLModel, table=True):
    """One trading day of a contest; `head` is the last hash of its chain."""

    __tablename__ = "contest_day"

    contest_id: int = contest_id(primary_key=True)
    day: date = Field(primary_key=True)
    opened_at: datetime = instant()
    closed_at: datetime | None = instant(nullable=True)
    sealed_at: datetime | None = instant(nullable=True)
    records: int = 0
    head: str | None = Field(default=None, sa_column=Column(String(64)))


class ContestSnapshot(SQLModel, table=True):
    """An account at a day's close, and where it stood on the board."""

    __tablename__ = "contest_snapshot"
    __table_args__ = (Index(None, "contest_id", "day", "rank"),)

    contest_id: int = contest_id(primary_key=True)
    member_id: int = telegram_id(primary_key=True)
    day: date = Field(primary_key=True)
    cash: Decimal = money()
    receivables: Decimal = money()
    positions: Decimal = money()
    equity: Decimal = money()
    concentration: Decimal = share()
    rank: int | None = None
    score: Decimal | None = money(nullable=True)
    terms: dict[str, Any] = document()


class ContestRecord(SQLModel, table=True):
    """One line of a contest's log: an event that went in or an outcome that came out.

    Insert-only but for `hash`, which seals the day. `seq` numbers the market events, without
    gaps; account events and outcomes have none. `kind` is the class in `bot.contest`.
    """

    __tablename__ = "contest_record"
    __table_args__ = (
        Index(None, "contest_id", "seq", unique=True),
        Index(None, "contest_id", "day", "id"),
        Index(None, "contest_id", "member_id", "id"),
    )

    id: int = serial()
    contest_id: int = contest_id()
    day: date
    seq: int | None = None
    member_id: int | None = telegram_id(nullable=True)
    kind: str = Field(sa_column=Column(String(32), nullable=False))
    is_event: bool
    at: datetime = instant()
    body: dict[str, Any] = document()
    hash: str | None = Field(default=None, sa_column=Column(String(64)))


class ContestNote(SQLModel, table=True):
    """A line of a member's trading journal; quoted to others only with consent."""

    __tablename__ = "contest_note"
    __table_args__ = (Index(None, "contest_id", "member_id", "day"),)

    id: int = serial()
    contest_id: int = contest_id()
    member_id: int = telegram_id()
    order_id: int | None = Field(default=None, sa_column=Column(BigId))
    text: str = Field(sa_column=Column(String(1000), nullable=False))
    key: str = Field(sa_column=Column(String(128), nullable=False, unique=True))
    at: datetime = instant()
    day: date


class SuitabilityAnswer(SQLModel, table=True):
    """What a member last answered about the risk that fits."""

    __tablename__ = "suitability_answer"

    member_id: int = telegram_id(primary_key=True)
    level: str = Field(sa_column=Column(String(32), nullable=False))
    version: int
    answers: dict[str, Any] = document()
    at: datetime = instant()
