"""Every query on what is remembered of news feeds."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from db.models.feed_state import FeedStateRow
from db.upsert import insert_into


def of(session: Session, hashes: Collection[str]) -> dict[str, FeedStateRow]:
    """Return what is remembered, by the hash of each feed's address."""
    query = select(FeedStateRow).where(col(FeedStateRow.url_hash).in_(hashes))
    return {row.url_hash: row for row in session.execute(query).scalars()}


def put(session: Session, row: Mapping[str, Any]) -> None:
    """Remember a feed's state in place of the one before."""
    kept = {name: value for name, value in row.items() if name != "url_hash"}
    insert = insert_into(session, FeedStateRow).values(**row)
    session.execute(insert.on_conflict_do_update(index_elements=["url_hash"], set_=kept))
