"""What members asked about their own data: a copy of it, or to be forgotten."""

from datetime import date, datetime

from sqlalchemy import Index, text
from sqlmodel import SQLModel

from bot.privacy.states import ForgetState
from db.models.base import choice, instant, serial, telegram_id

WAITING = text("state = 'waiting'")


class DataRequest(SQLModel, table=True):
    """When a member last asked for a copy of their data, and whether it arrived."""

    __tablename__ = "data_request"

    member_id: int = telegram_id(primary_key=True)
    day: date
    asked_at: datetime = instant()
    sent_at: datetime | None = instant(nullable=True)


class ForgetRequest(SQLModel, table=True):
    """A wish to be forgotten, at most one waiting for each member.

    Once done, what must be kept stands under `pseudonym_id`; this row is the only link, and
    only compliance and owners may look it up.
    """

    __tablename__ = "forget_request"
    __table_args__ = (
        Index(
            "uq_forget_request_waiting",
            "member_id",
            unique=True,
            sqlite_where=WAITING,
            postgresql_where=WAITING,
        ),
    )

    id: int = serial()
    member_id: int = telegram_id()
    pseudonym_id: int | None = telegram_id(nullable=True, unique=True)
    state: ForgetState = choice(ForgetState, default=ForgetState.WAITING)
    asked_at: datetime = instant()
    due_at: datetime = instant()
    ended_at: datetime | None = instant(nullable=True)
