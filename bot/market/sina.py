"""Sina's public quote feed as a source: asked in batches, with the Referer that it demands.

Asked about the mainland alone: repeated large questions get an address blocked for a while
(warning in the documentation of a client library), and Yahoo stands in for other markets.
"""

from collections.abc import Sequence

from bot.market.batched import BatchedQuotes
from bot.market.feed_rows import Parsed
from bot.market.sina_rows import SOURCE, key_of_symbol, parse_sina

BATCH = 200  # symbols a request
DEFAULT_BASE = "https://hq.sinajs.cn"
REFERER = "https://finance.sina.com.cn"  # without it: 403


class SinaQuotes(BatchedQuotes):
    """Quotes of mainland symbols."""

    code = SOURCE
    batch = BATCH
    markets = frozenset({"sh", "sz", "bj"})
    headers = {"Referer": REFERER}  # noqa: RUF012 (a constant of the class, typed as a Mapping)

    def _url(self, symbols: Sequence[str]) -> str:
        return f"{self._base_url}/list={','.join(map(key_of_symbol, symbols))}"

    def _parse(self, body: bytes) -> Parsed:
        return parse_sina(body)
