"""Keeps what news feeds said last in the database, so that a restart asks only for news."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session

from bot.market.feed_memory import FeedState
from bot.market.headlines import Headline, is_web_link
from bot.market.http import Validators
from bot.market.news_trust import host_of
from db.models.feed_state import FeedStateRow
from db.repositories import feed_states
from db.session import Database


class StoredFeedMemory:
    """A FeedMemory in `db`; see `bot/market/feed_memory.py`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def recall(self, urls: Sequence[str]) -> Mapping[str, FeedState]:
        """Return what is known of `urls`."""
        return await self._db.read(states_of, urls)

    async def keep(self, states: Sequence[FeedState]) -> None:
        """Keep the states in place of those before."""
        await self._db.run(keep_states, states)


def states_of(session: Session, urls: Sequence[str]) -> dict[str, FeedState]:
    """Return the states of the feeds that something is known of, by address."""
    hashes = {_hash(url): url for url in urls}
    rows = feed_states.of(session, hashes)
    return {hashes[key]: _state(hashes[key], row) for key, row in rows.items()}


def keep_states(session: Session, states: Sequence[FeedState]) -> None:
    """Remember the states; the address itself is not kept, for it may carry a key."""
    for state in sorted(states, key=lambda s: _hash(s.url)):
        feed_states.put(
            session,
            {
                "url_hash": _hash(state.url),
                "host": host_of(state.url)[:255],
                "etag": state.validators.etag,
                "last_modified": state.validators.last_modified,
                "fetched_at": state.fetched_at,
                "failures": state.failures,
                "unchanged": state.unchanged,
                "problem": state.problem,
                "headlines": [_record(headline) for headline in state.headlines],
            },
        )


def _hash(url: str) -> str:
    return hashlib.sha256(url.encode(errors="surrogatepass")).hexdigest()


def _state(url: str, row: FeedStateRow) -> FeedState:
    return FeedState(
        url=url,
        validators=Validators(row.etag, row.last_modified),
        fetched_at=row.fetched_at,
        failures=row.failures,
        unchanged=row.unchanged,
        headlines=tuple(filter(None, map(_headline, row.headlines))),
        problem=row.problem,
    )


def _record(headline: Headline) -> dict[str, Any]:
    return {
        "title": headline.title,
        "link": headline.link,
        "published": headline.published.isoformat() if headline.published else None,
        "source": headline.source,
    }


def _headline(record: Any) -> Headline | None:
    """Return a headline as it was kept; None for what an older version kept otherwise."""
    try:
        published = record["published"]
        found = Headline(
            str(record["title"]),
            str(record["link"]),
            datetime.fromisoformat(published).astimezone(UTC) if published else None,
            str(record["source"]),
        )
    except (KeyError, TypeError, ValueError):
        return None
    return found if is_web_link(found.link) else None
