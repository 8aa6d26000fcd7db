"""The points ledger, the balances derived from it, and the season's minted total."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, String
from sqlmodel import Field, SQLModel

from bot.points.reasons import Reason
from db.models.base import choice, instant, serial, telegram_id


class LedgerEntry(SQLModel, table=True):
    """One movement of points: insert-only, a correction is a new entry."""

    __tablename__ = "ledger_entry"
    __table_args__ = (
        Index(None, "member_id", "id"),
        Index(None, "day", "member_id"),
        CheckConstraint("amount <> 0", name="amount_moves"),
    )

    id: int = serial()
    member_id: int = Field(sa_column=Column(BigInteger, ForeignKey("member.id"), nullable=False))
    amount: int
    reason: Reason = choice(Reason)
    rule: str = Field(sa_column=Column(String(64), nullable=False))
    rule_version: int
    actor_id: int = telegram_id()
    key: str = Field(sa_column=Column(String(128), nullable=False, unique=True))
    note: str | None = Field(default=None, sa_column=Column(String(512)))
    at: datetime = instant()
    day: date


class Balance(SQLModel, table=True):
    """What the ledger adds up to for one person; audited, never the source.

    `season_points` and `week_points` are what the person received in the newest season and
    week that they moved points in, which start on `season_from` and `week_from`: a board is
    an index scan, however long the ledger grows.
    """

    __tablename__ = "balance"
    __table_args__ = (
        CheckConstraint("amount >= 0", name="never_negative"),
        Index(None, "season_from", "season_points"),
        Index(None, "week_from", "week_points"),
    )

    member_id: int = Field(sa_column=Column(BigInteger, ForeignKey("member.id"), primary_key=True))
    amount: int = 0
    lifetime: int = Field(default=0, index=True)
    season_from: date | None = None
    season_points: int = 0
    week_from: date | None = None
    week_points: int = 0


class Minted(SQLModel, table=True):
    """Points earned by all in one season, kept in shards so that awards do not queue."""

    __tablename__ = "minted"

    season: str = Field(sa_column=Column(String(16), primary_key=True))
    shard: int = Field(primary_key=True)
    amount: int = 0
