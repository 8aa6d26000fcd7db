"""What operators give the editorial desk: notes, events, and where its previews stand."""

from datetime import date, datetime, time

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String
from sqlmodel import Field, SQLModel

from bot.briefs.slots import Slot
from bot.members.tiers import Tier
from db.models.base import choice, instant, serial, telegram_id


class DeskNote(SQLModel, table=True):
    """A line that an operator puts into a slot's briefs; without a tier, into those of all."""

    __tablename__ = "desk_note"
    __table_args__ = (Index(None, "day", "slot"),)

    id: int = serial()
    day: date
    slot: Slot = choice(Slot)
    tier: Tier | None = choice(Tier, nullable=True)
    text: str = Field(sa_column=Column(String(200), nullable=False))
    author_id: int = telegram_id()
    created_at: datetime = instant()
    withdrawn_by: int | None = telegram_id(nullable=True)
    withdrawn_at: datetime | None = instant(nullable=True)


class DeskEvent(SQLModel, table=True):
    """Something that an operator knows will happen on a day, at a community time or all day."""

    __tablename__ = "desk_event"

    id: int = serial()
    day: date = Field(index=True)
    at: time | None = None
    text: str = Field(sa_column=Column(String(200), nullable=False))
    author_id: int = telegram_id()
    created_at: datetime = instant()
    removed_by: int | None = telegram_id(nullable=True)
    removed_at: datetime | None = instant(nullable=True)


class DeskPreview(SQLModel, table=True):
    """A message that shows an edition to the operators: a reply to it is about that edition.

    `purpose`: whether a reply is its new text, or the reason why it is rejected.
    """

    __tablename__ = "desk_preview"

    chat_id: int = telegram_id(primary_key=True)
    message_id: int = telegram_id(primary_key=True)
    edition_id: int = Field(
        sa_column=Column(BigInteger, ForeignKey("brief_edition.id"), nullable=False)
    )
    version: int
    purpose: str = Field(sa_column=Column(String(16), nullable=False))
    shown_at: datetime = instant()
