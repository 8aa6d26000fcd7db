"""Feeds that a replay can cut off: nothing comes, and every symbol has its problem."""

from collections.abc import Sequence
from datetime import datetime

from bot.market.overview import Overview, OverviewSource
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import Point
from bot.market.source import QuoteSource, Snapshot
from bot.market.symbols import IndexSet


class Line:
    """The line to the feeds; `down` while nothing comes through."""

    def __init__(self) -> None:
        self.down = False


class CutQuotes:
    """A quote source at the end of a line."""

    def __init__(self, source: QuoteSource, line: Line) -> None:
        self._source, self._line = source, line

    @property
    def code(self) -> str:
        """Return the source's own name."""
        return self._source.code

    @property
    def indexes(self) -> IndexSet:
        """Return the source's own indexes."""
        return self._source.indexes

    def serves(self, symbol: str) -> bool:
        """Return whether the source may know `symbol`."""
        return self._source.serves(symbol)

    async def quotes(self, symbols: Sequence[str], now: datetime) -> Snapshot:
        """Return what the source says, or that it timed out."""
        if not self._line.down:
            return await self._source.quotes(symbols, now)
        kind = ProblemKind.TIMED_OUT
        return Snapshot(problems=tuple(FeedProblem(kind, self.code, one) for one in symbols))

    async def series(self, symbol: str, now: datetime) -> tuple[Point, ...]:
        """Return the source's series, or nothing."""
        return () if self._line.down else await self._source.series(symbol, now)


class CutOverview:
    """An overview at the end of a line."""

    def __init__(self, source: OverviewSource, line: Line) -> None:
        self._source, self._line = source, line

    async def overview(self, now: datetime) -> Overview:
        """Return what the source says, or nothing."""
        return Overview() if self._line.down else await self._source.overview(now)
