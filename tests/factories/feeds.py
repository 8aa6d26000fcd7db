"""A feed that says what a test tells it, and nothing else."""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from bot.market.desk import QuoteDesk
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import Point, Quote
from bot.market.source import Snapshot
from bot.market.symbols import NO_INDEXES

YESTERDAY_CLOSE = datetime(2026, 11, 19, 7, 0, 3, tzinfo=UTC)


def make_quote(
    symbol: str = "sh600036", last: str = "36.52", name: str = "招商银行", **fields: Any
) -> Quote:
    """Return a quote of yesterday's close, with yesterday's limits."""
    usual: dict[str, Any] = {
        "previous_close": Decimal("36.40"),
        "at": YESTERDAY_CLOSE,
        "source": "tencent",
        "open": Decimal("36.41"),
        "high": Decimal("36.70"),
        "low": Decimal("36.30"),
        "limit_up": Decimal("40.04"),
        "limit_down": Decimal("32.76"),
    }
    return Quote(symbol=symbol, name=name, last=Decimal(last), **(usual | fields))


class ToldFeed:
    """A source that knows only what was put into it."""

    code = "tencent"
    indexes = NO_INDEXES

    def __init__(self, *quotes: Quote) -> None:
        self.known = {quote.symbol: quote for quote in quotes}
        self.problems: dict[str, ProblemKind] = {}
        self.references: dict[str, Decimal] = {}
        self.asked: list[tuple[str, ...]] = []

    def serves(self, _symbol: str) -> bool:
        return True

    async def quotes(self, symbols: Sequence[str], _now: datetime) -> Snapshot:
        self.asked.append(tuple(symbols))
        found = {symbol: self.known[symbol] for symbol in symbols if symbol in self.known}
        problems = tuple(
            FeedProblem(kind, self.code, symbol, reference=self.references.get(symbol))
            for symbol, kind in self.problems.items()
            if symbol in symbols
        )
        return Snapshot(found, problems)

    async def series(self, _symbol: str, _now: datetime) -> tuple[Point, ...]:
        return ()

    def desk(self) -> QuoteDesk:
        """Return a desk that asks this feed alone."""
        return QuoteDesk((self,))
