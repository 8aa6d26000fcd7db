"""Yahoo's chart feed as a source: one symbol a request, few at once; corporate actions too.

It refuses plain clients with 429 at times; the host is then left alone for a while, and what
could not be asked is a problem by name. Asked for quotes of Hong Kong and America alone, for
corporate actions of every market but Beijing.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import quote as quoted

from bot.market.corporate import CorporateNews
from bot.market.feed_rows import Unreadable
from bot.market.http import Fetched, GuardedHttp
from bot.market.http_errors import BadStatus, FetchFailed
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import Point
from bot.market.source import Snapshot
from bot.market.symbols import MARKET_INDEXES, IndexSet, is_symbol
from bot.market.yahoo_chart import SOURCE, parse_chart, parse_events, ticker_of_symbol

DEFAULT_BASE = "https://query2.finance.yahoo.com"
MOST_AT_ONCE = 40  # symbols a question: each costs a request
PARALLEL = 4
_QUOTE_RANGE, _ACTION_RANGE = "5d", "1mo"


class YahooQuotes:
    """Quotes of Hong Kong and American symbols from `base_url`, and corporate actions."""

    code = SOURCE
    markets = frozenset({"hk", "us"})

    def __init__(self, base_url: str, http: GuardedHttp) -> None:
        self._base_url = base_url.rstrip("/")
        self._http = http

    @property
    def indexes(self) -> IndexSet:
        """Return the indexes of the markets that it is asked about."""
        return MARKET_INDEXES.only(self.serves)

    def serves(self, symbol: str) -> bool:
        """Return whether `symbol` is a real one of Hong Kong or America that Yahoo may know."""
        return symbol[:2] in self.markets and self.knows_actions_of(symbol)

    def knows_actions_of(self, symbol: str) -> bool:
        """Return whether `symbol` is of a market whose corporate actions Yahoo may tell."""
        return is_symbol(symbol) and ticker_of_symbol(symbol) is not None

    async def quotes(self, symbols: Sequence[str], now: datetime) -> Snapshot:
        """Return what the feed says of `symbols`; failures are problems, not exceptions."""
        wanted = [symbol for symbol in dict.fromkeys(symbols) if self.serves(symbol)]
        gate = asyncio.Semaphore(PARALLEL)
        answers = await asyncio.gather(
            *(self._one(symbol, now, gate) for symbol in wanted[:MOST_AT_ONCE])
        )
        result = Snapshot(problems=_not_asked(wanted[MOST_AT_ONCE:]))
        for answer in answers:
            result = result.joined(answer)
        return result

    async def series(self, symbol: str, now: datetime) -> tuple[Point, ...]:
        """Return nothing: the product draws its own series."""
        return ()

    async def corporate_news(self, symbols: Sequence[str], now: datetime) -> CorporateNews:
        """Return the dividends and splits of `symbols` within the last month."""
        wanted = [symbol for symbol in dict.fromkeys(symbols) if self.knows_actions_of(symbol)]
        gate = asyncio.Semaphore(PARALLEL)
        answers = await asyncio.gather(
            *(self._news_of(symbol, now, gate) for symbol in wanted[:MOST_AT_ONCE])
        )
        result = CorporateNews(problems=_not_asked(wanted[MOST_AT_ONCE:]))
        for answer in answers:
            result = result.joined(answer)
        return result

    async def _one(self, symbol: str, now: datetime, gate: asyncio.Semaphore) -> Snapshot:
        try:
            fetched = await self._chart(symbol, _QUOTE_RANGE, now, gate)
            return Snapshot({symbol: parse_chart(fetched.body, symbol)})
        except (FetchFailed, Unreadable) as error:
            return Snapshot(problems=(_problem(symbol, error),))

    async def _news_of(self, symbol: str, now: datetime, gate: asyncio.Semaphore) -> CorporateNews:
        try:
            fetched = await self._chart(symbol, _ACTION_RANGE, now, gate)
            return CorporateNews(parse_events(fetched.body, symbol))
        except (FetchFailed, Unreadable) as error:
            return CorporateNews(problems=(_problem(symbol, error),))

    async def _chart(
        self, symbol: str, span: str, now: datetime, gate: asyncio.Semaphore
    ) -> Fetched:
        ticker = quoted(ticker_of_symbol(symbol) or "", safe="")
        query = f"range={span}&interval=1d&events=div,splits&includePrePost=false"
        url = f"{self._base_url}/v8/finance/chart/{ticker}?{query}"
        async with gate:
            return await self._http.get(url, now, refuse_pages=True)


def _problem(symbol: str, error: FetchFailed | Unreadable) -> FeedProblem:
    if isinstance(error, Unreadable):
        return FeedProblem(error.kind, SOURCE, symbol, error.detail)
    # A symbol that it does not know is a page that is missing.
    if isinstance(error, BadStatus) and error.fields["status"] == 404:
        return FeedProblem(ProblemKind.UNKNOWN_SYMBOL, SOURCE, symbol, str(error))
    return FeedProblem(error.kind, SOURCE, symbol, str(error))


def _not_asked(symbols: Sequence[str]) -> tuple[FeedProblem, ...]:
    return tuple(FeedProblem(ProblemKind.NOT_ASKED, SOURCE, symbol) for symbol in symbols)
