"""The archive: what was said in bound groups, chained by hash, and what is known of its gaps."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, Index, Integer, String, Text, text
from sqlmodel import Field, SQLModel

from bot.archive.kinds import CheckPart, GapCause, RecordKind
from bot.archive.retention import RecordClass
from db.models.base import choice, document, instant, serial, telegram_id

UNSEALED = text("hash is null")
KEPT = text("erased_at is null")


class ArchiveRecord(SQLModel, table=True):
    """One message as it was received, sent or changed; `hash` is set when it is sealed.

    `scheme` says how the hash was made (`bot/archive/chain.py`). Once its time is over, a
    record loses author, text, details and salt; the rest of it stays for good.
    """

    __tablename__ = "archive_record"
    __table_args__ = (
        Index(
            "ix_archive_record_unsealed",
            "id",
            sqlite_where=UNSEALED,
            postgresql_where=UNSEALED,
        ),
        Index(
            "ix_archive_record_kept",
            "record_class",
            "at",
            sqlite_where=KEPT,
            postgresql_where=KEPT,
        ),
        Index(None, "chat_id", "message_id"),
        Index(None, "author_id", "id"),
    )

    id: int = serial()
    kind: RecordKind = choice(RecordKind)
    record_class: RecordClass = choice(RecordClass)
    chat_id: int = telegram_id()
    message_id: int | None = telegram_id(nullable=True)
    author_id: int | None = telegram_id(nullable=True)
    at: datetime = instant()
    text: str = Field(sa_column=Column(Text, nullable=False))
    details: dict[str, Any] = document()
    position: int | None = Field(default=None, unique=True)
    previous_hash: str | None = Field(default=None, sa_column=Column(String(64)))
    hash: str | None = Field(default=None, sa_column=Column(String(64)))
    scheme: int | None = Field(default=None, sa_column=Column(Integer))
    salt: str | None = Field(default=None, sa_column=Column(String(64)))
    content_hash: str | None = Field(default=None, sa_column=Column(String(64)))
    erased_at: datetime | None = instant(nullable=True)


class ArchivePoll(SQLModel, table=True):
    """Where a poll stands, for its closing comes without a chat."""

    __tablename__ = "archive_poll"

    poll_id: str = Field(sa_column=Column(String(64), primary_key=True))
    chat_id: int = telegram_id()
    message_id: int | None = telegram_id(nullable=True)


class ArchiveMove(SQLModel, table=True):
    """A chat id that a group had before Telegram changed it."""

    __tablename__ = "archive_move"

    old_chat_id: int = telegram_id(primary_key=True)
    group_id: int = Field(sa_column=Column(BigInteger, nullable=False, index=True))
    at: datetime = instant()


class ArchiveGap(SQLModel, table=True):
    """A time of which the archive may lack something; no group means all of them.

    `missing` counts updates whose numbers were never seen. Open while `until` is not known.
    """

    __tablename__ = "archive_gap"

    id: int = serial()
    key: str = Field(sa_column=Column(String(96), nullable=False, unique=True))
    group_id: int | None = Field(default=None, sa_column=Column(BigInteger, index=True))
    cause: GapCause = choice(GapCause)
    since: datetime = instant()
    until: datetime | None = instant(nullable=True)
    missing: int = 0


class ArchiveCheck(SQLModel, table=True):
    """What one verification of the chain found; no problem means that it held."""

    __tablename__ = "archive_check"

    id: int = serial()
    at: datetime = instant()
    part: CheckPart = choice(CheckPart)
    records: int
    first_position: int
    last_position: int
    head: str = Field(sa_column=Column(String(64), nullable=False))
    problem_position: int | None = None
    problem: str | None = Field(default=None, sa_column=Column(String(32)))


class LegalHold(SQLModel, table=True):
    """What may not be erased, whatever its time: a group's, a member's or a period's records.

    Each of the four may be empty: it then narrows nothing. Released by two people.
    """

    __tablename__ = "legal_hold"

    id: int = serial()
    group_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    member_id: int | None = telegram_id(nullable=True)
    from_day: date | None = None
    to_day: date | None = None
    reason: str = Field(sa_column=Column(String(512), nullable=False))
    key: str = Field(sa_column=Column(String(128), nullable=False, unique=True))
    placed_by: int = telegram_id()
    placed_at: datetime = instant()
    release_asked_by: int | None = telegram_id(nullable=True)
    release_asked_at: datetime | None = instant(nullable=True)
    released_by: int | None = telegram_id(nullable=True)
    released_at: datetime | None = instant(nullable=True)
