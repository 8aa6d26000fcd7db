"""The latest usable quotes, in this process: what `/quote` and portfolios show between polls."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal

from bot.market.quote import Quote

JUST_NOW = timedelta(seconds=60)
"""So long a quote that a feed gave stands for asking it again."""


class QuoteBoard:
    """Keeps the newest quote of each symbol, by the quotes' own time; older ones change nothing.

    Read from several threads: each symbol's quote is replaced as a whole.
    """

    def __init__(self) -> None:
        self._quotes: dict[str, Quote] = {}
        self._told: dict[str, datetime] = {}

    def put(self, quotes: Iterable[Quote], now: datetime | None = None) -> None:
        """Take in usable quotes, which feeds gave `now`."""
        for quote in quotes:
            known = self._quotes.get(quote.symbol)
            if known is None or known.at <= quote.at:
                self._quotes[quote.symbol] = quote
                if now is not None:
                    self._told[quote.symbol] = now

    def doubt(self, symbol: str) -> None:
        """Let a feed be asked again for a symbol for which it had nothing usable just now."""
        self._told.pop(symbol, None)

    def quote(self, symbol: str) -> Quote | None:
        """Return the newest quote of a symbol, with its own time; it may be an old one."""
        return self._quotes.get(symbol)

    def just_told(self, symbol: str, now: datetime) -> Quote | None:
        """Return the quote that a feed gave for a symbol within `JUST_NOW`."""
        told = self._told.get(symbol)
        recent = told is not None and timedelta(0) <= now - told <= JUST_NOW
        return self._quotes.get(symbol) if recent else None

    def prices(self, symbols: Iterable[str]) -> Mapping[str, Decimal]:
        """Return the last price of those of `symbols` that have one."""
        found = ((symbol, self._quotes.get(symbol)) for symbol in symbols)
        return {symbol: quote.last for symbol, quote in found if quote is not None}
