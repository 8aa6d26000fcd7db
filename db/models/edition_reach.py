"""Who let it be seen that an edition reached them, and how."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, String
from sqlmodel import Field, SQLModel

from bot.briefs.reach.kinds import ReachKind
from db.models.base import choice, document, instant, telegram_id


class EditionReach(SQLModel, table=True):
    """One person's sign in one chat, or what the network counted there.

    `what`: the button that was tapped, else empty. `detail`: reactions or votes by name with
    their number. `update_id`: the newest update that it takes in, so none counts twice.
    """

    __tablename__ = "edition_reach"

    edition_id: int = Field(
        sa_column=Column(BigInteger, ForeignKey("brief_edition.id"), primary_key=True)
    )
    chat_id: int = telegram_id(primary_key=True)
    kind: ReachKind = choice(ReachKind, primary_key=True)
    person_id: int = telegram_id(primary_key=True)
    what: str = Field(default="", sa_column=Column(String(64), primary_key=True))
    detail: dict[str, Any] = document()
    count: int = 0
    update_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    at: datetime = instant()
