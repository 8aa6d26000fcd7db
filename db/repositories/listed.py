"""Every query on shares as feeds name them."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from db.models.market import ListedInstrument
from db.upsert import insert_into


def learn(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep what a feed says of shares, in place of what was known."""
    for row in rows:
        kept = {name: value for name, value in row.items() if name != "symbol"}
        insert = insert_into(session, ListedInstrument).values(**row)
        session.execute(insert.on_conflict_do_update(index_elements=["symbol"], set_=kept))


def every(session: Session) -> Sequence[ListedInstrument]:
    """Return all of them."""
    return list(session.execute(select(ListedInstrument)).scalars())


def of(session: Session, symbols: Collection[str]) -> dict[str, ListedInstrument]:
    """Return what is known of `symbols`."""
    query = select(ListedInstrument).where(col(ListedInstrument.symbol).in_(symbols))
    return {row.symbol: row for row in session.execute(query).scalars()}
