"""What feeds said of shares: kept, so that the directory knows them after a restart."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import Session

from bot.market.listing import Listing
from db.repositories import listed


def learn(session: Session, listings: Iterable[Listing], source: str, now: datetime) -> None:
    """Keep listings as a feed gave them."""
    rows = [
        {
            "symbol": listing.symbol,
            "name": listing.name,
            "lot": listing.lot,
            "listed_on": listing.listed_on,
            "source": source,
            "seen_at": now,
        }
        for listing in listings
    ]
    listed.learn(session, rows)


def learned(session: Session) -> Sequence[Listing]:
    """Return every listing that a feed ever gave."""
    rows = listed.every(session)
    return [Listing(r.symbol, r.name, lot=r.lot, listed_on=r.listed_on) for r in rows]
