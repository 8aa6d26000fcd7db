"""Tencent's public quote feed as a source: asked in batches, every failure a problem."""

from collections.abc import Sequence

from bot.market.batched import BatchedQuotes
from bot.market.feed_rows import Parsed
from bot.market.tencent_rows import SOURCE, parse_tencent

BATCH = 60  # symbols a request
DEFAULT_BASE = "https://qt.gtimg.cn"


class TencentQuotes(BatchedQuotes):
    """Quotes of mainland, Hong Kong and American symbols."""

    code = SOURCE
    batch = BATCH
    markets = frozenset({"sh", "sz", "bj", "hk", "us"})

    def _url(self, symbols: Sequence[str]) -> str:
        return f"{self._base_url}/q={','.join(symbols)}"

    def _parse(self, body: bytes) -> Parsed:
        return parse_tencent(body)
