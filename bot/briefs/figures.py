"""Figures: every number that a brief prints, bound to the quote that it came from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any, NoReturn

from bot.i18n import Language, format_number
from bot.market.quote import HUNDREDTH, Quote

UP, DOWN, LEVEL = "▲", "▼", "↔"
HUNDRED_MILLION = Decimal(100_000_000)
BILLION = Decimal(1_000_000_000)


class UnboundNumberError(TypeError):
    """A template tried to print a number other than through a figure: a mistake of ours."""


class FigureField(StrEnum):
    """What a figure says about its symbol."""

    LAST = "last"
    CHANGE_PERCENT = "change-percent"
    HIGH = "high"
    LOW = "low"
    AMPLITUDE = "amplitude"
    GAP = "gap"
    AMOUNT = "amount"
    SPREAD = "spread"
    DELAY = "delay"
    ROSE = "rose"
    FELL = "fell"
    UNCHANGED = "unchanged"
    LIMIT_UP = "limit-up"
    LIMIT_DOWN = "limit-down"
    RISE_FALL_RATIO = "rise-fall-ratio"
    FELL_SHARE = "fell-share"
    SECTOR_CHANGE = "sector-change"
    TURNOVER_CHANGE = "turnover-change"
    PARTICIPANTS = "participants"


@dataclass(frozen=True, slots=True)
class Figure:
    """A value bound to its quotes: several where it compares or adds them up.

    `at` is the time of the oldest of those quotes. It cannot be printed as it is; `Ledger`
    writes it down as it prints it.
    """

    field: FigureField
    value: Decimal
    symbols: tuple[str, ...]
    at: datetime
    source: str
    delay_minutes: int
    simulated: bool

    def __str__(self) -> NoReturn:
        """Refuse: a number without its writing would be lost to the snapshot."""
        raise UnboundNumberError(self.field, self.symbols)

    __html__ = __str__


def bind(kind: FigureField, value: Decimal, *quotes: Quote) -> Figure:
    """Return `value`, which was computed from `quotes` alone, bound to them."""
    return Figure(
        field=kind,
        value=value,
        symbols=tuple(quote.symbol for quote in quotes),
        at=min(quote.at for quote in quotes),
        source=",".join(dict.fromkeys(quote.source for quote in quotes)),
        delay_minutes=max(quote.delay_minutes for quote in quotes),
        simulated=any(quote.simulated for quote in quotes),
    )


@dataclass(slots=True)
class Ledger:
    """Writes figures in the reader's language and keeps a record of each with its writing."""

    language: Language
    written: list[tuple[Figure, str]] = field(default_factory=list)

    def price(self, figure: Figure) -> str:
        """Write a price with its thousands separated and its own decimals."""
        return self._keep(figure, format_number(figure.value, self.language))

    def move(self, figure: Figure) -> str:
        """Write a change in percent with its direction as a sign that needs no colour."""
        return self._keep(figure, f"{arrow(figure.value)}{abs(figure.value):,.2f}%")

    def percent(self, figure: Figure) -> str:
        """Write a share in percent that has no direction."""
        return self._keep(figure, f"{figure.value:,.2f}%")

    def number(self, figure: Figure) -> str:
        """Write a bare number, such as percentage points or minutes."""
        return self._keep(figure, format_number(figure.value, self.language))

    def count(self, figure: Figure) -> str:
        """Write how many of something there are."""
        return self._keep(figure, format_number(int(figure.value), self.language))

    def amount(self, figure: Figure) -> str:
        """Write an amount of money in 亿, or in English in billions, without the unit's name."""
        if self.language is Language.ENGLISH:
            shown = (figure.value / BILLION).quantize(Decimal("0.1"), ROUND_HALF_UP)
        else:
            shown = (figure.value / HUNDRED_MILLION).quantize(Decimal(1), ROUND_HALF_UP)
        return self._keep(figure, format_number(shown, self.language))

    def records(self) -> list[dict[str, Any]]:
        """Return what was written as plain JSON, each once."""
        rows = [{**record_of(figure), "written": text} for figure, text in self.written]
        return [row for n, row in enumerate(rows) if row not in rows[:n]]

    def _keep(self, figure: Figure, text: str) -> str:
        self.written.append((figure, text))
        return text


def arrow(change: Decimal) -> str:
    """Return the sign of a change as it is shown, rounded to hundredths."""
    shown = change.quantize(HUNDREDTH, ROUND_HALF_UP)
    return UP if shown > 0 else DOWN if shown < 0 else LEVEL


def newest(figures: Sequence[Figure]) -> datetime:
    """Return the time of the newest figure."""
    return max(figure.at for figure in figures)


def record_of(figure: Figure) -> dict[str, Any]:
    """Return a figure with its origin as plain JSON."""
    return {
        "symbols": list(figure.symbols),
        "field": figure.field.value,
        "value": str(figure.value),
        "at": figure.at.isoformat(),
        "source": figure.source,
        "delay_minutes": figure.delay_minutes,
        "simulated": figure.simulated,
    }
