"""What is remembered of each news feed between two fetches."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Integer, String
from sqlmodel import Field, SQLModel

from db.models.base import document, instant


class FeedStateRow(SQLModel, table=True):
    """A feed's last answer, by the hash of its address, for an address may carry a key.

    `fetched_at`: its last answer, changed or not. `failures` in a row since, the last of the
    kind `problem`; `unchanged` answers in a row. `headlines` is a list of JSON objects.
    """

    __tablename__ = "feed_state"

    url_hash: str = Field(sa_column=Column(String(64), primary_key=True))
    host: str = Field(sa_column=Column(String(255), nullable=False))
    etag: str = Field(default="", sa_column=Column(String(200), nullable=False))
    last_modified: str = Field(default="", sa_column=Column(String(200), nullable=False))
    fetched_at: datetime | None = instant(nullable=True)
    failures: int = Field(default=0, sa_column=Column(Integer, nullable=False))
    unchanged: int = Field(default=0, sa_column=Column(Integer, nullable=False))
    problem: str = Field(default="", sa_column=Column(String(32), nullable=False))
    headlines: list[Any] = document()
