"""People: registered at first sight, one row whatever groups they are in."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, String
from sqlmodel import Field, SQLModel

from bot.i18n import Language
from db.models.base import choice, document, instant, telegram_id


class Member(SQLModel, table=True):
    """A person, by Telegram's id; the username is kept in lower case, as Telegram compares it.

    `private_since`: when they first spoke to the bot alone; before that it may not write first.
    """

    __tablename__ = "member"

    id: int = telegram_id(primary_key=True)
    first_name: str = Field(sa_column=Column(String(256), nullable=False))
    last_name: str | None = Field(default=None, sa_column=Column(String(256)))
    username: str | None = Field(default=None, sa_column=Column(String(64), index=True))
    language: Language | None = choice(Language, nullable=True)
    hidden: bool = False
    unreachable_since: datetime | None = instant(nullable=True)
    first_seen_at: datetime = instant()
    private_since: datetime | None = instant(nullable=True)


class Prompt(SQLModel, table=True):
    """What the bot asked somebody in private, whose next plain message is the answer."""

    __tablename__ = "prompt"

    member_id: int = telegram_id(primary_key=True)
    noun: str = Field(sa_column=Column(String(32), nullable=False))
    about: dict[str, Any] = document()
    asked_at: datetime = instant()
