"""Daily bars out of a CSV file, to be replayed in rehearsals.

Columns by name: symbol, date, open, high, low, close, volume; more are allowed. Symbols may
be written as `SH600036`, `600036`, `00700` with a market that begins with HK, or `AAPL`
with one that begins with US.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from bot.errors import BellError
from bot.market.symbols import is_symbol
from bot.market.typed_symbols import fold_typed, symbols_typed

COLUMNS = ("symbol", "date", "open", "high", "low", "close", "volume")
MOST_ROWS = 500_000
_PRICE = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,6})?")
_VOLUME = re.compile(r"[0-9]{1,15}(?:\.0+)?")


class BarsMalformed(BellError):
    """A file of bars holds something that is none; fields: file, line, field, received."""

    code = "bars-malformed"


@dataclass(frozen=True, slots=True)
class Bar:
    """One day of one symbol; prices in the currency of its exchange, volume in shares."""

    day: date
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    volume: int


Bars = Mapping[str, tuple[Bar, ...]]


def read_bars(path: Path) -> Bars:
    """Return the bars of the file at `path` by symbol, oldest first; raise BarsMalformed."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return parse_bars(lines, path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise _refused(path.name, 0, "-", type(error).__name__) from error


def parse_bars(lines: Iterable[str], file: str) -> Bars:
    """Return the bars in the CSV `lines` by symbol, oldest first; raise BarsMalformed."""
    found: dict[str, dict[date, Bar]] = {}
    try:
        reader = csv.DictReader(lines, strict=True)
        for column in COLUMNS:
            if column not in (reader.fieldnames or ()):
                raise _refused(file, 1, column, "no such column")
        for row in reader:
            if reader.line_num > MOST_ROWS:
                raise _refused(file, reader.line_num, "-", f"more than {MOST_ROWS} lines")
            line = _Line(file, reader.line_num, row)
            symbol, bar = line.symbol(), line.bar()
            if found.setdefault(symbol, {}).setdefault(bar.day, bar) is not bar:
                raise line.refused("date")
    except csv.Error as error:
        raise _refused(file, reader.line_num, "-", str(error)) from error
    if not found:
        raise _refused(file, 1, "-", "no bars")
    return {s: tuple(bars[day] for day in sorted(bars)) for s, bars in found.items()}


@dataclass(frozen=True)
class _Line:
    file: str
    number: int
    row: Mapping[str, str | None]

    def bar(self) -> Bar:
        prices = {name: self._price(name) for name in ("open", "high", "low", "close")}
        if prices["high"] < max(prices.values()):
            raise self.refused("high")
        if prices["low"] > min(prices.values()):
            raise self.refused("low")
        return Bar(day=self._day(), volume=self._volume(), **prices)

    def symbol(self) -> str:
        text = self._text("symbol")
        market = (self.row.get("market") or "").upper()
        if market.startswith("US"):
            text = text if text.lower().startswith("us") else f"us{text}"
        if market.startswith("HK") and text.isdigit():
            text = f"hk{text}"
        candidates = symbols_typed(fold_typed(text))
        if not candidates or not is_symbol(candidates[0]):
            raise self.refused("symbol")
        return candidates[0]

    def refused(self, field: str) -> BarsMalformed:
        return _refused(self.file, self.number, field, self._text(field))

    def _text(self, field: str) -> str:
        return (self.row.get(field) or "").strip()

    def _price(self, field: str) -> Decimal:
        if not _PRICE.fullmatch(self._text(field)) or Decimal(self._text(field)) <= 0:
            raise self.refused(field)
        return Decimal(self._text(field))

    def _volume(self) -> int:
        if not _VOLUME.fullmatch(self._text("volume")):
            raise self.refused("volume")
        return int(Decimal(self._text("volume")))

    def _day(self) -> date:
        try:
            return date.fromisoformat(self._text("date"))
        except ValueError as error:
            raise self.refused("date") from error


def _refused(file: str, line: int, field: str, received: str) -> BarsMalformed:
    return BarsMalformed(file=file, line=line, field=field, received=received[:80])
