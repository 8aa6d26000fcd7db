"""What a source of quotes has to offer, and what it gives back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.market.problems import FeedProblem
from bot.market.quote import Point, Quote
from bot.market.symbols import IndexSet


@dataclass(frozen=True)
class Snapshot:
    """The quotes that came, by symbol, and a problem for each that did not."""

    quotes: Mapping[str, Quote] = field(default_factory=dict)
    problems: tuple[FeedProblem, ...] = ()

    def missing(self, symbols: Iterable[str]) -> tuple[str, ...]:
        """Return those of `symbols` that have no quote, in their order, once each."""
        return tuple(symbol for symbol in dict.fromkeys(symbols) if symbol not in self.quotes)

    def joined(self, other: "Snapshot") -> "Snapshot":
        """Return both together; where both have a quote, this one's stands."""
        quotes = dict(self.quotes)
        for symbol, quote in other.quotes.items():
            quotes.setdefault(symbol, quote)
        return Snapshot(quotes, self.problems + other.problems)


class QuoteSource(Protocol):
    """Somewhere quotes come from."""

    @property
    def code(self) -> str:
        """Return the name used in settings, quotes and problems."""

    @property
    def indexes(self) -> IndexSet:
        """Return the symbols of the indexes that this source can show in briefs."""

    def serves(self, symbol: str) -> bool:
        """Return whether `symbol` is of a kind that this source may know."""

    async def quotes(self, symbols: Sequence[str], now: datetime) -> Snapshot:
        """Return what is known of `symbols`; failures are problems, not exceptions."""

    async def series(self, symbol: str, now: datetime) -> tuple[Point, ...]:
        """Return the latest session's prices of `symbol` up to `now`; empty if unknown."""
