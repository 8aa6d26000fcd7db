"""Brief editions: what was written for a slot and tier, from which quotes, by whom changed."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, String, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.briefs.slots import Decision, EditionState, Origin, Slot
from bot.i18n import Language
from bot.members.tiers import Tier
from db.models.base import choice, document, instant, serial, telegram_id


class BriefEdition(SQLModel, table=True):
    """One edition as it stands now; the unique constraint makes it the only one.

    `version`: the number of the version that `markup` and `snapshot` are of. `author_id`: who
    last changed its wording; nobody for a draft of the machine. `revision` counts every change
    of it, of its wording as of what was decided.
    """

    __tablename__ = "brief_edition"
    __table_args__ = (UniqueConstraint("day", "slot", "tier", "language"),)

    id: int = serial()
    day: date
    slot: Slot = choice(Slot)
    tier: Tier = choice(Tier)
    language: Language = choice(Language)
    state: EditionState = choice(EditionState)
    markup: str = Field(sa_column=Column(Text, nullable=False))
    picture: str | None = Field(default=None, sa_column=Column(String(64)))
    snapshot: dict[str, Any] = document()
    why: str | None = Field(default=None, sa_column=Column(String(512)))
    created_at: datetime = instant()
    version: int = 0
    revision: int = 0
    author_id: int | None = telegram_id(nullable=True)
    decision: Decision | None = choice(Decision, nullable=True)
    decided_by: int | None = telegram_id(nullable=True)
    decided_at: datetime | None = instant(nullable=True)


class EditionVersion(SQLModel, table=True):
    """One of the texts that an edition ever had; never changed, never deleted.

    `snapshot`: the figures, headlines and choices behind `markup`. `verdict`: what the gate
    said of it, as plain JSON.
    """

    __tablename__ = "edition_version"
    __table_args__ = (UniqueConstraint("edition_id", "number"),)

    id: int = serial()
    edition_id: int = Field(
        sa_column=Column(BigInteger, ForeignKey("brief_edition.id"), nullable=False)
    )
    number: int
    origin: Origin = choice(Origin)
    author_id: int | None = telegram_id(nullable=True)
    markup: str = Field(sa_column=Column(Text, nullable=False))
    snapshot: dict[str, Any] = document()
    verdict: dict[str, Any] = document()
    reason: str | None = Field(default=None, sa_column=Column(String(512)))
    created_at: datetime = instant()
