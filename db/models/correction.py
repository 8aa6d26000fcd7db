"""Corrections of editions that were sent: what was proposed, by whom, who said yes."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String, Text
from sqlmodel import Field, SQLModel

from bot.briefs.corrections.states import CorrectionKind, CorrectionState
from db.models.base import choice, document, instant, serial, telegram_id


class Correction(SQLModel, table=True):
    """One correction, from the first press to the last copy.

    `base_version` is what it corrects, `version` what it became. `body`: the lines without
    heading mark and foot. `content`: figures, picture and verdict of the new version. A reply
    to the prompt message is its text or its reason, whichever it waits for. `settled_at`:
    when every copy had been seen to. `key` names the press that opened it.
    """

    __tablename__ = "correction"
    __table_args__ = (Index(None, "prompt_chat_id", "prompt_message_id"), Index(None, "state"))

    id: int = serial()
    edition_id: int = Field(
        sa_column=Column(BigInteger, ForeignKey("brief_edition.id"), nullable=False)
    )
    base_version: int
    version: int | None = None
    kind: CorrectionKind = choice(CorrectionKind)
    state: CorrectionState = choice(CorrectionState)
    body: str = Field(default="", sa_column=Column(Text, nullable=False))
    content: dict[str, Any] = document()
    picture: str | None = Field(default=None, sa_column=Column(String(64)))
    reason: str | None = Field(default=None, sa_column=Column(String(512)))
    author_id: int = telegram_id()
    opened_at: datetime = instant()
    decided_by: int | None = telegram_id(nullable=True)
    decided_at: datetime | None = instant(nullable=True)
    settled_at: datetime | None = instant(nullable=True)
    prompt_chat_id: int | None = telegram_id(nullable=True)
    prompt_message_id: int | None = telegram_id(nullable=True)
    key: str = Field(sa_column=Column(String(96), nullable=False, unique=True))
