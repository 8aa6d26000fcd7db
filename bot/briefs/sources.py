"""Where an edition's figures came from and when, short enough for a note over the chat."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.briefs.facts import CONTEST_SYMBOL
from bot.briefs.names import BREADTH_SYMBOL, SECTOR_SYMBOL, source_called
from bot.briefs.sections import Market
from bot.i18n import Say
from bot.market.symbols import calendar_of

MARKETS = {"XNYS": Market.OVERSEAS, "XSHG": Market.MAINLAND, "XHKG": Market.HONG_KONG}
MOST_NAMES = 3


def source_lines(snapshot: Mapping[str, Any]) -> tuple[Say, ...]:
    """Return a line for each market of an edition's snapshot, and one for its news."""
    newest: dict[tuple[Market, str], datetime] = {}
    for figure in [*snapshot.get("figures", []), *snapshot.get("picture", [])]:
        market = market_of(figure["symbols"][0])
        if market is None:
            continue
        key = (market, figure["source"])
        at = datetime.fromisoformat(figure["at"])
        newest[key] = max(at, newest.get(key, at))
    lines = [
        Say(
            "brief-sources-line",
            market=Say(f"brief-market-{market.value}"),
            source=source_called(source),
            at=at,
        )
        for (market, source), at in newest.items()
    ]
    names = list(dict.fromkeys(item["source"] for item in snapshot.get("headlines", [])))
    if names:
        lines.append(Say("brief-sources-news", names="、".join(names[:MOST_NAMES])))
    return tuple(lines)


def market_of(symbol: str) -> Market | None:
    """Return the market that a figure's symbol belongs to; counts of our own have none."""
    if symbol.startswith(CONTEST_SYMBOL):
        return None
    if symbol.startswith((BREADTH_SYMBOL, SECTOR_SYMBOL)):
        return Market.MAINLAND
    return MARKETS[calendar_of(symbol)]
