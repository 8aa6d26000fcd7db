"""Reading Tencent's quote rows: `v_<symbol>="a~b~…";` in GB18030, many to an answer.

Field positions come from the project's market facts. Nobody promises this feed, so a row
counts only if everything that is read from it has the expected shape.
"""

import re
from decimal import Decimal

from bot.calendar.exchange import load_calendar
from bot.market.feed_rows import (
    MAINLAND,
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

SOURCE = "tencent"
FEWEST_FIELDS = 38  # a row cut before the amount would turn into zeros
LOT = 100  # mainland volume comes in lots of 100 shares
TEN_THOUSAND = 10_000  # mainland amount comes in units of 10 000 CNY
# Mainland data come without delay. Hong Kong without the real-time prefix may be 15 minutes
# late; nothing is known of the American rows, so they are taken for as late.
DELAY_MINUTES = {"XSHG": 0, "XHKG": 15, "XNYS": 15}

_ROW = re.compile(r'v_([A-Za-z0-9_.]{1,24})="([^"\r\n]*)("?)')


def parse_tencent(body: bytes) -> Parsed:
    """Return the quotes in `body`, and a problem for each row or body that is not one."""
    text = body.decode("gb18030", errors="replace").strip()
    if text.startswith("<"):
        return whole_body(ProblemKind.BLOCKED, SOURCE, "an HTML page")
    if not text.startswith("v_"):
        kind = ProblemKind.MALFORMED if text else ProblemKind.EMPTY
        return whole_body(kind, SOURCE, text[:40])
    quotes, rejected = [], []
    for row in _ROW.finditer(text):
        try:
            quotes.append(_quote(row[1], row[2], is_whole=bool(row[3])))
        except Unreadable as reason:
            rejected.append(reason.as_problem(SOURCE, row[1]))
    if not quotes and not rejected:
        return whole_body(ProblemKind.MALFORMED, SOURCE, text[:40])
    return Parsed(tuple(quotes), tuple(rejected))


def _quote(symbol: str, content: str, *, is_whole: bool) -> Quote:
    if symbol == "pv_none_match" or (is_whole and not content) or not is_symbol(symbol):
        raise Unreadable(ProblemKind.UNKNOWN_SYMBOL, content[:40])
    fields = content.split("~")
    if not is_whole or len(fields) < FEWEST_FIELDS:
        raise Unreadable(ProblemKind.CUT_ROW, f"{len(fields)} fields")
    _require_own_code(symbol, fields[2])
    calendar = calendar_of(symbol)
    last, previous_close = number(fields[3]), number(fields[4])
    require_prices(last, previous_close)
    is_mainland = calendar == MAINLAND
    return Quote(
        symbol=symbol,
        name=clean_name(fields[1]),
        last=last,
        previous_close=previous_close,
        at=instant(fields[30], load_calendar(calendar).zone),
        source=SOURCE,
        open=positive(fields[5]),
        high=positive(fields[33]),
        low=positive(fields[34]),
        volume=whole(fields[6], LOT if is_mainland else 1),
        amount=_amount(fields[37], TEN_THOUSAND if is_mainland else 1),
        limit_up=positive(fields[47]) if is_mainland and len(fields) > 48 else None,
        limit_down=positive(fields[48]) if is_mainland and len(fields) > 48 else None,
        delay_minutes=DELAY_MINUTES[calendar],
        lot=whole(fields[60]) if calendar == "XHKG" and len(fields) > 60 else None,
    )


def _require_own_code(symbol: str, code: str) -> None:
    # A broken byte can swallow a separator and shift all fields: the code then disagrees.
    # American codes carry a venue behind a point (AAPL.OQ) or a point in front (.DJI).
    if symbol[2:].upper() not in {code.upper(), *code.upper().split(".")}:
        raise Unreadable(ProblemKind.MALFORMED, f"code {code[:20]}")


def _amount(text: str, unit: int) -> Decimal | None:
    value = positive(text)
    return None if value is None else value * unit
