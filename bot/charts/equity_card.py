"""The picture of a simulated portfolio: key figures, the curve so far, where the money is."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from bot.charts.canvas import INNER, MARGIN, WIDTH, Canvas, measure, wrapped
from bot.charts.colours import ACCENT, CARD, HAIRLINE, INK, MUTED, PAPER, Palette
from bot.charts.fonts import drawable
from bot.charts.frame import draw_foot, draw_head, framed
from bot.charts.statistics_row import Statistic, draw_statistics

MOST_SLICES = 9
FIGURES_HEIGHT = 150
CURVE_HEIGHT, CURVE_HEAD, CURVE_FOOT = 330, 94, 74
SLICE, SLICES_HEAD = 60, 84
BODY_SIZE, LABEL_SIZE, NAME_SIZE = 34.0, 30.0, 34.0
SMALLEST_SPAN = Decimal("0.4")
MOST_TICKS = 5
LABEL_GAP = 38
NAME_WIDTH, PERCENT_WIDTH = 320, 150


@dataclass(frozen=True)
class Slice:
    """A part of the equity, in percent; `quiet` for cash and the rest, drawn without accent."""

    name: str
    percent: Decimal
    quiet: bool = False


@dataclass(frozen=True)
class EquityCard:
    """All the words and figures of the picture; every word comes from the catalogue.

    `curve`: the return in percent since the start, from 0 on the first day; fewer than two
    points show `empty` instead. `median`: the same of the contest's median, as long as
    `curve`, or empty. `starts`, `ends`: what stands under the curve's two ends.
    """

    title: str
    kicker: str
    badge: str
    statistics: tuple[Statistic, ...]
    curve: tuple[Decimal, ...]
    curve_heading: str
    curve_label: str
    slices: tuple[Slice, ...]
    slices_heading: str
    foot: tuple[str, ...]
    median: tuple[Decimal, ...] = ()
    median_label: str = ""
    starts: str = ""
    ends: str = ""
    empty: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Return every text that a reader sees, to screen it before it goes out."""
        parts = [text for one in self.statistics for text in (one.label, one.value, one.unit)]
        names = [part.name for part in self.slices]
        headings = (self.curve_heading, self.curve_label, self.median_label, self.slices_heading)
        return (self.title, self.kicker, self.badge, *parts, *headings, *names, *self.foot)


def draw_equity_card(card: EquityCard, palette: Palette = Palette.RED_UP) -> bytes:
    """Return the card as PNG, 1080 pixels wide and as high as its slices need."""
    return equity_canvas(card, palette).png()


def equity_canvas(card: EquityCard, palette: Palette = Palette.RED_UP) -> Canvas:
    """Return the card drawn but not yet packed."""
    frame = framed(card.title, card.kicker, card.badge, card.foot)
    slices = card.slices[:MOST_SLICES]
    figures = FIGURES_HEIGHT if card.statistics else 0
    curve = CURVE_HEAD + CURVE_HEIGHT + CURVE_FOOT
    content = figures + curve + SLICES_HEAD + SLICE * len(slices)
    canvas = Canvas(frame.top + content + frame.below, PAPER)
    draw_head(canvas, frame)
    draw_statistics(canvas, card.statistics, frame.top + 14, palette)
    _curve(canvas, card, frame.top + figures, palette)
    _slices(canvas, card.slices_heading, slices, frame.top + figures + curve)
    draw_foot(canvas, frame, frame.top + content)
    return canvas


def ticks_of(lowest: Decimal, highest: Decimal) -> tuple[Decimal, ...]:
    """Return at most `MOST_TICKS` + 1 round percentages that enclose both and zero."""
    low, high = min(lowest, Decimal(0)), max(highest, Decimal(0))
    if high - low < SMALLEST_SPAN:
        low, high = low - SMALLEST_SPAN / 2, high + SMALLEST_SPAN / 2
    for step in _steps():
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = (high / step).to_integral_value(ROUND_CEILING)
        if last - first <= MOST_TICKS:
            return tuple(step * n for n in range(int(first), int(last) + 1))
    raise AssertionError("the steps never end")


def _steps() -> "itertools.chain[Decimal]":
    return itertools.chain.from_iterable(
        (Decimal(head).scaleb(power) for head in (1, 2, 5)) for power in itertools.count(-1)
    )


class _Plot:
    """Where a day and a percentage lie in the picture."""

    def __init__(self, days: int, ticks: Sequence[Decimal], top: float, labels: float) -> None:
        self.top, self.bottom = top, top + CURVE_HEIGHT
        widest = max(measure(_percent(tick), LABEL_SIZE) for tick in ticks)
        self.left, self.right = MARGIN + widest + 20, WIDTH - MARGIN - labels - 24
        self._lowest, self._span = ticks[0], ticks[-1] - ticks[0]
        self._step = (self.right - self.left) / (days - 1)

    def down(self, percent: Decimal) -> float:
        return self.bottom - float((percent - self._lowest) / self._span) * CURVE_HEIGHT

    def points(self, series: Sequence[Decimal]) -> list[tuple[float, float]]:
        return [(self.left + self._step * n, self.down(value)) for n, value in enumerate(series)]


