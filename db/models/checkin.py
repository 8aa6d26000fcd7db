"""Check-ins, the streak that they make, and the questions of the day."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Column, ForeignKey, String, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.checkin.question import Purpose
from db.models.base import choice, instant, serial, telegram_id


def _member() -> Column[int]:
    return Column(BigInteger, ForeignKey("member.id"), nullable=False)


class CheckIn(SQLModel, table=True):
    """One person's check-in on one community day."""

    __tablename__ = "check_in"
    __table_args__ = (UniqueConstraint("member_id", "day"),)

    id: int = serial()
    member_id: int = Field(sa_column=_member())
    day: date
    at: datetime = instant()
    update_id: int | None = telegram_id(nullable=True)
    streak: int
    points: int


class Streak(SQLModel, table=True):
    """Where a person's streak stands; `bot/checkin/streak.py` is its rule."""

    __tablename__ = "streak"

    member_id: int = Field(sa_column=Column(BigInteger, ForeignKey("member.id"), primary_key=True))
    length: int = 0
    best: int = 0
    last_day: date | None = None
    freezes: int = 0
    lost_length: int = 0
    lost_day: date | None = None


class DailyQuestion(SQLModel, table=True):
    """A question put to a person for a community day, and the one answer that counts."""

    __tablename__ = "daily_question"
    __table_args__ = (UniqueConstraint("member_id", "day", "purpose"),)

    id: int = serial()
    member_id: int = Field(sa_column=_member())
    day: date
    purpose: Purpose = choice(Purpose)
    question_id: str = Field(sa_column=Column(String(64), nullable=False))
    question_version: int
    asked_at: datetime = instant()
    choice: int | None = None
    correct: bool | None = None
    answered_at: datetime | None = instant(nullable=True)
