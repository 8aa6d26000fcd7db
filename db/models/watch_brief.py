"""Who wants the morning brief of their own watch list."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, ForeignKey
from sqlmodel import Field, SQLModel

from db.models.base import instant


class WatchBrief(SQLModel, table=True):
    """A member who asked for it; taking the wish back deletes the row."""

    __tablename__ = "watch_brief"

    member_id: int = Field(
        sa_column=Column(BigInteger, ForeignKey("member.id"), primary_key=True, autoincrement=False)
    )
    asked_at: datetime = instant()
