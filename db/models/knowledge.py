"""The knowledge base: entries, every version of them, and files that wait to be imported."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, String, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.knowledge.states import Change, Origin, VersionState
from db.models.base import choice, document, instant, serial, telegram_id
from db.types import BigId


class KnowledgeEntry(SQLModel, table=True):
    """A question with its answer, whatever its versions.

    `served` is the number of the approved version that readers get, `latest` that of the
    newest. `tier` (its rank, 0 for everybody) and `expires_at` are the served version's.
    `edited`: somebody changed what the starter pack brought. `shipped`: the fingerprint of
    what the pack brought last. `told`: the served version whose expiry the operators were told.
    """

    __tablename__ = "knowledge_entry"
    __table_args__ = (
        Index(None, "retired_at", "expires_at"),
        UniqueConstraint("origin", "origin_ref"),
    )

    id: int = serial()
    key: str = Field(sa_column=Column(String(64), nullable=False, unique=True))
    origin: Origin = choice(Origin, default=Origin.PERSON)
    origin_ref: str = Field(sa_column=Column(String(128), nullable=False))
    owner_id: int | None = telegram_id(nullable=True)
    served: int | None = None
    latest: int = 0
    tier: int = 0
    expires_at: datetime | None = instant(nullable=True)
    edited: bool = False
    shipped: str | None = Field(default=None, sa_column=Column(String(64)))
    told: int | None = None
    created_at: datetime = instant()
    retired_at: datetime | None = instant(nullable=True)


class KnowledgeVersion(SQLModel, table=True):
    """One version: what was said, who wrote it, who decided; its content never changes.

    `key` names what made it, so that the same deed makes it only once. `authors` are all who
    wrote on it since the version before was decided; none of them may approve it. `author_id`
    is nobody for what the starter pack brought. `asked`: the card with the buttons is out.
    """

    __tablename__ = "knowledge_version"
    __table_args__ = (UniqueConstraint("entry_id", "number"), Index(None, "state"))

    id: int = serial()
    entry_id: int = Field(sa_column=Column(BigId, ForeignKey("knowledge_entry.id"), nullable=False))
    number: int
    key: str = Field(sa_column=Column(String(160), nullable=False, unique=True))
    change: Change = choice(Change)
    state: VersionState = choice(VersionState)
    content: dict[str, Any] = document()
    author_id: int | None = telegram_id(nullable=True)
    authors: list[Any] = document()
    at: datetime = instant()
    import_id: int | None = Field(
        default=None,
        sa_column=Column(BigId, ForeignKey("knowledge_import.id"), nullable=True, index=True),
    )
    asked: bool = False
    decided_by: int | None = telegram_id(nullable=True)
    decided_at: datetime | None = instant(nullable=True)


class KnowledgeImport(SQLModel, table=True):
    """A file that was read without an error and waits for the word to write it."""

    __tablename__ = "knowledge_import"

    id: int = serial()
    key: str = Field(sa_column=Column(String(96), nullable=False, unique=True))
    author_id: int = telegram_id()
    name: str = Field(sa_column=Column(String(128), nullable=False))
    rows: list[Any] = document()
    at: datetime = instant()
    written_at: datetime | None = instant(nullable=True)
