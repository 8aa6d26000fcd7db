"""People: registered at first sight, one row whatever groups they are in."""

from datetime import datetime

from sqlalchemy import Column, String
from sqlmodel import Field, SQLModel

from bot.i18n import Language
from db.models.base import choice, instant, telegram_id


class Member(SQLModel, table=True):
    """A person, by Telegram's id; the username is kept in lower case, as Telegram compares it."""

    __tablename__ = "member"

    id: int = telegram_id(primary_key=True)
    first_name: str = Field(sa_column=Column(String(256), nullable=False))
    last_name: str | None = Field(default=None, sa_column=Column(String(256)))
    username: str | None = Field(default=None, sa_column=Column(String(64), index=True))
    language: Language | None = choice(Language, nullable=True)
    hidden: bool = False
    unreachable_since: datetime | None = instant(nullable=True)
    first_seen_at: datetime = instant()
