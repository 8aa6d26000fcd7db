"""The picture that comes with a brief: one row per index, the finding as its title."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.charts.canvas import INNER, MARGIN, WIDTH, Canvas, shrunk, wrapped
from bot.charts.colours import CARD, HAIRLINE, INK, MUTED, PAPER, Palette
from bot.charts.frame import KICKER_SIZE, draw_foot, draw_head, framed
from bot.charts.market_parts import BreadthBar, SectorBars, draw_parts, parts_height

MOST_ROWS = 12
ROW = 104
SECTION = 62
NAME_SIZE, SMALLEST_NAME, PRICE_SIZE, PERCENT_SIZE = 38.0, 30.0, 42.0, 34.0
PERCENT_LEFT = WIDTH - MARGIN - 198
PRICE_RIGHT = PERCENT_LEFT - 32
WIDEST_PRICE = 320
SPARK_LEFT, SPARK_WIDTH, SPARK_HEIGHT = 370, 200, 52


@dataclass(frozen=True)
class IndexRow:
    """One index: its price, its change, and the day's prices where they are known.

    `section` is a heading drawn where it differs from the row before. `reference` is the
    previous close, drawn as a dashed line behind the sparkline.
    """

    name: str
    last: Decimal
    change_percent: Decimal
    series: tuple[Decimal, ...] = ()
    reference: Decimal | None = None
    section: str = ""


@dataclass(frozen=True)
class IndexCard:
    """All the words and figures of the picture; every word comes from the catalogue.

    `title` says the finding, `badge` is the mark of simulated data (empty for real ones),
    `foot` holds source with data time, and the risk line; `empty` stands where no row is.
    `breadth` and `sectors` follow the rows where they are known.
    """

    title: str
    rows: tuple[IndexRow, ...]
    foot: tuple[str, ...]
    kicker: str = ""
    badge: str = ""
    empty: str = ""
    breadth: BreadthBar | None = None
    sectors: SectorBars | None = None


def draw_index_card(card: IndexCard, palette: Palette = Palette.RED_UP) -> bytes:
    """Return the card as PNG, 1080 pixels wide and as high as its rows need."""
    return index_canvas(card, palette).png()


def index_canvas(card: IndexCard, palette: Palette = Palette.RED_UP) -> Canvas:
    """Return the card drawn but not yet packed."""
    frame = framed(card.title, card.kicker, card.badge, card.foot)
    rows = card.rows[:MOST_ROWS]
    more = parts_height(card.breadth, card.sectors)
    canvas = Canvas(frame.top + _rows_height(rows) + more + frame.below, PAPER)
    draw_head(canvas, frame)
    top = frame.top
    bottom = _rows(canvas, rows, top, palette) if rows else _empty(canvas, card.empty, top)
    bottom = draw_parts(canvas, card.breadth, card.sectors, bottom, palette)
    draw_foot(canvas, frame, bottom)
    return canvas


def _rows_height(rows: Sequence[IndexRow]) -> int:
    return ROW * max(len(rows), 2) + SECTION * len(_section_starts(rows))


def _section_starts(rows: Sequence[IndexRow]) -> set[int]:
    sections = [row.section for row in rows]
    return {n for n, name in enumerate(sections) if name and (n == 0 or name != sections[n - 1])}


def _rows(canvas: Canvas, rows: Sequence[IndexRow], top: float, palette: Palette) -> float:
    starts = _section_starts(rows)
    for number, row in enumerate(rows):
        if number in starts:
            canvas.text(MARGIN, top + 44, row.section, KICKER_SIZE - 2, MUTED, widest=INNER)
            top += SECTION
        canvas.line([(MARGIN, top), (WIDTH - MARGIN, top)], HAIRLINE, 2)
        _row(canvas, row, top, palette)
        top += ROW
    canvas.line([(MARGIN, top), (WIDTH - MARGIN, top)], HAIRLINE, 2)
    return top


def _row(canvas: Canvas, row: IndexRow, top: float, palette: Palette) -> None:
    middle = top + ROW / 2
    shown = row.change_percent.quantize(Decimal("0.01"))
    direction = (shown > 0) - (shown < 0)
    ink, tint = palette.colours(direction)
    price = f"{row.last:,.2f}"
    size = shrunk(price, PRICE_SIZE, WIDEST_PRICE)
    price_width = canvas.text(PRICE_RIGHT, middle + 15, price, size, INK, align="right")
    has_spark = len(row.series) > 1 and PRICE_RIGHT - price_width > SPARK_LEFT + SPARK_WIDTH + 16
    name_right = SPARK_LEFT - 24 if has_spark else PRICE_RIGHT - price_width - 24
    name_size = max(shrunk(row.name, NAME_SIZE, name_right - MARGIN), SMALLEST_NAME)
    canvas.text(MARGIN, middle + 14, row.name, name_size, INK, widest=name_right - MARGIN)
    if has_spark:
        _sparkline(canvas, row, middle, ink, tint)
    arrow = {1: "▲", -1: "▼", 0: "–"}[direction]
    canvas.box(PERCENT_LEFT, middle - 32, WIDTH - MARGIN - PERCENT_LEFT, 64, fill=tint, round_by=14)
    canvas.text(PERCENT_LEFT + 18, middle + 12, arrow, PERCENT_SIZE - 4, ink)
    percent, right = f"{abs(shown):,.2f}%", WIDTH - MARGIN - 18
    size = shrunk(percent, PERCENT_SIZE, right - PERCENT_LEFT - 56)
    canvas.text(right, middle + 12, percent, size, ink, align="right")


def _sparkline(canvas: Canvas, row: IndexRow, middle: float, ink: str, tint: str) -> None:
    levels = [*row.series, row.reference] if row.reference is not None else list(row.series)
    lowest, highest = min(levels), max(levels)
    span = highest - lowest or Decimal(1)

    def down(price: Decimal) -> float:
        return middle + SPARK_HEIGHT / 2 - float((price - lowest) / span) * SPARK_HEIGHT

    step = SPARK_WIDTH / (len(row.series) - 1)
    points = [(SPARK_LEFT + step * n, down(price)) for n, price in enumerate(row.series)]
    floor = middle + SPARK_HEIGHT / 2
    if row.reference is not None:
        floor = down(row.reference)
        ends = [(SPARK_LEFT, floor), (SPARK_LEFT + SPARK_WIDTH, floor)]
    canvas.area([(SPARK_LEFT, floor), *points, (SPARK_LEFT + SPARK_WIDTH, floor)], tint)
    if row.reference is not None:
        canvas.line(ends, MUTED, 1.5, dashed=True)
    canvas.line(points, ink, 3.5)
    canvas.box(points[-1][0] - 6, points[-1][1] - 6, 12, 12, fill=ink, round_by=6)


def _empty(canvas: Canvas, text: str, top: float) -> float:
    canvas.box(MARGIN, top, INNER, 2 * ROW - 16, fill=CARD, round_by=20)
    lines = wrapped(text, NAME_SIZE, INNER - 96, 2)
    for number, line in enumerate(lines):
        baseline = top + ROW + 4 + 54 * (number - (len(lines) - 1) / 2)
        canvas.text(WIDTH / 2, baseline, line, NAME_SIZE, MUTED, align="centre")
    return top + 2 * ROW
