"""Reading Yahoo's chart documents: one symbol each, quotes and corporate actions.

Field names come from the project's market facts. Prices are written as binary fractions
(308.6300048828125), so they are rounded to the decimals that the document itself names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from bot.calendar.exchange import load_calendar
from bot.market.corporate import CorporateEvent
from bot.market.feed_rows import LONGEST_NAME, Unreadable, require_prices, tidy
from bot.market.json_rows import count_of, decimal_of, epoch_of, positive_of, read_json
from bot.market.problems import ProblemKind
from bot.market.quote import Quote
from bot.market.symbols import calendar_of
from bot.market.text import clean_line

SOURCE = "yahoo"
DELAY_MINUTES = 15  # Hong Kong may be as late; nothing is known of the others
LARGEST_RATIO = 1_000
_INDEXES = {"hkHSI": "^HSI", "usDJI": "^DJI", "usIXIC": "^IXIC", "usINX": "^GSPC"}
_MOST_DECIMALS = 6
_CENT_DECIMALS = 2


@dataclass(frozen=True)
class _Bar:
    day: date
    open: Decimal | None
    high: Decimal | None
    low: Decimal | None
    close: Decimal | None
    volume: int | None


def ticker_of_symbol(symbol: str) -> str | None:
    """Return what Yahoo calls `symbol` (`0700.HK`, `600519.SS`, `BRK-B`), None for what it lacks.

    It has no Beijing (general knowledge, not verified), and of the indexes only those that
    briefs show are known by name here.
    """
    if symbol in _INDEXES:
        return _INDEXES[symbol]
    market, code = symbol[:2], symbol[2:]
    if market == "us":
        return code.replace(".", "-")
    if market == "hk" and re.fullmatch("[0-9]{5}", code):
        return f"{int(code):04d}.HK"
    suffix = {"sh": "SS", "sz": "SZ"}.get(market)
    return f"{code}.{suffix}" if suffix else None


def parse_chart(body: bytes, symbol: str) -> Quote:
    """Return the quote of `symbol` in the chart document; raise Unreadable otherwise.

    The previous close is that of the last bar before the quote's day, since the document's
    own belongs to the range it was asked for.
    """
    chart = _chart(body, symbol)
    meta = chart["meta"]
    price = _Price(meta)
    at = epoch_of(meta.get("regularMarketTime"))
    day = load_calendar(calendar_of(symbol)).local_day(at)
    bars = list(_bars(chart, price, symbol))
    last = price.of(meta.get("regularMarketPrice"))
    if last is None:
        raise Unreadable(ProblemKind.CUT_ROW, "no price")
    previous_close = _previous_close(meta, bars, day, price)
    require_prices(last, previous_close)
    today = next((bar for bar in reversed(bars) if bar.day == day), None)
    return Quote(
        symbol=symbol,
        name=_name(meta, symbol),
        last=last,
        previous_close=previous_close,
        at=at,
        source=SOURCE,
        open=today.open if today else None,
        high=today.high if today else None,
        low=today.low if today else None,
        volume=today.volume if today else None,
        delay_minutes=DELAY_MINUTES,
    )


def parse_events(body: bytes, symbol: str) -> tuple[CorporateEvent, ...]:
    """Return the dividends and splits in the chart document, oldest first.

    Amounts of long ago are already divided by later splits there: ask for short ranges.
    """
    events = _chart(body, symbol).get("events")
    found = []
    for row in _rows(events, "dividends"):
        if cash := positive_of(row.get("amount")):
            found.append(CorporateEvent(symbol, _day(row, symbol), cash=cash, source=SOURCE))
    for row in _rows(events, "splits"):
        if ratio := _ratio(row):
            found.append(CorporateEvent(symbol, _day(row, symbol), ratio=ratio, source=SOURCE))
    return tuple(sorted(found, key=lambda event: event.ex_day))


def _chart(body: bytes, symbol: str) -> dict[str, Any]:
    document = read_json(body)
    chart = document.get("chart") if isinstance(document, dict) else None
    if not isinstance(chart, dict):
        raise Unreadable(ProblemKind.MALFORMED, "no chart")
    if not chart.get("result"):
        error = chart.get("error")
        code = str(error.get("code", "")) if isinstance(error, dict) else ""
        kind = ProblemKind.UNKNOWN_SYMBOL if code == "Not Found" else ProblemKind.EMPTY
        raise Unreadable(kind, code[:40])
    result = chart["result"]
    first = result[0] if isinstance(result, list) else None
    meta = first.get("meta") if isinstance(first, dict) else None
    if not isinstance(first, dict) or not isinstance(meta, dict):
        raise Unreadable(ProblemKind.MALFORMED, "no meta")
    if meta.get("symbol") != ticker_of_symbol(symbol):
        raise Unreadable(ProblemKind.MALFORMED, f"symbol {str(meta.get('symbol'))[:20]}")
    return first


class _Price:
    """Rounds to the decimals that the document names: no more than a tick has."""

    def __init__(self, meta: dict[str, Any]) -> None:
        hint = meta.get("priceHint")
        if not isinstance(hint, int) or not _CENT_DECIMALS <= hint <= _MOST_DECIMALS:
            hint = _CENT_DECIMALS
        self._unit = Decimal(1).scaleb(-hint)

    def of(self, value: object) -> Decimal | None:
        found = decimal_of(value)
        return None if found is None else tidy(found.quantize(self._unit, ROUND_HALF_UP))


def _bars(chart: dict[str, Any], price: _Price, symbol: str) -> Iterator[_Bar]:
    """Yield the day bars; a hole in an array is a hole in its bar and nothing else."""
    stamps = chart.get("timestamp")
    quotes = _path(chart, "indicators", "quote")
    columns = quotes[0] if isinstance(quotes, list) and quotes else None
    if not isinstance(stamps, list) or not isinstance(columns, dict):
        return
    for position, stamp in enumerate(stamps):
        cells = {name: _cell(columns, name, position) for name in ("open", "high", "low", "close")}
        prices = {name: price.of(cell) for name, cell in cells.items()}
        volume = count_of(_cell(columns, "volume", position))
        yield _Bar(day=_local_day(epoch_of(stamp), symbol), volume=volume, **prices)


def _cell(columns: dict[str, Any], name: str, position: int) -> object:
    column = columns.get(name)
    return column[position] if isinstance(column, list) and position < len(column) else None


def _path(value: Any, *names: str) -> Any:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _previous_close(meta: dict[str, Any], bars: list[_Bar], day: date, price: _Price) -> Decimal:
    earlier = [bar.close for bar in bars if bar.day < day and bar.close]
    if earlier:
        return earlier[-1]
    # With no bar before the quote's own, the range began on its day.
    stated = price.of(meta.get("previousClose")) or price.of(meta.get("chartPreviousClose"))
    return stated or Decimal(0)


def _name(meta: dict[str, Any], symbol: str) -> str:
    for field in ("longName", "shortName"):
        if isinstance(meta.get(field), str) and (name := clean_line(meta[field], LONGEST_NAME)):
            return name
    return symbol[2:]


def _rows(events: object, kind: str) -> list[dict[str, Any]]:
    rows = _path(events, kind)
    return [row for row in rows.values() if isinstance(row, dict)] if isinstance(rows, dict) else []


def _ratio(row: dict[str, Any]) -> Decimal | None:
    new, old = positive_of(row.get("numerator")), positive_of(row.get("denominator"))
    if new is None or old is None or new == old or new / old > LARGEST_RATIO:
        return None
    return tidy(new / old - 1)


def _day(row: dict[str, Any], symbol: str) -> date:
    return _local_day(epoch_of(row.get("date")), symbol)


def _local_day(at: datetime, symbol: str) -> date:
    return load_calendar(calendar_of(symbol)).local_day(at)
