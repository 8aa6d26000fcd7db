"""The latest usable quotes, in this process: what `/quote` and portfolios show between polls."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from bot.market.quote import Quote


class QuoteBoard:
    """Keeps the newest quote of each symbol, by the quotes' own time; older ones change nothing.

    Read from several threads: each symbol's quote is replaced as a whole.
    """

    def __init__(self) -> None:
        self._quotes: dict[str, Quote] = {}

    def put(self, quotes: Iterable[Quote]) -> None:
        """Take in usable quotes."""
        for quote in quotes:
            known = self._quotes.get(quote.symbol)
            if known is None or known.at <= quote.at:
                self._quotes[quote.symbol] = quote

    def quote(self, symbol: str) -> Quote | None:
        """Return the newest quote of a symbol, with its own time; it may be an old one."""
        return self._quotes.get(symbol)

    def prices(self, symbols: Iterable[str]) -> Mapping[str, Decimal]:
        """Return the last price of those of `symbols` that have one."""
        found = ((symbol, self._quotes.get(symbol)) for symbol in symbols)
        return {symbol: quote.last for symbol, quote in found if quote is not None}
