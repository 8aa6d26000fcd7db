"""Parts of a brief's picture on the market as a whole: the breadth bar, and sectors' bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.charts.canvas import INNER, MARGIN, WIDTH, Canvas, measure
from bot.charts.colours import HAIRLINE, INK, MUTED, TRACK, Palette

HEADING = 62
BREADTH = 132
SECTOR = 78
HEADING_SIZE, LABEL_SIZE, SECTOR_SIZE = 28.0, 31.0, 32.0
GAP = 40
COLUMN = (INNER - GAP) / 2
BAR_TOP, BAR_HEIGHT = 18, 34
LEAST_PART = 6.0  # pixels: even one share among thousands can be seen
MOST_IN_COLUMN = 3


@dataclass(frozen=True)
class BreadthBar:
    """How many shares rose, stood still and fell, with the labels under the bar.

    `heading` names it, `aside` stands at the other end of that line (empty for nothing).
    """

    heading: str
    rose: int
    level: int
    fell: int
    rose_label: str
    level_label: str
    fell_label: str
    aside: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Return every text on it."""
        return (self.heading, self.aside, self.rose_label, self.level_label, self.fell_label)


@dataclass(frozen=True)
class SectorBar:
    """One sector and its change in percent."""

    name: str
    change_percent: Decimal


@dataclass(frozen=True)
class SectorBars:
    """The strongest sectors on the left, the weakest on the right, each under its heading."""

    rising_heading: str
    falling_heading: str
    rising: tuple[SectorBar, ...] = ()
    falling: tuple[SectorBar, ...] = ()

    @property
    def rows(self) -> int:
        """Return how many rows the longer column has."""
        return min(max(len(self.rising), len(self.falling)), MOST_IN_COLUMN)

    @property
    def texts(self) -> tuple[str, ...]:
        """Return every text on them."""
        names = [bar.name for bar in (*self.rising, *self.falling)]
        return (self.rising_heading, self.falling_heading, *names)


def parts_height(breadth: BreadthBar | None, sectors: SectorBars | None) -> int:
    """Return the height in pixels that the parts need."""
    height = HEADING + BREADTH if breadth else 0
    if sectors and sectors.rows:
        height += HEADING + SECTOR * sectors.rows + 12
    return height


def draw_parts(
    canvas: Canvas,
    breadth: BreadthBar | None,
    sectors: SectorBars | None,
    top: float,
    palette: Palette,
) -> float:
    """Draw the parts that there are from `top` on; return where they end."""
    if breadth:
        top = _breadth(canvas, breadth, top, palette)
    if sectors and sectors.rows:
        top = _sectors(canvas, sectors, top, palette)
    return top


def _breadth(canvas: Canvas, bar: BreadthBar, top: float, palette: Palette) -> float:
    aside = canvas.text(
        WIDTH - MARGIN, top + 44, bar.aside, HEADING_SIZE, MUTED, align="right", widest=INNER * 0.6
    )
    canvas.text(MARGIN, top + 44, bar.heading, HEADING_SIZE, MUTED, widest=INNER - aside - 24)
    top += HEADING
    (up, _), (down, _) = palette.colours(1), palette.colours(-1)
    left: float = MARGIN
    widths = _widths((bar.rose, bar.level, bar.fell))
    for width, colour in zip(widths, (up, TRACK, down), strict=True):
        if width:
            canvas.box(left, top + BAR_TOP, width - 2, BAR_HEIGHT, fill=colour, round_by=4)
            left += width
    baseline = top + BAR_TOP + BAR_HEIGHT + 44
    rose = canvas.text(MARGIN, baseline, bar.rose_label, LABEL_SIZE, up, widest=INNER * 0.38)
    fell = canvas.text(
        WIDTH - MARGIN, baseline, bar.fell_label, LABEL_SIZE, down, align="right",
        widest=INNER * 0.38,
    )  # fmt: skip
    room = INNER - 2 * max(rose, fell) - 32
    if measure(bar.level_label, LABEL_SIZE) <= room:
        canvas.text(WIDTH / 2, baseline, bar.level_label, LABEL_SIZE, MUTED, align="centre")
    end = top + BREADTH
    canvas.line([(MARGIN, end), (WIDTH - MARGIN, end)], HAIRLINE, 2)
    return end


def _widths(counts: Sequence[int]) -> list[float]:
    """Return the pixels of each part; what is there can be seen, what is not has none."""
    total = sum(counts)
    wanted = [max(INNER * count / total, LEAST_PART) if count else 0.0 for count in counts]
    scale = INNER / sum(wanted)
    return [width * scale for width in wanted]


def _sectors(canvas: Canvas, bars: SectorBars, top: float, palette: Palette) -> float:
    shown = [*bars.rising[:MOST_IN_COLUMN], *bars.falling[:MOST_IN_COLUMN]]
    most = max((abs(bar.change_percent) for bar in shown), default=Decimal(1)) or Decimal(1)
    columns = (
        (MARGIN, bars.rising_heading, bars.rising),
        (MARGIN + COLUMN + GAP, bars.falling_heading, bars.falling),
    )
    for left, heading, column in columns:
        if column:
            canvas.text(left, top + 44, heading, HEADING_SIZE, MUTED, widest=COLUMN)
        for number, bar in enumerate(column[:MOST_IN_COLUMN]):
            _sector(canvas, bar, left, top + HEADING + SECTOR * number, most, palette)
    end = top + HEADING + SECTOR * bars.rows + 12
    canvas.line([(MARGIN, end), (WIDTH - MARGIN, end)], HAIRLINE, 2)
    return end


def _sector(
    canvas: Canvas, bar: SectorBar, left: float, top: float, most: Decimal, palette: Palette
) -> None:
    shown = bar.change_percent.quantize(Decimal("0.01"))
    direction = (shown > 0) - (shown < 0)
    ink, tint = palette.colours(direction)
    arrow = {1: "▲", -1: "▼", 0: "–"}[direction]
    text = f"{arrow} {abs(shown):,.2f}%"
    right = left + COLUMN
    width = canvas.text(right, top + 36, text, SECTOR_SIZE - 2, ink, align="right")
    canvas.text(left, top + 36, bar.name, SECTOR_SIZE, INK, widest=COLUMN - width - 20)
    canvas.box(left, top + 52, COLUMN, 10, fill=tint, round_by=5)
    length = max(COLUMN * float(abs(shown) / most), 10.0)
    canvas.box(left, top + 52, length, 10, fill=ink, round_by=5)
