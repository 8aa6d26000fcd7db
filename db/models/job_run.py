"""Runs of timed jobs: the row that a process must win before it may run one."""

from datetime import datetime

from sqlalchemy import Column, String, Text
from sqlmodel import Field, SQLModel

from db.models.base import instant
from db.types import UTCDateTime


class JobRun(SQLModel, table=True):
    """One run of one job at one scheduled time."""

    __tablename__ = "job_run"

    job: str = Field(sa_column=Column(String(64), primary_key=True))
    scheduled_at: datetime = Field(sa_column=Column(UTCDateTime, primary_key=True))
    holder: str = Field(sa_column=Column(String(64), nullable=False))
    started_at: datetime = instant()
    finished_at: datetime | None = instant(nullable=True)
    error: str | None = Field(default=None, sa_column=Column(Text))
