"""What every table shares: named constraints and a few column spellings."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Column
from sqlmodel import Field, SQLModel

from db.types import BigId, Json, UTCDateTime, ValueEnum

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def serial() -> Any:
    """Spell a primary key that the database counts up."""
    return Field(default=None, sa_column=Column(BigId, primary_key=True, autoincrement=True))


def telegram_id(*, primary_key: bool = False, unique: bool = False, nullable: bool = False) -> Any:
    """Spell a column for an id that Telegram gives (up to 52 bits, negative for groups)."""
    column: Column[int] = Column(
        BigInteger,
        primary_key=primary_key,
        autoincrement=False,
        unique=unique or None,
        nullable=nullable,
    )
    return Field(default=None if nullable else ..., sa_column=column)


def instant(*, nullable: bool = False, index: bool = False) -> Any:
    """Spell a column for an aware instant."""
    column: Column[datetime] = Column(UTCDateTime, nullable=nullable, index=index or None)
    return Field(default=None if nullable else ..., sa_column=column)


def choice(
    kind: type[StrEnum], *, default: StrEnum | None = None, nullable: bool = False, **column: Any
) -> Any:
    """Spell a column for an enum, stored by value."""
    first = default if default is not None or nullable else ...
    return Field(default=first, sa_column=Column(ValueEnum(kind), nullable=nullable, **column))


def document(*, nullable: bool = False) -> Any:
    """Spell a column for a JSON document."""
    return Field(default=None if nullable else ..., sa_column=Column(Json, nullable=nullable))
