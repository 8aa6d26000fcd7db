"""Reading Eastmoney's list of quotes: JSON, asked for with `fltt=2` so that prices are prices.

Without that setting prices come as whole numbers scaled by a field of their own. Field names
come from the project's market facts. Halted or empty cells hold the text "-"; so do the
price cells before 9:25 (general knowledge, not verified), while the previous close stands.
"""

import re
from decimal import Decimal
from typing import Any

from bot.calendar.exchange import load_calendar
from bot.market.feed_rows import (
    MAINLAND,
    Parsed,
    Unreadable,
    clean_name,
    require_prices,
    whole_body,
)
from bot.market.json_rows import count_of, decimal_of, epoch_of, positive_of, read_json
from bot.market.problems import ProblemKind
from bot.market.quote import Quote
from bot.market.symbols import calendar_of

SOURCE = "eastmoney"
FIELDS = "f2,f5,f6,f12,f13,f14,f15,f16,f17,f18,f124,f297"
LOT = 100  # mainland volume comes in lots of 100 shares
_SHANGHAI, _SHENZHEN_AND_BEIJING, _HONG_KONG = 1, 0, 116
_BEIJING_CODES = re.compile(r"(?:92|43|83|87|899)[0-9]+")


def parse_eastmoney(body: bytes) -> Parsed:
    """Return the quotes in `body`, and a problem for each row or body that is not one.

    `data: null` is the answer where no code is known: no quotes and no problem.
    """
    try:
        rows = _rows(read_json(body))
    except Unreadable as reason:
        return whole_body(reason.kind, SOURCE, reason.detail)
    quotes, rejected = [], []
    for row in rows:
        symbol = symbol_of_row(row)
        try:
            quotes.append(_quote(symbol, row))
        except Unreadable as reason:
            rejected.append(reason.as_problem(SOURCE, symbol))
    return Parsed(tuple(quotes), tuple(rejected))


def secid_of_symbol(symbol: str) -> str:
    """Return what Eastmoney calls a mainland or Hong Kong symbol: `1.600000`, `0.000001`."""
    market = {"sh": _SHANGHAI, "hk": _HONG_KONG}.get(symbol[:2], _SHENZHEN_AND_BEIJING)
    return f"{market}.{symbol[2:]}"


def symbol_of_row(row: object) -> str | None:
    """Return the symbol of a row by its market and code, or None if there is none."""
    code, market = (row.get("f12"), row.get("f13")) if isinstance(row, dict) else (None, None)
    if not isinstance(code, str) or isinstance(market, bool):
        return None
    if market == _HONG_KONG and re.fullmatch("[0-9]{5}", code):
        return f"hk{code}"
    if not re.fullmatch("[0-9]{6}", code):
        return None
    if market == _SHENZHEN_AND_BEIJING:
        return ("bj" if _BEIJING_CODES.fullmatch(code) else "sz") + code
    return f"sh{code}" if market == _SHANGHAI else None


def _rows(document: Any) -> list[Any]:
    if not isinstance(document, dict) or "data" not in document:
        raise Unreadable(ProblemKind.MALFORMED, "no data")
    data = document["data"]
    if data is None:
        return []
    rows = data.get("diff") if isinstance(data, dict) else None
    if isinstance(rows, dict):  # some callers get the rows numbered instead of listed
        rows = list(rows.values())
    if not isinstance(rows, list):
        raise Unreadable(ProblemKind.MALFORMED, "no rows")
    return rows


def _quote(symbol: str | None, row: dict[str, Any]) -> Quote:
    if symbol is None:
        raise Unreadable(ProblemKind.MALFORMED, "code")
    last, previous_close = _prices(row.get("f2"), row.get("f18"))
    at = epoch_of(row.get("f124"))
    calendar = calendar_of(symbol)
    if "f297" in row and str(row["f297"]) != f"{load_calendar(calendar).local_day(at):%Y%m%d}":
        raise Unreadable(ProblemKind.STALE, f"trading day {str(row['f297'])[:12]}")
    return Quote(
        symbol=symbol,
        name=clean_name(str(row.get("f14", ""))),
        last=last,
        previous_close=previous_close,
        at=at,
        source=SOURCE,
        open=positive_of(row.get("f17")),
        high=positive_of(row.get("f15")),
        low=positive_of(row.get("f16")),
        volume=count_of(row.get("f5"), LOT if calendar == MAINLAND else 1),
        amount=positive_of(row.get("f6")),
        delay_minutes=0 if calendar == MAINLAND else 15,
    )


def _prices(last: object, previous_close: object) -> tuple[Decimal, Decimal]:
    if last is None or previous_close is None:
        raise Unreadable(ProblemKind.CUT_ROW, "no price")
    now, before = (
        Decimal(0) if cell == "-" else decimal_of(cell) for cell in (last, previous_close)
    )
    if now is None or before is None:
        raise Unreadable(ProblemKind.MALFORMED, f"price {str(last)[:20]}")
    require_prices(now, before)
    return now, before
