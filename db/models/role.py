"""Roles given by an owner; owners themselves come from the settings."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, ForeignKey
from sqlmodel import Field, SQLModel

from bot.members.roles import Role
from db.models.base import choice, instant, telegram_id


class RoleGrant(SQLModel, table=True):
    """A role that a member holds."""

    __tablename__ = "role_grant"

    member_id: int = Field(sa_column=Column(BigInteger, ForeignKey("member.id"), primary_key=True))
    role: Role = choice(Role, primary_key=True)
    granted_by: int = telegram_id()
    granted_at: datetime = instant()
