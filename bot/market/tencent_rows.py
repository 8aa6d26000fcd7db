"""Reading Tencent's quote rows: `v_<symbol>="a~b~…";` in GB18030, many to an answer.

Field positions come from the project's market facts. Nobody promises this feed, so a row
counts only if everything that is read from it has the expected shape.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from bot.calendar.exchange import load_calendar
from bot.market.problems import FeedProblem, ProblemKind
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
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,10})?")
_TIME = re.compile(r"(\d{4})([-/]?)(\d\d)\2(\d\d) ?(\d\d):?(\d\d):?(\d\d)", re.ASCII)
_MAINLAND = "XSHG"


@dataclass(frozen=True)
class Parsed:
    """The rows that could be read, and why the others could not."""

    quotes: tuple[Quote, ...]
    rejected: tuple[FeedProblem, ...]


class _Unreadable(Exception):
    """One row cannot be used."""

    def __init__(self, kind: ProblemKind, detail: str) -> None:
        super().__init__(kind, detail)
        self.kind, self.detail = kind, detail


def parse_tencent(body: bytes) -> Parsed:
    """Return the quotes in `body`, and a problem for each row or body that is not one."""
    text = body.decode("gb18030", errors="replace").strip()
    if text.startswith("<"):
        return _whole_body(ProblemKind.BLOCKED, "an HTML page")
    if not text.startswith("v_"):
        return _whole_body(ProblemKind.MALFORMED if text else ProblemKind.EMPTY, text[:40])
    quotes, rejected = [], []
    for row in _ROW.finditer(text):
        try:
            quotes.append(_quote(row[1], row[2], is_whole=bool(row[3])))
        except _Unreadable as reason:
            rejected.append(FeedProblem(reason.kind, SOURCE, row[1], reason.detail))
    if not quotes and not rejected:
        return _whole_body(ProblemKind.MALFORMED, text[:40])
    return Parsed(tuple(quotes), tuple(rejected))


def _whole_body(kind: ProblemKind, detail: str) -> Parsed:
    return Parsed((), (FeedProblem(kind, SOURCE, None, detail),))


def _quote(symbol: str, content: str, *, is_whole: bool) -> Quote:
    if symbol == "pv_none_match" or (is_whole and not content) or not is_symbol(symbol):
        raise _Unreadable(ProblemKind.UNKNOWN_SYMBOL, content[:40])
    fields = content.split("~")
    if not is_whole or len(fields) < FEWEST_FIELDS:
        raise _Unreadable(ProblemKind.CUT_ROW, f"{len(fields)} fields")
    _require_own_code(symbol, fields[2])
    calendar = calendar_of(symbol)
    last, previous_close = _number(fields[3]), _number(fields[4])
    _require_prices(last, previous_close)
    is_mainland = calendar == _MAINLAND
    return Quote(
        symbol=symbol,
        name=_name(fields[1]),
        last=last,
        previous_close=previous_close,
        at=_instant(fields[30], calendar),
        source=SOURCE,
        open=_positive(fields[5]),
        high=_positive(fields[33]),
        low=_positive(fields[34]),
        volume=_volume(fields[6], LOT if is_mainland else 1),
        amount=_amount(fields[37], TEN_THOUSAND if is_mainland else 1),
        limit_up=_positive(fields[47]) if is_mainland and len(fields) > 48 else None,
        limit_down=_positive(fields[48]) if is_mainland and len(fields) > 48 else None,
        delay_minutes=DELAY_MINUTES[calendar],
    )


def _require_own_code(symbol: str, code: str) -> None:
    # A broken byte can swallow a separator and shift all fields: the code then disagrees.
    # American codes carry a venue behind a point (AAPL.OQ) or a point in front (.DJI).
    if symbol[2:].upper() not in {code.upper(), *code.upper().split(".")}:
        raise _Unreadable(ProblemKind.MALFORMED, f"code {code[:20]}")


def _require_prices(last: Decimal, previous_close: Decimal) -> None:
    if last == 0 and previous_close > 0:
        raise _Unreadable(ProblemKind.HALTED, f"previous close {previous_close}")
    if last <= 0:
        raise _Unreadable(ProblemKind.ZERO, f"last {last}")
    if previous_close <= 0:
        raise _Unreadable(ProblemKind.NO_PREVIOUS_CLOSE, f"previous close {previous_close}")


def _name(text: str) -> str:
    kept = "".join(char for char in text if not unicodedata.category(char).startswith("C"))
    name = " ".join(kept.split())[:40]
    if not name or "\ufffd" in name:
        raise _Unreadable(ProblemKind.MALFORMED, "name")
    return name


def _number(text: str) -> Decimal:
    if not _NUMBER.fullmatch(text):
        raise _Unreadable(ProblemKind.MALFORMED, f"number {text[:20]}")
    return Decimal(text)


def _positive(text: str) -> Decimal | None:
    """Return the number, or None for the blanks, zeros and -1 that stand for nothing."""
    if not _NUMBER.fullmatch(text):
        return None
    number = Decimal(text)
    return number if number > 0 else None


def _volume(text: str, unit: int) -> int | None:
    number = _positive(text)
    return None if number is None else int(number * unit)


def _amount(text: str, unit: int) -> Decimal | None:
    number = _positive(text)
    return None if number is None else number * unit


def _instant(text: str, calendar: str) -> datetime:
    found = _TIME.fullmatch(text)
    if found is None:
        raise _Unreadable(ProblemKind.MALFORMED, f"time {text[:20]}")
    year, month, day, hour, minute, second = (int(found[n]) for n in (1, 3, 4, 5, 6, 7))
    zone = load_calendar(calendar).zone
    try:
        local = datetime(year, month, day, hour, minute, second, tzinfo=zone)
        return local.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise _Unreadable(ProblemKind.MALFORMED, f"time {text[:20]}") from error
