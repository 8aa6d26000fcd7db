"""The picture of an edition as plain JSON, so that a wrong figure on it can be drawn anew."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from bot.briefs.corrections.swaps import Swap
from bot.briefs.figures import FigureField
from bot.charts.index_card import IndexCard, IndexRow
from bot.charts.market_parts import BreadthBar, SectorBar, SectorBars

LABELS = {
    FigureField.ROSE: "rose_label",
    FigureField.UNCHANGED: "level_label",
    FigureField.FELL: "fell_label",
    FigureField.LIMIT_UP: "aside",
    FigureField.LIMIT_DOWN: "aside",
}
COUNTS = {FigureField.ROSE: "rose", FigureField.UNCHANGED: "level", FigureField.FELL: "fell"}


def card_record(card: IndexCard) -> dict[str, Any]:
    """Return a card as plain JSON."""
    return {
        "title": card.title,
        "kicker": card.kicker,
        "badge": card.badge,
        "empty": card.empty,
        "foot": list(card.foot),
        "rows": [_row_record(row) for row in card.rows],
        "breadth": _fields(card.breadth) if card.breadth else None,
        "sectors": _sectors_record(card.sectors) if card.sectors else None,
    }


def card_from(record: Mapping[str, Any]) -> IndexCard:
    """Return what `card_record` wrote down."""
    sectors = record["sectors"]
    return IndexCard(
        title=record["title"],
        kicker=record["kicker"],
        badge=record["badge"],
        empty=record["empty"],
        foot=tuple(record["foot"]),
        rows=tuple(_row_from(row) for row in record["rows"]),
        breadth=BreadthBar(**record["breadth"]) if record["breadth"] else None,
        sectors=_sectors_from(sectors) if sectors else None,
    )


def corrected(card: IndexCard, swaps: Sequence[Swap], names: Mapping[str, str]) -> IndexCard:
    """Return the card with the figures of `swaps` as they should have been."""
    for swap in swaps:
        name = names.get(swap.old["symbols"][0], "")
        rows = tuple(_row(row, swap, name) for row in card.rows)
        breadth = _breadth(card.breadth, swap) if card.breadth else None
        sectors = _sectors(card.sectors, swap) if card.sectors else None
        card = replace(card, rows=rows, breadth=breadth, sectors=sectors)
    return card


def _row(row: IndexRow, swap: Swap, name: str) -> IndexRow:
    kind, old, new = swap.old["field"], Decimal(swap.old["value"]), Decimal(swap.new["value"])
    if name and row.name != name:
        return row
    if kind == FigureField.LAST and row.last == old:
        return replace(row, last=new, series=(*row.series[:-1], new) if row.series else ())
    if kind == FigureField.CHANGE_PERCENT and row.change_percent == old:
        return replace(row, change_percent=new)
    return row


def _breadth(bar: BreadthBar, swap: Swap) -> BreadthBar:
    kind = FigureField(swap.old["field"])
    label = LABELS.get(kind)
    if label is None:
        return bar
    said = getattr(bar, label).replace(swap.old["written"], swap.new["written"], 1)
    changed: dict[str, Any] = {label: said}
    if kind in COUNTS:
        changed[COUNTS[kind]] = int(Decimal(swap.new["value"]))
    return replace(bar, **changed)


def _sectors(bars: SectorBars, swap: Swap) -> SectorBars:
    if swap.old["field"] != FigureField.SECTOR_CHANGE:
        return bars
    old, new = Decimal(swap.old["value"]), Decimal(swap.new["value"])

    def better(column: tuple[SectorBar, ...]) -> tuple[SectorBar, ...]:
        return tuple(
            replace(b, change_percent=new) if b.change_percent == old else b for b in column
        )

    return replace(bars, rising=better(bars.rising), falling=better(bars.falling))


def _row_record(row: IndexRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "last": str(row.last),
        "change_percent": str(row.change_percent),
        "series": [str(price) for price in row.series],
        "reference": None if row.reference is None else str(row.reference),
        "section": row.section,
    }


def _row_from(record: Mapping[str, Any]) -> IndexRow:
    reference = record["reference"]
    return IndexRow(
        name=record["name"],
        last=Decimal(record["last"]),
        change_percent=Decimal(record["change_percent"]),
        series=tuple(Decimal(price) for price in record["series"]),
        reference=None if reference is None else Decimal(reference),
        section=record["section"],
    )


def _sectors_record(bars: SectorBars) -> dict[str, Any]:
    columns = {"rising": bars.rising, "falling": bars.falling}
    return {
        "rising_heading": bars.rising_heading,
        "falling_heading": bars.falling_heading,
        **{side: [[b.name, str(b.change_percent)] for b in bar] for side, bar in columns.items()},
    }


def _sectors_from(record: Mapping[str, Any]) -> SectorBars:
    sides = {
        side: tuple(SectorBar(name, Decimal(value)) for name, value in record[side])
        for side in ("rising", "falling")
    }
    return SectorBars(record["rising_heading"], record["falling_heading"], **sides)


def _fields(bar: BreadthBar) -> dict[str, Any]:
    return {name: getattr(bar, name) for name in bar.__dataclass_fields__}
