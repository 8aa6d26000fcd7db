"""Groups that the bot is or was in, their topics, and who is in them."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, ForeignKey, String
from sqlmodel import Field, SQLModel

from bot.i18n import Language
from bot.members.tiers import Binding, GroupState, Presence, Purpose
from db.models.base import choice, instant, serial, telegram_id


class Group(SQLModel, table=True):
    """A group; its chat id changes when Telegram upgrades it, its own id never does."""

    __tablename__ = "group"

    id: int = serial()
    chat_id: int = telegram_id(unique=True)
    title: str = Field(sa_column=Column(String(256), nullable=False))
    binding: Binding | None = choice(Binding, nullable=True)
    language: Language | None = choice(Language, nullable=True)
    state: GroupState = choice(GroupState, default=GroupState.ACTIVE)
    first_seen_at: datetime = instant()


class GroupTopic(SQLModel, table=True):
    """A forum topic bound to a purpose."""

    __tablename__ = "group_topic"

    group_id: int = Field(sa_column=Column(BigInteger, ForeignKey("group.id"), primary_key=True))
    purpose: Purpose = choice(Purpose, primary_key=True)
    thread_id: int = telegram_id()


class Membership(SQLModel, table=True):
    """Whether a member is in a group."""

    __tablename__ = "membership"

    group_id: int = Field(sa_column=Column(BigInteger, ForeignKey("group.id"), primary_key=True))
    member_id: int = Field(
        sa_column=Column(BigInteger, ForeignKey("member.id"), primary_key=True, index=True)
    )
    presence: Presence = choice(Presence, default=Presence.PRESENT)
    since: datetime = instant()
