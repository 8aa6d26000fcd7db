"""Words that members asked for and the glossary does not know."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, ForeignKey
from sqlmodel import Field, SQLModel

from db.models.base import instant

LONGEST_WISH = 20


class TermWish(SQLModel, table=True):
    """A member asked what a word means; asking again changes nothing."""

    __tablename__ = "term_wish"

    word: str = Field(primary_key=True, max_length=LONGEST_WISH)
    member_id: int = Field(
        sa_column=Column(
            BigInteger, ForeignKey("member.id"), primary_key=True, autoincrement=False, index=True
        )
    )
    asked_at: datetime = instant()
