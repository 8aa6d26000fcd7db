"""Eastmoney's public quote feed as a source: the last choice for the mainland.

It closes the connection on clients that it dislikes, for days at times (reports from April
2025 to June 2026): that is a problem like any other, and the host is left alone for a while.
"""

from collections.abc import Sequence

from bot.market.batched import BatchedQuotes
from bot.market.eastmoney_rows import FIELDS, SOURCE, parse_eastmoney, secid_of_symbol
from bot.market.feed_rows import Parsed

BATCH = 100  # symbols a request; the server cuts longer pages
DEFAULT_BASE = "https://push2.eastmoney.com"


class EastmoneyQuotes(BatchedQuotes):
    """Quotes of mainland symbols."""

    code = SOURCE
    batch = BATCH
    markets = frozenset({"sh", "sz", "bj"})

    def _url(self, symbols: Sequence[str]) -> str:
        secids = ",".join(map(secid_of_symbol, symbols))
        return f"{self._base_url}/api/qt/ulist.np/get?fltt=2&invt=2&fields={FIELDS}&secids={secids}"

    def _parse(self, body: bytes) -> Parsed:
        return parse_eastmoney(body)
