"""Leases: which process is alive, and which one may send."""

from datetime import datetime

from sqlalchemy import Column, String
from sqlmodel import Field, SQLModel

from db.models.base import instant


class Lease(SQLModel, table=True):
    """A named right held by one process until it expires."""

    __tablename__ = "lease"

    name: str = Field(sa_column=Column(String(96), primary_key=True))
    holder: str = Field(sa_column=Column(String(64), nullable=False))
    expires_at: datetime = instant()
