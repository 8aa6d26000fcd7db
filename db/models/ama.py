"""AMAs: weekly series, sessions with an expert, the questions to them and the votes."""

from datetime import datetime, time
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String, Text, Time
from sqlmodel import Field, SQLModel

from bot.ama.states import AmaState, AskedState
from db.models.base import choice, document, instant, serial, telegram_id
from db.types import BigId


class AmaSeries(SQLModel, table=True):
    """An AMA that comes round every week at `at` on `weekday` (Monday is 0), until stopped."""

    __tablename__ = "ama_series"

    id: int = serial()
    title: str = Field(sa_column=Column(String(128), nullable=False))
    expert_id: int = telegram_id()
    tiers: list[Any] = document()
    weekday: int
    at: time = Field(sa_column=Column(Time, nullable=False))
    minutes: int
    author_id: int = telegram_id()
    created_at: datetime = instant()
    stopped_by: int | None = telegram_id(nullable=True)
    stopped_at: datetime | None = instant(nullable=True)


class AmaSession(SQLModel, table=True):
    """One AMA. `key` names the update, or the series and week, that made it.

    `tiers` are the tiers whose groups see it; `reason` says why it was cancelled or stopped;
    `any_day`: somebody wants it on that day even where there is no trading.
    `announced` and `digested` are the instants of the call and of the digest: told once.
    """

    __tablename__ = "ama_session"
    __table_args__ = (Index(None, "state", "starts_at"),)

    id: int = serial()
    key: str = Field(sa_column=Column(String(128), nullable=False, unique=True))
    series_id: int | None = Field(
        default=None, sa_column=Column(BigId, ForeignKey("ama_series.id"), nullable=True)
    )
    title: str = Field(sa_column=Column(String(128), nullable=False))
    expert_id: int = telegram_id()
    tiers: list[Any] = document()
    weekly: bool = False
    any_day: bool = False
    starts_at: datetime = instant()
    ends_at: datetime = instant()
    state: AmaState = choice(AmaState, default=AmaState.DRAFT)
    author_id: int = telegram_id()
    created_at: datetime = instant()
    announced_at: datetime | None = instant(nullable=True)
    opened_at: datetime | None = instant(nullable=True)
    closed_at: datetime | None = instant(nullable=True)
    digested_at: datetime | None = instant(nullable=True)
    ended_by: int | None = telegram_id(nullable=True)
    reason: str | None = Field(default=None, sa_column=Column(String(512)))


class AmaQuestion(SQLModel, table=True):
    """A question to the expert. `key` names the message; `skipped`: the expert put it last.

    `folded` is a digest of the folded text. `on_stage`: it lies before the expert, for the
    `staged`th time.
    """

    __tablename__ = "ama_question"
    __table_args__ = (
        Index(None, "session_id", "state"),
        Index("uq_ama_question_folded", "session_id", "folded", unique=True),
        Index(None, "asker_id"),
    )

    id: int = serial()
    session_id: int = Field(sa_column=Column(BigId, ForeignKey("ama_session.id"), nullable=False))
    key: str = Field(sa_column=Column(String(128), nullable=False, unique=True))
    asker_id: int = telegram_id()
    text: str = Field(sa_column=Column(Text, nullable=False))
    folded: str = Field(sa_column=Column(String(64), nullable=False))
    state: AskedState = choice(AskedState, default=AskedState.PENDING)
    asked_at: datetime = instant()
    decided_by: int | None = telegram_id(nullable=True)
    decided_at: datetime | None = instant(nullable=True)
    reason: str | None = Field(default=None, sa_column=Column(String(512)))
    skipped: bool = False
    staged: int = 0
    on_stage: bool = False
    answer: str | None = Field(default=None, sa_column=Column(Text))
    answered_by: int | None = telegram_id(nullable=True)
    answered_at: datetime | None = instant(nullable=True)
    knowledge_id: int | None = telegram_id(nullable=True)


class AmaVote(SQLModel, table=True):
    """A member's one vote in an AMA; it may be moved to another question or taken back."""

    __tablename__ = "ama_vote"
    __table_args__ = (Index(None, "question_id"),)

    session_id: int = Field(sa_column=Column(BigId, ForeignKey("ama_session.id"), primary_key=True))
    member_id: int = Field(
        sa_column=Column(
            BigInteger, ForeignKey("member.id"), primary_key=True, autoincrement=False, index=True
        )
    )
    question_id: int = Field(sa_column=Column(BigId, ForeignKey("ama_question.id"), nullable=False))
    at: datetime = instant()
