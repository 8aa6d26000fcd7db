"""What we keep of markets: values for sparklines, shares, closes, corporate actions."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Column, Index, String
from sqlmodel import Field, SQLModel

from db.models.base import instant, serial, telegram_id
from db.types import ScaledDecimal, UTCDateTime

PRICE_PLACES = 4
ACTION_PLACES = 8


class QuotePoint(SQLModel, table=True):
    """One value of one symbol at the quote's own time."""

    __tablename__ = "quote_point"

    symbol: str = Field(sa_column=Column(String(32), primary_key=True))
    at: datetime = Field(sa_column=Column(UTCDateTime, primary_key=True))
    last: Decimal = Field(sa_column=Column(ScaledDecimal(PRICE_PLACES), nullable=False))
    source: str = Field(sa_column=Column(String(32), nullable=False))
    seen_at: datetime = instant()


class ListedInstrument(SQLModel, table=True):
    """A share as a feed named it: what the shipped directory lacks or has outdated."""

    __tablename__ = "listed_instrument"

    symbol: str = Field(sa_column=Column(String(32), primary_key=True))
    name: str = Field(sa_column=Column(String(64), nullable=False))
    lot: int = 1
    listed_on: date | None = None
    source: str = Field(sa_column=Column(String(32), nullable=False))
    seen_at: datetime = instant()


class DailyClose(SQLModel, table=True):
    """The last good price of one symbol on one day, as we knew it at the close."""

    __tablename__ = "daily_close"

    symbol: str = Field(sa_column=Column(String(32), primary_key=True))
    day: date = Field(primary_key=True)
    close: Decimal = Field(sa_column=Column(ScaledDecimal(PRICE_PLACES), nullable=False))
    source: str = Field(sa_column=Column(String(32), nullable=False))
    at: datetime = instant()


class ShareEvent(SQLModel, table=True):
    """A corporate action from a feed or an operator: what holders get on the ex day."""

    __tablename__ = "share_event"
    __table_args__ = (Index(None, "symbol", "ex_day", "source", unique=True),)

    id: int = serial()
    symbol: str = Field(sa_column=Column(String(32), nullable=False))
    ex_day: date
    cash: Decimal = Field(sa_column=Column(ScaledDecimal(ACTION_PLACES), nullable=False))
    ratio: Decimal = Field(sa_column=Column(ScaledDecimal(ACTION_PLACES), nullable=False))
    pay_day: date | None = None
    source: str = Field(sa_column=Column(String(32), nullable=False))
    entered_by: int | None = telegram_id(nullable=True)
    entered_at: datetime = instant()


class Watch(SQLModel, table=True):
    """A share that a member wants quotes of; its price is polled with those held."""

    __tablename__ = "watch"

    member_id: int = telegram_id(primary_key=True)
    symbol: str = Field(sa_column=Column(String(32), primary_key=True))
    added_at: datetime = instant()
