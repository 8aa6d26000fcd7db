"""Questions: cases, their trace, what the bot offered, and what the expert desk keeps."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, String, Text, text
from sqlmodel import Field, SQLModel

from bot.i18n import Language
from bot.members.tiers import Tier
from bot.questions.states import (
    AcceptedBy,
    BotSaid,
    CloseReason,
    EventKind,
    OfferVerdict,
    QuestionState,
)
from db.models.base import choice, document, instant, serial, telegram_id
from db.types import BigId

IS_OPEN = text("state IN ('bot', 'waiting', 'human')")
NO_TOPIC = 0
"""What stands for the topic where a chat has none: a unique index sees no two equal nulls."""


def _case_id() -> Any:
    return Field(
        sa_column=Column(BigId, ForeignKey("question_case.id"), nullable=False, index=True)
    )


class QuestionCase(SQLModel, table=True):
    """One question of one person in one place; at most one is open for each of them.

    `key` names the message that opened it. `chat_id` is the asker's own id where it is
    private, and follows when a case moves to private; `origin_chat_id` and `message_id` stay
    where it was asked first. `text` is the question as it is now (rephrased, corrected);
    what was private in public is masked in it. `bot_said` is the bot's last word, `round`
    counts its offers, `entry_key` is the entry that it showed or that was taken. `due_at`:
    when the desk must have answered, moved on by clock stops; `promised_at`: what the asker
    was told. `waiting_since`: the start of the clock that runs now. `answered_by`: the person
    whose answer stands. `stale`: its card does not show yet how it stands.
    `knowledge_entry_id`: the draft that its answer became. `version` counts its changes.
    """

    __tablename__ = "question_case"
    __table_args__ = (
        Index(
            "uq_question_case_open",
            "chat_id",
            "thread_id",
            "asker_id",
            unique=True,
            sqlite_where=IS_OPEN,
            postgresql_where=IS_OPEN,
        ),
        Index(None, "state", "due_at"),
        Index(None, "asker_id", "opened_at"),
        Index(None, "assignee_id", "state"),
        Index(None, "card_chat_id", "card_message_id"),
    )

    id: int = serial()
    key: str = Field(sa_column=Column(String(96), nullable=False, unique=True))
    chat_id: int = telegram_id()
    thread_id: int = Field(default=NO_TOPIC, sa_column=Column(BigInteger, nullable=False))
    origin_chat_id: int = telegram_id()
    message_id: int | None = telegram_id(nullable=True)
    asker_id: int = telegram_id()
    state: QuestionState = choice(QuestionState, default=QuestionState.BOT)
    text: str = Field(sa_column=Column(Text, nullable=False))
    topic_tag: str | None = Field(default=None, sa_column=Column(String(64)))
    tier: Tier | None = choice(Tier, nullable=True)
    language: Language = choice(Language)
    is_private: bool = False
    is_advice: bool = False
    is_sensitive: bool = False
    bot_said: BotSaid | None = choice(BotSaid, nullable=True)
    round: int = 0
    entry_key: str | None = Field(default=None, sa_column=Column(String(128)))
    opened_at: datetime = instant()
    waiting_since: datetime | None = instant(nullable=True)
    due_at: datetime | None = instant(nullable=True)
    promised_at: datetime | None = instant(nullable=True)
    clock_stopped_seconds: int = 0
    asked_back_at: datetime | None = instant(nullable=True)
    first_answered_at: datetime | None = instant(nullable=True)
    answered_at: datetime | None = instant(nullable=True)
    answered_by: int | None = telegram_id(nullable=True)
    closed_at: datetime | None = instant(nullable=True)
    close_reason: CloseReason | None = choice(CloseReason, nullable=True)
    assignee_id: int | None = telegram_id(nullable=True)
    claimed_at: datetime | None = instant(nullable=True)
    first_claimed_at: datetime | None = instant(nullable=True)
    card_chat_id: int | None = telegram_id(nullable=True)
    card_message_id: int | None = telegram_id(nullable=True)
    stale: bool = False
    rating: int | None = None
    reopened: int = 0
    reopened_at: datetime | None = instant(nullable=True)
    reminded_half_at: datetime | None = instant(nullable=True)
    reminded_end_at: datetime | None = instant(nullable=True)
    missed_at: datetime | None = instant(nullable=True)
    escalated_at: datetime | None = instant(nullable=True)
    compensated_at: datetime | None = instant(nullable=True)
    knowledge_entry_id: int | None = telegram_id(nullable=True)
    version: int = 1

    @property
    def topic(self) -> int | None:
        """Return the forum topic to speak in, if there is one."""
        return self.thread_id or None


class QuestionEvent(SQLModel, table=True):
    """One line of the trace of a case; lines are only ever added.

    `key` makes a line that may be told twice come once. `chat_id` and `message_id` name the
    message that it came from, or that it sent. `text` is masked where it was public.
    """

    __tablename__ = "question_event"
    __table_args__ = (Index(None, "chat_id", "message_id"), Index(None, "actor_id", "at"))

    id: int = serial()
    case_id: int = _case_id()
    kind: EventKind = choice(EventKind)
    key: str | None = Field(default=None, sa_column=Column(String(128), unique=True))
    actor_id: int | None = telegram_id(nullable=True)
    text: str | None = Field(default=None, sa_column=Column(Text))
    chat_id: int | None = telegram_id(nullable=True)
    message_id: int | None = telegram_id(nullable=True)
    details: dict[str, Any] = document()
    at: datetime = instant()


class QuestionOffer(SQLModel, table=True):
    """An entry that the bot showed for a question, and what the asker's clicks said of it.

    `query` carries no personal data. `rank` counts from 1 within a `round`; `score` is in
    thousandths. Rows with a `verdict` are labelled pairs.
    """

    __tablename__ = "question_offer"
    __table_args__ = (
        Index(None, "case_id", "round", "entry_key", unique=True),
        Index(None, "decided_at"),
    )

    id: int = serial()
    case_id: int = Field(sa_column=Column(BigId, ForeignKey("question_case.id"), nullable=False))
    round: int
    entry_key: str = Field(sa_column=Column(String(128), nullable=False))
    entry_version: int
    rank: int
    score: int
    query: str = Field(sa_column=Column(Text, nullable=False))
    said: BotSaid = choice(BotSaid)
    shown_at: datetime = instant()
    verdict: OfferVerdict | None = choice(OfferVerdict, nullable=True)
    decided_at: datetime | None = instant(nullable=True)


class ExpertProfile(SQLModel, table=True):
    """Which questions an expert takes: topic tags and tiers, all of them where a list is empty."""

    __tablename__ = "expert_profile"

    expert_id: int = telegram_id(primary_key=True)
    tags: list[Any] = document()
    tiers: list[Any] = document()
    active: bool = True
    away_until: datetime | None = instant(nullable=True)
    changed_by: int = telegram_id()
    changed_at: datetime = instant()


class ExpertLicence(SQLModel, table=True):
    """A licence that an expert declared, and until when it is valid; the day itself counts."""

    __tablename__ = "expert_licence"
    __table_args__ = (Index(None, "expert_id", "valid_until"),)

    id: int = serial()
    expert_id: int = telegram_id()
    scope: str = Field(sa_column=Column(String(64), nullable=False))
    number: str = Field(sa_column=Column(String(64), nullable=False))
    valid_from: date
    valid_until: date
    declared_by: int = telegram_id()
    declared_at: datetime = instant()
    confirmed_by: int | None = telegram_id(nullable=True)
    revoked_by: int | None = telegram_id(nullable=True)
    revoked_at: datetime | None = instant(nullable=True)
    warned_at: datetime | None = instant(nullable=True)


class QuestionClockStop(SQLModel, table=True):
    """A span in which no promise's clock runs; `running` is true for one row at most, else null."""

    __tablename__ = "question_clock_stop"

    id: int = serial()
    running: bool | None = Field(
        default=True, sa_column=Column(Boolean, nullable=True, unique=True)
    )
    reason: str = Field(sa_column=Column(String(512), nullable=False))
    started_by: int = telegram_id()
    started_at: datetime = instant()
    ended_by: int | None = telegram_id(nullable=True)
    ended_at: datetime | None = instant(nullable=True)


