"""Tencent's public quote feed as a source: asked in batches, every failure a problem."""

from collections.abc import Sequence
from datetime import datetime

from bot.market.http import GuardedHttp
from bot.market.http_errors import FetchFailed
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import Point, Quote
from bot.market.source import Snapshot
from bot.market.symbols import MARKET_INDEXES, IndexSet, is_symbol
from bot.market.tencent_rows import SOURCE, parse_tencent

BATCH = 60  # symbols a request
DEFAULT_BASE = "https://qt.gtimg.cn"


class TencentQuotes:
    """Quotes of mainland, Hong Kong and American symbols from `base_url`."""

    code = SOURCE
    indexes: IndexSet = MARKET_INDEXES

    def __init__(self, base_url: str, http: GuardedHttp) -> None:
        self._base_url = base_url.rstrip("/")
        self._http = http

    def serves(self, symbol: str) -> bool:
        """Return whether `symbol` has the shape of a real market's symbol."""
        return is_symbol(symbol)

    async def quotes(self, symbols: Sequence[str], now: datetime) -> Snapshot:
        """Return what the feed says of `symbols`; failures are problems, not exceptions."""
        wanted = [symbol for symbol in dict.fromkeys(symbols) if self.serves(symbol)]
        result = Snapshot()
        for start in range(0, len(wanted), BATCH):
            result = result.joined(await self._batch(wanted[start : start + BATCH], now))
        return result

    async def series(self, symbol: str, now: datetime) -> tuple[Point, ...]:
        """Return nothing: this feed has no history that the product reads."""
        return ()

    async def _batch(self, symbols: Sequence[str], now: datetime) -> Snapshot:
        try:
            fetched = await self._http.get(f"{self._base_url}/q={','.join(symbols)}", now)
        except FetchFailed as error:
            return Snapshot(problems=(FeedProblem(error.kind, SOURCE, None, str(error)),))
        parsed = parse_tencent(fetched.body)
        # Rows nobody asked for are dropped: the answer decides no symbol by itself.
        quotes: dict[str, Quote] = {q.symbol: q for q in parsed.quotes if q.symbol in symbols}
        named = {problem.symbol for problem in parsed.rejected}
        silent = () if None in named else tuple(s for s in symbols if s not in {*quotes, *named})
        unknown = (FeedProblem(ProblemKind.UNKNOWN_SYMBOL, SOURCE, symbol) for symbol in silent)
        rejected = (p for p in parsed.rejected if p.symbol in (None, *symbols))
        return Snapshot(quotes, (*rejected, *unknown))
