"""The market of a contest: the fold of its market events, kept between transactions.

What is kept for the whole process was read in transactions that saw committed events only: a
transaction that appended some keeps what it makes of them to itself, and so do those that share
its commit (SQLite commits in groups). So a rollback leaves nothing behind.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine
from sqlmodel import Session

from bot.contest.engine.codec import decode
from bot.contest.engine.market_state import MarketState
from bot.contest.events import MarketEvent
from db.models.contest import Contest
from db.repositories import contest_records

RECENT = 64
"""How many of the latest events are kept beside the market, for accounts to catch up with."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A market event as the log keeps it."""

    seq: int
    day: date
    event: MarketEvent


@dataclass(frozen=True, slots=True)
class Known:
    """A market after `seq` events, the latest of them at `at`; shared, never to be changed."""

    state: MarketState
    seq: int = 0
    at: datetime | None = None
    recent: tuple[Seen, ...] = ()

    def moment(self, now: datetime) -> datetime:
        """Return the time that counts for what somebody does: not before the last event.

        Else a message that arrives late could join an auction whose price is known by now.
        """
        return now if self.at is None else max(now, self.at)


_UNKNOWN = Known(MarketState())
_committed: WeakKeyDictionary[Engine, dict[int, Known]] = WeakKeyDictionary()
_appended: WeakKeyDictionary[Connection, set[int]] = WeakKeyDictionary()
_OWN = "contest-markets"


def market_of(session: Session, contest: Contest) -> MarketState:
    """Return the market after `contest.market_seq` events; it is shared: never change it."""
    return known(session, contest).state


def known(session: Session, contest: Contest) -> Known:
    """Return the market after `contest.market_seq` events, with the latest of them."""
    connection = session.connection()
    private = contest.id in _appended.get(connection, ())
    shared = _committed.setdefault(connection.engine, {})
    kept: dict[int, Known] = session.info.setdefault(_OWN, {}) if private else shared
    had = kept.get(contest.id) or shared.get(contest.id, _UNKNOWN)
    if had.seq == contest.market_seq:
        return had
    found = _advanced(session, contest, had if had.seq < contest.market_seq else _UNKNOWN)
    if found.seq > had.seq:
        kept[contest.id] = found
    return found


def glimpse(session: Session, contest_id: int) -> MarketState | None:
    """Return what is known of a market without asking the database: it may be old, or nothing."""
    kept = _committed.get(session.connection().engine, {}).get(contest_id)
    return kept.state if kept else None


def note_append(session: Session, contest_id: int) -> None:
    """Remember that this transaction appends a market event, before it does."""
    _appended.setdefault(session.connection(), set()).add(contest_id)


def events_after(session: Session, contest: Contest, seq: int) -> Sequence[Seen]:
    """Return the market events after number `seq`, in order."""
    if seq >= contest.market_seq:
        return ()
    recent = known(session, contest).recent
    if recent and recent[0].seq <= seq + 1:
        return recent[seq + 1 - recent[0].seq :]
    rows = contest_records.market_after(session, contest.id, seq, contest.market_seq)
    return [_seen(row) for row in rows]


def with_event(state: MarketState, event: MarketEvent) -> MarketState:
    """Return the market after one more event; `state` stays as it is."""
    copied = _copy(state)
    copied.fold(event)
    return copied


def _advanced(session: Session, contest: Contest, had: Known) -> Known:
    """Fold what is new; from the start, only what the last day has not put out of date."""
    day = None if had.seq else contest.market_day
    rows = contest_records.market_after(session, contest.id, had.seq, contest.market_seq, day)
    new = [_seen(row) for row in rows]
    state = _copy(had.state)
    for seen in new:
        state.fold(seen.event)
    # Neighbours only: without the skipped ones the numbers would not be gapless.
    recent = _gapless((*had.recent, *new))[-RECENT:]
    at = max((seen.event.at for seen in new), default=had.at)
    latest = at if had.at is None or at is None else max(at, had.at)
    return Known(state, contest.market_seq, latest, recent)


def _gapless(events: tuple[Seen, ...]) -> tuple[Seen, ...]:
    """Return the longest end of `events` whose numbers follow each other."""
    first = len(events)
    while first and (first == len(events) or events[first - 1].seq + 1 == events[first].seq):
        first -= 1
    return events[first:]


def _seen(row: Any) -> Seen:
    return Seen(row.seq, row.day, decode(row.body))


def _copy(state: MarketState) -> MarketState:
    return replace(
        state,
        terms=dict(state.terms),
        closes=dict(state.closes),
        frozen=dict(state.frozen),
        auctions=list(state.auctions),
        quoted=dict(state.quoted),
    )
