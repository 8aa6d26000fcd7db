"""The picture of `/archive`: one bar per group, how much of the time is archived."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.charts.canvas import INNER, MARGIN, WIDTH, Canvas
from bot.charts.colours import ACCENT, INK, MUTED, NOTICE, PAPER, TRACK
from bot.charts.frame import draw_foot, draw_head, framed

MOST_ROWS = 10
ROW = 136
BAR = 22
WHOLE = Decimal(100)


@dataclass(frozen=True)
class CoverageRow:
    """One group: its name, the percent of the time that is archived, and why not all of it."""

    name: str
    percent: Decimal
    note: str = ""


@dataclass(frozen=True)
class CoverageCard:
    """All the words and figures of the picture; every word comes from the catalogue."""

    title: str
    rows: tuple[CoverageRow, ...]
    foot: tuple[str, ...]
    kicker: str = ""


def draw_coverage_card(card: CoverageCard) -> bytes:
    """Return the card as PNG, 1080 pixels wide and as high as its rows need."""
    frame = framed(card.title, card.kicker, "", card.foot)
    rows = card.rows[:MOST_ROWS]
    canvas = Canvas(frame.top + ROW * max(len(rows), 1) + frame.below, PAPER)
    draw_head(canvas, frame)
    draw_foot(canvas, frame, _rows(canvas, rows, frame.top))
    return canvas.png()


def _rows(canvas: Canvas, rows: Sequence[CoverageRow], top: float) -> float:
    for row in rows:
        percent = f"{row.percent:.1f}%"
        width = canvas.text(WIDTH - MARGIN, top + 42, percent, 36.0, INK, align="right")
        canvas.text(MARGIN, top + 42, row.name, 34.0, INK, widest=INNER - width - 40)
        whole = row.percent >= WHOLE
        canvas.box(MARGIN, top + 60, INNER, BAR, fill=TRACK, round_by=BAR / 2)
        filled = max(float(row.percent / WHOLE) * INNER, BAR)
        canvas.box(MARGIN, top + 60, filled, BAR, fill=ACCENT if whole else NOTICE, round_by=11)
        if row.note:
            canvas.text(MARGIN, top + 114, row.note, 26.0, MUTED, widest=INNER)
        top += ROW
    return top
