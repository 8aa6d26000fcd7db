"""Several sources as one, asked in the configured order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.calendar.exchange import ExchangeCalendar, load_calendar
from bot.errors import BellError
from bot.market.bars import Bars
from bot.market.corporate import CorporateNews
from bot.market.eastmoney import DEFAULT_BASE as EASTMONEY_BASE
from bot.market.eastmoney import EastmoneyQuotes
from bot.market.http import GuardedHttp
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import Point, vet
from bot.market.rehearsal import RehearsalQuotes
from bot.market.sina import DEFAULT_BASE as SINA_BASE
from bot.market.sina import SinaQuotes
from bot.market.source import QuoteSource, Snapshot
from bot.market.symbols import NO_INDEXES, IndexSet
from bot.market.tencent import DEFAULT_BASE as TENCENT_BASE
from bot.market.tencent import TencentQuotes
from bot.market.yahoo import DEFAULT_BASE as YAHOO_BASE
from bot.market.yahoo import YahooQuotes

SOURCES = ("tencent", "sina", "eastmoney", "yahoo", "rehearsal")


@dataclass(frozen=True)
class Bases:
    """Where the real sources live."""

    tencent: str = TENCENT_BASE
    sina: str = SINA_BASE
    eastmoney: str = EASTMONEY_BASE
    yahoo: str = YAHOO_BASE

    @property
    def every(self) -> tuple[str, ...]:
        """Return all of them, for the list of hosts that may be reached."""
        return (self.tencent, self.sina, self.eastmoney, self.yahoo)


class QuoteSourceUnknown(BellError):
    """QUOTES names no source, or one that does not exist; fields: received, allowed."""

    code = "quote-source-unknown"


class QuoteDesk:
    """Asks each source for what those before it could not give.

    Symbols belong to sources: simulated ones are never answered by a real source and real
    ones never by the rehearsal beside a real source, so the order can mix both without a
    simulated price ever standing in for a real one. `indexes` are those of the first source.
    """

    code = "desk"

    def __init__(
        self,
        sources: Sequence[QuoteSource],
        calendar_for: Callable[[str], ExchangeCalendar] = load_calendar,
    ) -> None:
        self.sources = tuple(sources)
        self._calendar_for = calendar_for

    @property
    def indexes(self) -> IndexSet:
        """Return the indexes for briefs: those of the first source, if there is any."""
        return self.sources[0].indexes if self.sources else NO_INDEXES

    def serves(self, symbol: str) -> bool:
        """Return whether any source may know `symbol`."""
        return any(source.serves(symbol) for source in self.sources)

    async def quotes(self, symbols: Sequence[str], now: datetime) -> Snapshot:
        """Return the usable quotes of `symbols`, and every problem met on the way.

        An unusable quote (stale, zero, outside limits, …) is asked of the next source; what
        nobody could give ends in a `missing` problem with source `desk`.
        """
        result = Snapshot()
        for source in self.sources:
            wanted = [symbol for symbol in result.missing(symbols) if source.serves(symbol)]
            if wanted:
                result = result.joined(await self._vetted(source, wanted, now))
        lost = result.missing(symbols)
        missing = tuple(FeedProblem(ProblemKind.MISSING, self.code, symbol) for symbol in lost)
        return Snapshot(result.quotes, result.problems + missing)

    async def corporate_news(self, symbols: Sequence[str], now: datetime) -> CorporateNews:
        """Return what sources with corporate actions say of `symbols`; empty without one."""
        news = CorporateNews()
        for source in self.sources:
            if isinstance(source, YahooQuotes):
                news = news.joined(await source.corporate_news(symbols, now))
        return news

    async def series(self, symbol: str, now: datetime) -> tuple[Point, ...]:
        """Return the first series that a source has for `symbol`; empty if none has."""
        for source in self.sources:
            if source.serves(symbol) and (points := await source.series(symbol, now)):
                return points
        return ()

    async def _vetted(self, source: QuoteSource, symbols: Sequence[str], now: datetime) -> Snapshot:
        answer = await source.quotes(symbols, now)
        good, faults = vet(dict(answer.quotes), now, self._calendar_for)
        return Snapshot(good, answer.problems + faults)


def choose_sources(
    order: str | Sequence[str],
    http: GuardedHttp,
    *,
    bases: Bases = Bases(),
    seed: int = 0,
    calendar_for: Callable[[str], ExchangeCalendar] = load_calendar,
    bars: Bars | None = None,
) -> QuoteDesk:
    """Return the desk for QUOTES, a list or comma-separated, of SOURCES.

    The rehearsal answers the symbols of real shares, with invented prices or with those of
    `bars`, only where it is the one source there is.
    """
    pieces = order.split(",") if isinstance(order, str) else order
    names = list(dict.fromkeys(piece.strip().lower() for piece in pieces if piece.strip()))
    if not names or not set(names) <= set(SOURCES):
        raise QuoteSourceUnknown(received=",".join(names), allowed=SOURCES)
    alone = names == ["rehearsal"]
    makers: dict[str, Callable[[], QuoteSource]] = {
        "tencent": lambda: TencentQuotes(bases.tencent, http),
        "sina": lambda: SinaQuotes(bases.sina, http),
        "eastmoney": lambda: EastmoneyQuotes(bases.eastmoney, http),
        "yahoo": lambda: YahooQuotes(bases.yahoo, http),
        "rehearsal": lambda: RehearsalQuotes(
            seed, calendar_for, with_shares=alone, bars=bars if alone else None
        ),
    }
    return QuoteDesk([makers[name]() for name in names], calendar_for)
