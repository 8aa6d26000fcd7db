"""Our own record of index values, from which sparklines are drawn."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import Column, String
from sqlmodel import Field, SQLModel

from db.models.base import instant
from db.types import ScaledDecimal, UTCDateTime

PRICE_PLACES = 4


class QuotePoint(SQLModel, table=True):
    """One value of one symbol at the quote's own time."""

    __tablename__ = "quote_point"

    symbol: str = Field(sa_column=Column(String(32), primary_key=True))
    at: datetime = Field(sa_column=Column(UTCDateTime, primary_key=True))
    last: Decimal = Field(sa_column=Column(ScaledDecimal(PRICE_PLACES), nullable=False))
    source: str = Field(sa_column=Column(String(32), nullable=False))
    seen_at: datetime = instant()
