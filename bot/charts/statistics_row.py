"""A row of figures with their labels, as a card shows them at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.charts.canvas import INNER, MARGIN, Canvas, measure, shrunk
from bot.charts.colours import HAIRLINE, INK, MUTED, Palette
from bot.charts.fonts import drawable

MOST_STATISTICS = 4
FIGURE_SIZE, LABEL_SIZE, UNIT_SIZE = 54.0, 30.0, 30.0


@dataclass(frozen=True)
class Statistic:
    """One figure with its label and unit as shown: `Statistic("连续签到", "12", "个交易日")`.

    `direction`: above 0 in the colour of up, below 0 in that of down, 0 in ink.
    """

    label: str
    value: str
    unit: str = ""
    direction: int = 0


def draw_statistics(
    canvas: Canvas,
    statistics: Sequence[Statistic],
    top: float,
    palette: Palette = Palette.RED_UP,
) -> None:
    """Draw at most `MOST_STATISTICS` figures side by side, labels at `top`."""
    shown = statistics[:MOST_STATISTICS]
    step = INNER / max(len(shown), 1)
    room = step - 48
    # All figures shrink together, so that one long number does not look less important.
    size = min((_fitting_size(statistic, room) for statistic in shown), default=FIGURE_SIZE)
    for number, statistic in enumerate(shown):
        left = MARGIN + step * number + (32 if number else 0)
        if number:
            across = MARGIN + step * number
            canvas.line([(across, top - 14), (across, top + 106)], HAIRLINE, 2)
        canvas.text(left, top + 20, statistic.label, LABEL_SIZE, MUTED, widest=room)
        ink = palette.colours(statistic.direction)[0] if statistic.direction else INK
        used = canvas.text(left, top + 92, statistic.value, size, ink, widest=room)
        if statistic.unit and room - used > UNIT_SIZE + 10:
            start, left_over = left + used + 10, room - used - 10
            canvas.text(start, top + 92, statistic.unit, UNIT_SIZE, MUTED, widest=left_over)


def _fitting_size(statistic: Statistic, room: float) -> float:
    unit = measure(drawable(statistic.unit), UNIT_SIZE) + 10 if statistic.unit else 0.0
    # A unit that leaves no room gives way; a figure is set smaller, never cut.
    return shrunk(statistic.value, FIGURE_SIZE, room - unit if unit < room / 2 else room)
