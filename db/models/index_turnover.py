"""What was traded in an index on each day, as far as it was recorded."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Column, String
from sqlmodel import Field, SQLModel

from db.models.base import instant
from db.types import ScaledDecimal

AMOUNT_PLACES = 2


class IndexTurnover(SQLModel, table=True):
    """The latest amount of money that a feed named for an index's day; `at` is its time."""

    __tablename__ = "index_turnover"

    symbol: str = Field(sa_column=Column(String(32), primary_key=True))
    day: date = Field(primary_key=True)
    amount: Decimal = Field(sa_column=Column(ScaledDecimal(AMOUNT_PLACES), nullable=False))
    source: str = Field(sa_column=Column(String(32), nullable=False))
    at: datetime = instant()
