"""The phases of a trading day: when orders enter, when they cannot be cancelled, when they match.

Sources: Shanghai's news release of 2018-08-20 for its closing auction, broker tables for
Shenzhen and Beijing; five broker pages for Hong Kong; general knowledge for the United States.
Random matching times are replaced by the earliest one, so nobody gains by aiming at them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.contest.events import Auction
from bot.contest.instrument import Board, Market
from bot.contest.rulebook.dated import ALWAYS, in_force


class PhaseKind(StrEnum):
    """What a market does at a time of day."""

    CLOSED = "closed"
    OPENING_ENTRY = "opening-entry"
    OPENING_NO_CANCEL = "opening-no-cancel"
    OPENING_MATCHED = "opening-matched"
    CONTINUOUS = "continuous"
    LUNCH = "lunch"
    CLOSING_ENTRY = "closing-entry"
    CLOSING_NO_CANCEL = "closing-no-cancel"
    CLOSING_MATCH = "closing-match"
    AFTER_HOURS = "after-hours"


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase from `starts` until before `ends`, aware UTC instants.

    `cancels`: whether the exchange, or a broker on its behalf, takes a cancel meanwhile.
    """

    kind: PhaseKind
    starts: datetime
    ends: datetime
    cancels: bool


ZONES: Mapping[Market, ZoneInfo] = MappingProxyType(
    {
        Market.MAINLAND: ZoneInfo("Asia/Shanghai"),
        Market.HONG_KONG: ZoneInfo("Asia/Hong_Kong"),
        Market.UNITED_STATES: ZoneInfo("America/New_York"),
    }
)
Row = tuple[PhaseKind, time, time]

# Cancels are refused while a match is being prepared or made. At lunch nothing can trade, so
# a cancel then is the one that a broker would hand on first at 13:00.
_NO_CANCELS = frozenset(
    {
        PhaseKind.OPENING_NO_CANCEL,
        PhaseKind.OPENING_MATCHED,
        PhaseKind.CLOSING_NO_CANCEL,
        PhaseKind.CLOSING_MATCH,
    }
)
_MAINLAND_MORNING: tuple[Row, ...] = (
    (PhaseKind.OPENING_ENTRY, time(9, 15), time(9, 20)),
    (PhaseKind.OPENING_NO_CANCEL, time(9, 20), time(9, 25)),
    (PhaseKind.OPENING_MATCHED, time(9, 25), time(9, 30)),
    (PhaseKind.CONTINUOUS, time(9, 30), time(11, 30)),
    (PhaseKind.LUNCH, time(11, 30), time(13)),
)
_TO_THE_END: tuple[Row, ...] = ((PhaseKind.CONTINUOUS, time(13), time(15)),)
_TO_AN_AUCTION: tuple[Row, ...] = (
    (PhaseKind.CONTINUOUS, time(13), time(14, 57)),
    (PhaseKind.CLOSING_NO_CANCEL, time(14, 57), time(15)),
)
_AFTER_HOURS: tuple[Row, ...] = ((PhaseKind.AFTER_HOURS, time(15, 5), time(15, 30)),)
# Shanghai's main board closed without an auction before 2018-08-20 (the exchange's release).
AFTERNOON: Mapping[Board, tuple[tuple[date, tuple[Row, ...]], ...]] = MappingProxyType(
    {
        Board.SSE_MAIN: ((ALWAYS, _TO_THE_END), (date(2018, 8, 20), _TO_AN_AUCTION)),
        Board.SZSE_MAIN: ((ALWAYS, _TO_AN_AUCTION),),
        Board.STAR: ((ALWAYS, _TO_AN_AUCTION),),
        Board.CHINEXT: ((ALWAYS, _TO_AN_AUCTION),),
        Board.BSE: ((ALWAYS, _TO_AN_AUCTION),),
    }
)
# Fixed-price trading at the day's close: noted, no contest's order takes part in it.
AFTER_HOURS: Mapping[Board, tuple[tuple[date, tuple[Row, ...]], ...]] = MappingProxyType(
    {
        Board.SSE_MAIN: ((ALWAYS, ()), (date(2026, 7, 6), _AFTER_HOURS)),
        Board.SZSE_MAIN: ((ALWAYS, ()), (date(2026, 7, 6), _AFTER_HOURS)),
        Board.STAR: ((ALWAYS, _AFTER_HOURS),),
        Board.CHINEXT: ((ALWAYS, ()), (date(2020, 8, 24), _AFTER_HOURS)),
        Board.BSE: ((ALWAYS, ()), (date(2026, 7, 6), _AFTER_HOURS)),
    }
)
# The lunch hour and the blocking until 9:30 as brokers show them. The no-cancel part of the
# closing auction (16:06 to 16:08) is general knowledge, not verified.
_HONG_KONG_MORNING: tuple[Row, ...] = (
    (PhaseKind.OPENING_ENTRY, time(9), time(9, 15)),
    (PhaseKind.OPENING_NO_CANCEL, time(9, 15), time(9, 20)),
    (PhaseKind.OPENING_MATCHED, time(9, 20), time(9, 30)),
    (PhaseKind.CONTINUOUS, time(9, 30), time(12)),
)
_HONG_KONG_AFTERNOON: tuple[Row, ...] = (
    (PhaseKind.LUNCH, time(12), time(13)),
    (PhaseKind.CONTINUOUS, time(13), time(16)),
)


