"""Brief editions: what was written for a slot and tier, from which quotes."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, String, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.briefs.slots import EditionState, Slot
from bot.i18n import Language
from bot.members.tiers import Tier
from db.models.base import choice, document, instant, serial


class BriefEdition(SQLModel, table=True):
    """One edition; the unique constraint makes it the only one."""

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
