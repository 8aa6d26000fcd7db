"""What moderation decided, how each group is guarded, and who is watched more closely."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.moderation.measures import HandAct, Measure
from db.models.base import choice, document, instant, serial, telegram_id


class ModerationPolicy(SQLModel, table=True):
    """One version of how a group is guarded: insert-only, the highest version counts."""

    __tablename__ = "moderation_policy"
    __table_args__ = (UniqueConstraint("group_id", "version"),)

    id: int = serial()
    group_id: int = Field(sa_column=Column(BigInteger, ForeignKey("group.id"), nullable=False))
    version: int
    terms: dict[str, Any] = document()
    changed_by: int = telegram_id()
    changed_at: datetime = instant()


class ModerationStanding(SQLModel, table=True):
    """How long somebody is in a group, as far as it matters for watching them.

    `joined_at` is empty where no joining was seen; `held` says why their messages are held
    back until an operator has looked at them. `messages` is counted only while they are new.
    """

    __tablename__ = "moderation_standing"

    group_id: int = Field(sa_column=Column(BigInteger, ForeignKey("group.id"), primary_key=True))
    member_id: int = telegram_id(primary_key=True)
    joined_at: datetime | None = instant(nullable=True)
    messages: int = 0
    held: str | None = Field(default=None, sa_column=Column(String(32)))


class ModerationDecision(SQLModel, table=True):
    """One decision about a message or a person, by the rules or (`actor_id`) by an operator.

    `key` names the message and what it broke, so that a replay decides nothing twice.
    `acted` is false where the bot only watches. `excerpt` has private data painted over;
    `score` is the model's, in thousandths. What was undone counts for nothing.
    """

    __tablename__ = "moderation_decision"
    __table_args__ = (Index(None, "member_id", "at"), Index(None, "group_id", "at"))

    id: int = serial()
    key: str = Field(sa_column=Column(String(128), nullable=False, unique=True))
    group_id: int = Field(sa_column=Column(BigInteger, ForeignKey("group.id"), nullable=False))
    chat_id: int = telegram_id()
    member_id: int | None = telegram_id(nullable=True)
    message_id: int | None = telegram_id(nullable=True)
    update_id: int | None = telegram_id(nullable=True)
    edited: bool = False
    measure: Measure = choice(Measure)
    acted: bool = True
    until: datetime | None = instant(nullable=True)
    strikes: int = 0
    severity: str | None = Field(default=None, sa_column=Column(String(16)))
    score: int | None = None
    kinds: list[str] = document()
    rules: list[str] = document()
    findings: list[dict[str, Any]] = document()
    excerpt: str = Field(sa_column=Column(String(512), nullable=False))
    newcomer: bool = False
    pack: str = Field(sa_column=Column(String(64), nullable=False))
    ladder_version: int
    policy_version: int
    actor_id: int | None = telegram_id(nullable=True)
    reason: str | None = Field(default=None, sa_column=Column(String(512)))
    at: datetime = instant()
    undone_by: int | None = telegram_id(nullable=True)
    undone_at: datetime | None = instant(nullable=True)


class ModerationNote(SQLModel, table=True):
    """A short message of the bot's in a group that is to go after `lifetime` seconds."""

    __tablename__ = "moderation_note"

    send_key: str = Field(sa_column=Column(String(160), primary_key=True))
    lifetime: int
    settled: bool = Field(default=False, index=True)
    created_at: datetime = instant()


class PendingMeasure(SQLModel, table=True):
    """A measure by hand that waits for a second operator."""

    __tablename__ = "pending_measure"

    id: int = serial()
    key: str = Field(sa_column=Column(String(128), nullable=False, unique=True))
    act: HandAct = choice(HandAct)
    member_id: int = telegram_id()
    chats: list[int] = document()
    minutes: int | None = None
    reason: str | None = Field(default=None, sa_column=Column(String(512)))
    requested_by: int = telegram_id()
    requested_at: datetime = instant()
    decided_by: int | None = telegram_id(nullable=True)
    decided_at: datetime | None = instant(nullable=True)
    confirmed: bool | None = None
