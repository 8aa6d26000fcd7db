"""What can be traded in a contest: an instrument, its board, its market.

Boards follow from the exchange-qualified symbol (`sh688001` is STAR); everything dated hangs
on the board. Source of the prefixes: the exchanges' code plans, as in `docs/contest-engine.md`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Market(StrEnum):
    """Where a contest is played: one market, one currency, one calendar."""

    MAINLAND = "mainland"
    HONG_KONG = "hong-kong"
    UNITED_STATES = "united-states"

    @property
    def currency(self) -> str:
        """Return the ISO code of the money in which accounts are kept."""
        return {"mainland": "CNY", "hong-kong": "HKD", "united-states": "USD"}[self.value]

    @property
    def calendar(self) -> str:
        """Return the code of the calendar by whose days it trades."""
        return {"mainland": "XSHG", "hong-kong": "XHKG", "united-states": "XNYS"}[self.value]


class Board(StrEnum):
    """A listing board: limits, lots, ticks and sessions are tables by board."""

    SSE_MAIN = "sse-main"
    SZSE_MAIN = "szse-main"
    STAR = "star"
    CHINEXT = "chinext"
    BSE = "bse"
    HONG_KONG = "hong-kong"
    UNITED_STATES = "united-states"

    @property
    def market(self) -> Market:
        """Return the market to which the board belongs."""
        if self is Board.HONG_KONG:
            return Market.HONG_KONG
        return Market.UNITED_STATES if self is Board.UNITED_STATES else Market.MAINLAND


class Standing(StrEnum):
    """What a listing is marked as; it decides the price limit (`price_limits.py`)."""

    NORMAL = "normal"
    SPECIAL_TREATMENT = "st"
    UNREFORMED = "unreformed"
    DELISTING = "delisting"


@dataclass(frozen=True, slots=True)
class Instrument:
    """One listed share.

    `lot`: the board lot where it is set per share (Hong Kong), else 1. `listed_on`: the first
    trading day, None if long ago or unknown.
    """

    symbol: str
    name: str
    board: Board
    standing: Standing = Standing.NORMAL
    lot: int = 1
    listed_on: date | None = None
