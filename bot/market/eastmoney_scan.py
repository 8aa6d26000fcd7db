"""Reading Eastmoney's market lists (`clist/get`): pages of shares, and the industry boards.

The server cuts a page at 100 to 200 rows whatever was asked for, so a page says how many rows
there are in all and the reader trusts nothing but what it got. Field names of shares come
from the project's market facts; those of industry boards (`m:90 t:2`, leader in f128) from
several public clients that agree. All were asked for with `fltt=2`, so percents are percents.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bot.market.eastmoney_rows import SOURCE, symbol_of_row
from bot.market.feed_rows import MAINLAND, Unreadable, clean_name
from bot.market.json_rows import count_of, decimal_of, epoch_of, read_json
from bot.market.overview import SectorMove
from bot.market.problems import ProblemKind

SHARES = "m:0+t:6,m:0+t:80,m:1+t:2,m:1+t:23,m:0+t:81+s:2048"
"""Shenzhen's main board, ChiNext, Shanghai's main board, STAR, Beijing."""
SECTORS = "m:90+t:2"
SHARE_FIELDS = "f2,f12,f13,f14,f18,f124,f297"
SECTOR_FIELDS = "f2,f3,f12,f13,f14,f124,f128"
MOST_SHARES = 20_000
MOST_SECTORS = 500
_SECTOR_CODE = re.compile(r"BK[0-9]{4}")
_SECTOR_MARKET = 90
_MAINLAND_PREFIXES = frozenset({"sh", "sz", "bj"})


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A share in the list; `last` is None where it has no price: halted, or not open yet."""

    symbol: str
    name: str
    last: Decimal | None
    previous_close: Decimal
    day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class SharePage:
    """One page: its rows, those among them that could not be read, and the count of all pages."""

    total: int
    rows: tuple[ShareRow, ...]
    unreadable: tuple[str, ...]

    @property
    def length(self) -> int:
        """Return how many rows the page had."""
        return len(self.rows) + len(self.unreadable)


def address(base: str, which: str, fields: str, page: int, size: int) -> str:
    """Return where a page of a list is, in the order of codes: it does not shift with prices."""
    asked = f"pn={page}&pz={size}&po=0&np=1&fltt=2&invt=2&fid=f12&fs={which}&fields={fields}"
    return f"{base}/api/qt/clist/get?{asked}"


def parse_shares(body: bytes) -> SharePage:
    """Return a page of shares; raise Unreadable where the body is none."""
    total, rows = _list_of(body, MOST_SHARES)
    good, bad = [], []
    for row in rows:
        try:
            good.append(_share(row))
        except Unreadable as reason:
            bad.append(f"{symbol_of_row(row)} {reason.kind.value} {reason.detail}"[:80])
    return SharePage(total, tuple(good), tuple(bad))


def parse_sectors(body: bytes) -> tuple[int, tuple[SectorMove, ...], tuple[str, ...]]:
    """Return how many industry boards there are, those on this page, and why others are not.

    Raise Unreadable where the body is none.
    """
    total, rows = _list_of(body, MOST_SECTORS)
    good: dict[str, SectorMove] = {}
    bad = []
    for row in rows:
        try:
            sector = _sector(row)
        except Unreadable as reason:
            bad.append(f"{reason.kind.value} {reason.detail}"[:80])
            continue
        good.setdefault(sector.code, sector)
    return total, tuple(good.values()), tuple(bad)


def _list_of(body: bytes, most: int) -> tuple[int, list[dict[str, Any]]]:
    document = read_json(body)
    if not isinstance(document, dict) or "data" not in document:
        raise Unreadable(ProblemKind.MALFORMED, "no data")
    data = document["data"]
    if data is None:
        raise Unreadable(ProblemKind.EMPTY, f"rc {str(document.get('rc'))[:10]}")
    rows = data.get("diff") if isinstance(data, dict) else None
    if isinstance(rows, dict):  # some callers get the rows numbered instead of listed
        rows = list(rows.values())
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Unreadable(ProblemKind.MALFORMED, "no rows")
    total = count_of(data.get("total"))
    if total is None or total > most:
        kind = ProblemKind.MALFORMED if total else ProblemKind.EMPTY
        raise Unreadable(kind, f"total {str(data.get('total'))[:20]}")
    return total, rows


def _share(row: dict[str, Any]) -> ShareRow:
    symbol = symbol_of_row(row)
    if symbol is None or symbol[:2] not in _MAINLAND_PREFIXES:
        raise Unreadable(ProblemKind.MALFORMED, "code")
    last = _price(row, "f2")
    previous_close = _price(row, "f18")
    if previous_close is None:
        # Without a close before nothing can have risen; a share that has no price either is
        # one that is not trading yet.
        if last is not None:
            raise Unreadable(ProblemKind.NO_PREVIOUS_CLOSE, f"last {last}")
        previous_close = Decimal(0)
    return ShareRow(
        symbol=symbol,
        name=clean_name(str(row.get("f14", ""))),
        last=last,
        previous_close=previous_close,
        day=_day_of(row.get("f297")),
        at=epoch_of(row.get("f124")),
    )


def _price(row: dict[str, Any], field: str) -> Decimal | None:
    """Return a price above zero, or None for the sign that stands for none."""
    cell = row.get(field)
    if cell == "-":
        return None
    price = decimal_of(cell)
    if price is None:
        raise Unreadable(ProblemKind.MALFORMED, f"price {str(cell)[:20]}")
    if price <= 0:
        raise Unreadable(ProblemKind.ZERO, f"price {price}")
    return price


def _day_of(cell: object) -> date:
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", str(cell), re.ASCII)
    try:
        if found is not None and not isinstance(cell, bool):
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        pass
    raise Unreadable(ProblemKind.MALFORMED, f"trading day {str(cell)[:12]}")


def _sector(row: dict[str, Any]) -> SectorMove:
    code, change = row.get("f12"), decimal_of(row.get("f3"))
    if not isinstance(code, str) or not _SECTOR_CODE.fullmatch(code):
        raise Unreadable(ProblemKind.MALFORMED, f"code {str(code)[:12]}")
    if row.get("f13") != _SECTOR_MARKET:
        raise Unreadable(ProblemKind.MALFORMED, f"{code} market {str(row.get('f13'))[:12]}")
    if change is None:
        raise Unreadable(ProblemKind.CUT_ROW, f"{code} change {str(row.get('f3'))[:12]}")
    sector = SectorMove(
        code=code,
        name=_words(row.get("f14")),
        change_percent=change,
        at=epoch_of(row.get("f124")),
        source=SOURCE,
        leader=_leader(row.get("f128")),
        market=MAINLAND,
    )
    if not sector.plausible:
        raise Unreadable(ProblemKind.OUTSIDE_LIMITS, f"{code} change {change}")
    return sector


def _leader(cell: object) -> str | None:
    try:
        name = _words(cell)
    except Unreadable:
        return None
    return None if name == "-" else name


def _words(cell: object) -> str:
    if not isinstance(cell, str):
        raise Unreadable(ProblemKind.MALFORMED, "name")
    return clean_name(cell)