@lru_cache(maxsize=512)
def phases(board: Board, day: date, early_close: time | None = None) -> tuple[Phase, ...]:
    """Return the phases of trading day `day`, in order; what lies between them is closed.

    `day` is the exchange's own date, `early_close` the exchange-local end of a half day's
    continuous trading; mainland exchanges know no half days, so one there is an error.
    Source: the tables of this file, each with its own; exchange-local times turned into UTC.
    """
    rows = {
        Market.MAINLAND: _mainland,
        Market.HONG_KONG: _hong_kong,
        Market.UNITED_STATES: _united_states,
    }[board.market](board, day, early_close)
    return tuple(
        Phase(kind, _instant(board, day, starts), _instant(board, day, ends), _cancels(kind))
        for kind, starts, ends in rows
    )


def phase_at(board: Board, at: datetime, day: date, early_close: time | None = None) -> PhaseKind:
    """Return the phase of trading day `day` at the aware instant `at`; CLOSED outside of it.

    A phase holds from its first instant until before its last. Source: as for `phases`.
    """
    found = _phase_at(board, at, day, early_close)
    return PhaseKind.CLOSED if found is None else found.kind


def auction_instant(
    board: Board, auction: Auction, day: date, early_close: time | None = None
) -> datetime | None:
    """Return the earliest UTC instant at which an auction may match; None if there is none.

    An order takes part if it was placed before this instant. Hong Kong matches at random from
    9:20 to 9:22 and from 16:08 to 16:10: see `auction_settled` for the other end. Source: as
    for `phases`; the American crosses at both ends of the session are general knowledge.
    """
    return _auction_end(board, auction, day, early_close, settled=False)


def auction_settled(
    board: Board, auction: Auction, day: date, early_close: time | None = None
) -> datetime | None:
    """Return the UTC instant by which an auction has matched for certain; None without one.

    A feed's quote of this instant or later carries the auction's price. Source: as for
    `auction_instant`.
    """
    return _auction_end(board, auction, day, early_close, settled=True)


def cancel_allowed(board: Board, at: datetime, day: date, early_close: time | None = None) -> bool:
    """Return whether an order may be cancelled at `at`; outside the phases it always may.

    Source: Shanghai's release for its closing auction (verified), broker tables for the rest.
    """
    found = _phase_at(board, at, day, early_close)
    return found is None or found.cancels


def next_cancel(
    board: Board, at: datetime, day: date, early_close: time | None = None
) -> datetime | None:
    """Return the first instant from `at` on at which an order of `day` may be cancelled.

    None if that is not to be on this day: after the closing auction there is nothing left.
    An aware instant. Source: as for `cancel_allowed`.
    """
    if cancel_allowed(board, at, day, early_close):
        return at
    later = (
        phase.starts
        for phase in phases(board, day, early_close)
        if phase.starts > at and phase.cancels and phase.kind is not PhaseKind.AFTER_HOURS
    )
    return next(later, None)


def _phase_at(board: Board, at: datetime, day: date, early_close: time | None) -> Phase | None:
    if at.tzinfo is None:
        raise ValueError(at)
    return next((p for p in phases(board, day, early_close) if p.starts <= at < p.ends), None)


def _cancels(kind: PhaseKind) -> bool:
    return kind not in _NO_CANCELS


def _instant(board: Board, day: date, local: time) -> datetime:
    return datetime.combine(day, local, ZONES[board.market]).astimezone(UTC)


def _later(local: time, minutes: int) -> time:
    return (datetime.combine(date.min, local) + timedelta(minutes=minutes)).time()


def _mainland(board: Board, day: date, early_close: time | None) -> tuple[Row, ...]:
    if early_close is not None:
        raise ValueError((board, day, early_close))
    return _MAINLAND_MORNING + in_force(AFTERNOON[board], day) + in_force(AFTER_HOURS[board], day)


def _hong_kong(_board: Board, _day: date, early_close: time | None) -> tuple[Row, ...]:
    ends = early_close or time(16)
    rows = _HONG_KONG_MORNING + _HONG_KONG_AFTERNOON
    trading = tuple((kind, start, min(end, ends)) for kind, start, end in rows if start < ends)
    return (
        *trading,
        (PhaseKind.CLOSING_ENTRY, ends, _later(ends, 6)),
        (PhaseKind.CLOSING_NO_CANCEL, _later(ends, 6), _later(ends, 8)),
        (PhaseKind.CLOSING_MATCH, _later(ends, 8), _later(ends, 10)),
    )


def _united_states(_board: Board, _day: date, early_close: time | None) -> tuple[Row, ...]:
    return ((PhaseKind.CONTINUOUS, time(9, 30), early_close or time(16)),)


@lru_cache(maxsize=512)
def _auction_end(
    board: Board, auction: Auction, day: date, early_close: time | None, *, settled: bool
) -> datetime | None:
    local = _auction_times(board, auction, day, early_close)
    return None if local is None else _instant(board, day, local[1] if settled else local[0])


def _auction_times(
    board: Board, auction: Auction, day: date, early_close: time | None
) -> tuple[time, time] | None:
    """Return the earliest and the latest exchange-local time at which an auction matches."""
    opening = auction is Auction.OPENING
    if board.market is Market.UNITED_STATES:
        cross = time(9, 30) if opening else early_close or time(16)
        return cross, cross
    if board.market is Market.HONG_KONG:
        if opening:
            return time(9, 20), time(9, 22)
        ends = early_close or time(16)
        return _later(ends, 8), _later(ends, 10)
    if opening:
        return time(9, 25), time(9, 25)
    held = any(kind is PhaseKind.CLOSING_NO_CANCEL for kind, *_ in _mainland(board, day, None))
    return (time(15), time(15)) if held else None