def _curve(canvas: Canvas, card: EquityCard, top: float, palette: Palette) -> None:
    canvas.text(MARGIN, top + 48, card.curve_heading, LABEL_SIZE, MUTED, widest=INNER)
    if len(card.curve) < 2:
        _empty(canvas, card.empty, top + CURVE_HEAD)
        return
    median = card.median if len(card.median) == len(card.curve) else ()
    ticks = ticks_of(min(*card.curve, *median), max(*card.curve, *median))
    labels = [drawable(card.curve_label), *([drawable(card.median_label)] if median else [])]
    widest = min(max(measure(label, LABEL_SIZE) for label in labels), 200)
    plot = _Plot(len(card.curve), ticks, top + CURVE_HEAD, widest)
    _grid(canvas, plot, ticks)
    last = card.curve[-1]
    ink, tint = palette.colours((last > 0) - (last < 0))
    points = plot.points(card.curve)
    zero = plot.down(Decimal(0))
    canvas.area([(points[0][0], zero), *points, (points[-1][0], zero)], tint)
    ends = [(points[-1][1], labels[0], ink)]
    if median:
        drawn = plot.points(median)
        canvas.line(drawn, ACCENT, 3, dashed=True)
        ends.append((drawn[-1][1], labels[1], ACCENT))
    canvas.line(points, ink, 5)
    canvas.box(points[-1][0] - 8, points[-1][1] - 8, 16, 16, fill=ink, round_by=8)
    _end_labels(canvas, ends, plot, widest)
    _days(canvas, card, plot)


def _grid(canvas: Canvas, plot: _Plot, ticks: Sequence[Decimal]) -> None:
    for tick in ticks:
        level = plot.down(tick)
        canvas.line([(plot.left, level), (plot.right, level)], HAIRLINE if tick else MUTED, 2)
        canvas.text(plot.left - 16, level + 11, _percent(tick), LABEL_SIZE, MUTED, align="right")


def _end_labels(
    canvas: Canvas, ends: Sequence[tuple[float, str, str]], plot: _Plot, widest: float
) -> None:
    """Write each line's name beside its end, pushed apart where they would touch."""
    placed = sorted(ends)
    middles = [level for level, _, _ in placed]
    if len(middles) == 2 and middles[1] - middles[0] < LABEL_GAP:
        centre = sum(middles) / 2
        middles = [centre - LABEL_GAP / 2, centre + LABEL_GAP / 2]
    for middle, (_, label, ink) in zip(middles, placed, strict=True):
        canvas.text(plot.right + 20, middle + 11, label, LABEL_SIZE, ink, widest=widest + 4)


def _days(canvas: Canvas, card: EquityCard, plot: _Plot) -> None:
    room = (plot.right - plot.left) / 2 - 12
    baseline = plot.bottom + 50
    canvas.text(plot.left, baseline, card.starts, LABEL_SIZE, MUTED, widest=room)
    canvas.text(plot.right, baseline, card.ends, LABEL_SIZE, MUTED, align="right", widest=room)


def _empty(canvas: Canvas, text: str, top: float) -> None:
    canvas.box(MARGIN, top, INNER, CURVE_HEIGHT, fill=CARD, round_by=20)
    lines = wrapped(text, BODY_SIZE, INNER - 96, 3)
    for number, line in enumerate(lines):
        baseline = top + CURVE_HEIGHT / 2 + 12 + 52 * (number - (len(lines) - 1) / 2)
        canvas.text(WIDTH / 2, baseline, line, BODY_SIZE, MUTED, align="centre")


def _slices(canvas: Canvas, heading: str, slices: Sequence[Slice], top: float) -> None:
    canvas.line([(MARGIN, top), (WIDTH - MARGIN, top)], HAIRLINE, 2)
    canvas.text(MARGIN, top + 56, heading, LABEL_SIZE, MUTED, widest=INNER)
    left, right = MARGIN + NAME_WIDTH + 24, WIDTH - MARGIN - PERCENT_WIDTH
    longest = max((part.percent for part in slices), default=Decimal(1)) or Decimal(1)
    for number, part in enumerate(slices):
        middle = top + SLICES_HEAD + SLICE * (number + 0.5)
        canvas.text(MARGIN, middle + 12, part.name, NAME_SIZE, INK, widest=NAME_WIDTH)
        # In proportion to the longest, so that many small holdings still differ.
        share = float(min(max(part.percent / longest, Decimal(0)), Decimal(1)))
        fill = MUTED if part.quiet else ACCENT
        if share:
            canvas.box(left, middle - 14, max((right - left) * share, 6), 28, fill=fill, round_by=8)
        shown = f"{part.percent:,.1f}%"
        canvas.text(WIDTH - MARGIN, middle + 12, shown, NAME_SIZE, INK, align="right")


def _percent(tick: Decimal) -> str:
    """Write a tick with as many decimals as its step has: +1.5%, 0%, -20%."""
    return f"{tick:+,f}%" if tick else "0%"
