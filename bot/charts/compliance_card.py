"""The picture of the monthly compliance report: the queue at a glance, coverage, precision."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.charts.canvas import INNER, MARGIN, WIDTH, Canvas
from bot.charts.colours import ACCENT, HAIRLINE, INK, MUTED, NOTICE, PAPER, TRACK
from bot.charts.frame import draw_foot, draw_head, framed
from bot.charts.statistics_row import Statistic, draw_statistics

ROW, HEADING, STATISTICS, BAR = 84, 72, 158, 14
MOST_ROWS = 6
WHOLE = Decimal(100)
GOOD = Decimal(95)
"""A bar below this stands out."""


@dataclass(frozen=True)
class Share:
    """One bar: what it is of, its percent (nothing where there was nothing), of how many."""

    name: str
    percent: Decimal | None
    note: str = ""


@dataclass(frozen=True)
class Shares:
    """A block of bars under its heading; `empty` stands where there is none."""

    heading: str
    rows: tuple[Share, ...]
    empty: str = ""

    @property
    def shown(self) -> tuple[Share, ...]:
        """Return as many as there is room for."""
        return self.rows[:MOST_ROWS]

    @property
    def height(self) -> int:
        """Return the pixels that it needs."""
        return HEADING + ROW * max(len(self.shown), 1)


@dataclass(frozen=True)
class ComplianceCard:
    """All the words and figures of the picture; every word comes from the catalogue."""

    title: str
    kicker: str
    statistics: tuple[tuple[Statistic, ...], ...]
    blocks: tuple[Shares, ...]
    foot: tuple[str, ...]
    badge: str = ""


def draw_compliance_card(card: ComplianceCard) -> bytes:
    """Return the card as PNG, 1080 pixels wide and as high as it needs."""
    frame = framed(card.title, card.kicker, card.badge, card.foot)
    blocks = sum(block.height for block in card.blocks)
    height = frame.top + STATISTICS * len(card.statistics) + blocks + frame.below
    canvas = Canvas(int(height), PAPER)
    draw_head(canvas, frame)
    top = float(frame.top)
    for row in card.statistics:
        draw_statistics(canvas, row, top + 10)
        top += STATISTICS
    for block in card.blocks:
        top = _block(canvas, block, top)
    draw_foot(canvas, frame, top)
    return canvas.png()


def _block(canvas: Canvas, block: Shares, top: float) -> float:
    canvas.line([(MARGIN, top), (WIDTH - MARGIN, top)], HAIRLINE, 2)
    canvas.text(MARGIN, top + 48, block.heading, 28.0, MUTED, widest=INNER)
    top += HEADING
    if not block.shown:
        canvas.text(MARGIN, top + 40, block.empty, 32.0, MUTED, widest=INNER)
        return top + ROW
    _bars(canvas, block.shown, top)
    return top + ROW * len(block.shown)


def _bars(canvas: Canvas, rows: Sequence[Share], top: float) -> None:
    for row in rows:
        shown = "–" if row.percent is None else f"{row.percent:.1f}%"
        width = canvas.text(WIDTH - MARGIN, top + 32, shown, 32.0, INK, align="right")
        note = canvas.text(
            WIDTH - MARGIN - width - 20, top + 32, row.note, 26.0, MUTED, align="right",
            widest=INNER / 3,
        )  # fmt: skip
        canvas.text(MARGIN, top + 32, row.name, 32.0, INK, widest=INNER - width - note - 60)
        canvas.box(MARGIN, top + 48, INNER, BAR, fill=TRACK, round_by=BAR / 2)
        if row.percent:
            filled = max(float(row.percent / WHOLE) * INNER, BAR)
            ink = ACCENT if row.percent >= GOOD else NOTICE
            canvas.box(MARGIN, top + 48, filled, BAR, fill=ink, round_by=BAR / 2)
        top += ROW