class QuestionRating(SQLModel, table=True):
    """What an asker gave for an expert's answer: one to five, changeable while the row is new."""

    __tablename__ = "question_rating"
    __table_args__ = (
        Index(None, "case_id", "expert_id", unique=True),
        Index(None, "expert_id", "at"),
    )

    id: int = serial()
    case_id: int = Field(sa_column=Column(BigId, ForeignKey("question_case.id"), nullable=False))
    expert_id: int = telegram_id()
    rater_id: int = telegram_id()
    score: int
    at: datetime = instant()


class QuestionPeerAnswer(SQLModel, table=True):
    """A member's answer to another member's question that was accepted, and what it earned."""

    __tablename__ = "question_peer_answer"
    __table_args__ = (
        Index(None, "case_id", "answerer_id", unique=True),
        Index(None, "answerer_id", "accepted_at"),
        Index(None, "asker_id", "answerer_id"),
    )

    id: int = serial()
    case_id: int = Field(sa_column=Column(BigId, ForeignKey("question_case.id"), nullable=False))
    answerer_id: int = telegram_id()
    asker_id: int = telegram_id()
    chat_id: int = telegram_id()
    message_id: int = telegram_id()
    text: str = Field(sa_column=Column(Text, nullable=False))
    accepted_as: AcceptedBy = choice(AcceptedBy)
    accepted_by: int = telegram_id()
    accepted_at: datetime = instant()
    points: int = 0
