"""What all feeds that answer many symbols at once have in common."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from bot.market.feed_rows import Parsed
from bot.market.http import GuardedHttp
from bot.market.http_errors import FetchFailed
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import Point, Quote
from bot.market.source import Snapshot
from bot.market.symbols import MARKET_INDEXES, IndexSet, is_symbol


class BatchedQuotes(ABC):
    """A source at `base_url` that is asked for at most `batch` symbols a request.

    `markets` are the symbol prefixes it is asked about. A subclass says how to ask and how
    to read; every failure is a problem and no exception.
    """

    code: str
    batch: int
    markets: frozenset[str]
    headers: Mapping[str, str] = MappingProxyType({})

    def __init__(self, base_url: str, http: GuardedHttp) -> None:
        self._base_url = base_url.rstrip("/")
        self._http = http

    @property
    def indexes(self) -> IndexSet:
        """Return the indexes of the markets that it is asked about."""
        return MARKET_INDEXES.only(self.serves)

    def serves(self, symbol: str) -> bool:
        """Return whether `symbol` is a real symbol of one of its markets."""
        return symbol[:2] in self.markets and is_symbol(symbol)

    async def quotes(self, symbols: Sequence[str], now: datetime) -> Snapshot:
        """Return what the feed says of `symbols`; failures are problems, not exceptions."""
        wanted = [symbol for symbol in dict.fromkeys(symbols) if self.serves(symbol)]
        result = Snapshot()
        for start in range(0, len(wanted), self.batch):
            result = result.joined(await self._batch(wanted[start : start + self.batch], now))
        return result

    async def series(self, symbol: str, now: datetime) -> tuple[Point, ...]:
        """Return nothing: this feed has no history that the product reads."""
        return ()

    @abstractmethod
    def _url(self, symbols: Sequence[str]) -> str:
        """Return the address that asks for `symbols`."""

    @abstractmethod
    def _parse(self, body: bytes) -> Parsed:
        """Return the rows in `body`."""

    async def _batch(self, symbols: Sequence[str], now: datetime) -> Snapshot:
        try:
            fetched = await self._http.get(
                self._url(symbols), now, headers=self.headers, refuse_pages=True
            )
        except FetchFailed as error:
            return Snapshot(problems=(FeedProblem(error.kind, self.code, None, str(error)),))
        parsed = self._parse(fetched.body)
        # Rows nobody asked for are dropped: the answer decides no symbol by itself.
        quotes: dict[str, Quote] = {q.symbol: q for q in parsed.quotes if q.symbol in symbols}
        named = {problem.symbol for problem in parsed.rejected}
        silent = () if None in named else tuple(s for s in symbols if s not in {*quotes, *named})
        unknown = (FeedProblem(ProblemKind.UNKNOWN_SYMBOL, self.code, s) for s in silent)
        rejected = (p for p in parsed.rejected if p.symbol in (None, *symbols))
        return Snapshot(quotes, (*rejected, *unknown))
