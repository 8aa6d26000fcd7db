"""Reading Sina's quote rows: `var hq_str_<key>="a,b,…";` in GB18030, many to an answer.

Field positions come from the project's market facts; those of American rows are from general
knowledge there (projects disagree), so that `SinaQuotes` does not ask for them.

Before 9:25 a mainland row is reset: last, open, high and low are 0 while the previous close
stands (general knowledge, not verified), which reads here as halted.
"""

import re

from bot.calendar.exchange import load_calendar
from bot.market.feed_rows import (
    Parsed,
    Unreadable,
    clean_name,
    instant,
    number,
    positive,
    require_prices,
    whole,
    whole_body,
)
from bot.market.problems import ProblemKind
from bot.market.quote import Quote
from bot.market.symbols import calendar_of, is_symbol

SOURCE = "sina"
# Fewest fields, up to the row's own time; a row cut before would have none.
FEWEST_MAINLAND, FEWEST_HONG_KONG, FEWEST_AMERICAN = 32, 19, 27
# General knowledge: 01 to 07 stand for halts of different lengths.
_HALTED = frozenset({"01", "02", "03", "04", "05", "06", "07"})
_DELAY_MINUTES = 15  # nothing is known of Hong Kong and American rows
_BEIJING = "XSHG"
_ROW = re.compile(r'var hq_str_([A-Za-z0-9_.$]{1,24})="([^"\r\n]*)("?)')
_MAINLAND_KEY = re.compile(r"(?:sh|sz|bj)[0-9]{6}")


def parse_sina(body: bytes) -> Parsed:
    """Return the quotes in `body`, and a problem for each row or body that is not one."""
    text = body.decode("gb18030", errors="replace").strip()
    if text.startswith("<"):
        return whole_body(ProblemKind.BLOCKED, SOURCE, "an HTML page")
    rows = list(_ROW.finditer(text))
    if not text.startswith("var hq_str_") or not rows:
        kind = ProblemKind.MALFORMED if text else ProblemKind.EMPTY
        return whole_body(kind, SOURCE, text[:40])
    quotes, rejected = [], []
    for row in rows:
        symbol = symbol_of_key(row[1])
        try:
            quotes.append(_quote(row[1], symbol, row[2], is_whole=bool(row[3])))
        except Unreadable as reason:
            rejected.append(reason.as_problem(SOURCE, symbol or row[1]))
    return Parsed(tuple(quotes), tuple(rejected))


def key_of_symbol(symbol: str) -> str:
    """Return what Sina calls `symbol`: `rt_hk00700`, `gb_aapl`, `sh600000`."""
    if symbol.startswith("hk"):
        return f"rt_{symbol}"
    return f"gb_{symbol[2:].lower()}" if symbol.startswith("us") else symbol


def symbol_of_key(key: str) -> str | None:
    """Return the symbol behind a row's key, or None if there is none."""
    if key.startswith("gb_"):
        symbol = "us" + key[3:].upper()
    else:
        symbol = key.removeprefix("rt_") if key.startswith("rt_hk") else key
    return symbol if is_symbol(symbol) else None


def _quote(key: str, symbol: str | None, content: str, *, is_whole: bool) -> Quote:
    if symbol is None or (is_whole and not content):
        raise Unreadable(ProblemKind.UNKNOWN_SYMBOL, content[:40])
    fields = content.split(",")
    if not is_whole:
        raise Unreadable(ProblemKind.CUT_ROW, f"{len(fields)} fields")
    if _MAINLAND_KEY.fullmatch(key):
        return _mainland(symbol, fields)
    return _hong_kong(symbol, fields) if symbol.startswith("hk") else _american(symbol, fields)


def _mainland(symbol: str, fields: list[str]) -> Quote:
    _require(fields, FEWEST_MAINLAND)
    if len(fields) > FEWEST_MAINLAND and fields[32] in _HALTED:
        raise Unreadable(ProblemKind.HALTED, f"status {fields[32]}")
    last, previous_close = number(fields[3]), number(fields[2])
    require_prices(last, previous_close)
    return Quote(
        symbol=symbol,
        name=clean_name(fields[0]),
        last=last,
        previous_close=previous_close,
        at=instant(f"{fields[30]} {fields[31]}", load_calendar(calendar_of(symbol)).zone),
        source=SOURCE,
        open=positive(fields[1]),
        high=positive(fields[4]),
        low=positive(fields[5]),
        volume=whole(fields[8]),
        amount=positive(fields[9]),
    )


def _hong_kong(symbol: str, fields: list[str]) -> Quote:
    _require(fields, FEWEST_HONG_KONG)
    last, previous_close = number(fields[6]), number(fields[3])
    require_prices(last, previous_close)
    return Quote(
        symbol=symbol,
        name=clean_name(fields[1]),
        last=last,
        previous_close=previous_close,
        at=instant(f"{fields[17]} {fields[18]}", load_calendar(calendar_of(symbol)).zone),
        source=SOURCE,
        open=positive(fields[2]),
        high=positive(fields[4]),
        low=positive(fields[5]),
        volume=whole(fields[12]),
        amount=positive(fields[11]),
        delay_minutes=_DELAY_MINUTES,
    )


def _american(symbol: str, fields: list[str]) -> Quote:
    _require(fields, FEWEST_AMERICAN)
    last, previous_close = number(fields[1]), number(fields[26])
    require_prices(last, previous_close)
    return Quote(
        symbol=symbol,
        name=clean_name(fields[0]),
        last=last,
        previous_close=previous_close,
        at=instant(fields[3], load_calendar(_BEIJING).zone),  # its clock is Beijing's
        source=SOURCE,
        open=positive(fields[5]),
        high=positive(fields[6]),
        low=positive(fields[7]),
        volume=whole(fields[10]),
        delay_minutes=_DELAY_MINUTES,
    )


def _require(fields: list[str], fewest: int) -> None:
    if len(fields) < fewest:
        raise Unreadable(ProblemKind.CUT_ROW, f"{len(fields)} fields")
