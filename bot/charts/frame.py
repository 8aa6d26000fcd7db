"""What every card has around its content: accent, kicker, badge, title above, foot below."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.charts.canvas import ELLIPSIS, INNER, MARGIN, WIDTH, Canvas, fitted, measure, wrapped
from bot.charts.colours import ACCENT, INK, MUTED, NOTICE, NOTICE_TINT

TITLE_SIZES, TITLE_LINE = (50.0, 44.0, 38.0), 68
KICKER_SIZE, FOOT_SIZE = 30.0, 27.0
FOOT_LINE = 42


@dataclass(frozen=True)
class Frame:
    """The words around a card's content, broken into lines."""

    title: Sequence[str]
    title_size: float
    kicker: str
    badge: str
    foot: Sequence[str]

    @property
    def top(self) -> int:
        """Return where the content begins."""
        return 74 + (56 if self.kicker or self.badge else 0) + TITLE_LINE * len(self.title) + 14

    @property
    def below(self) -> int:
        """Return how much height the foot needs under the content."""
        return 34 + FOOT_LINE * len(self.foot) + 38


def framed(title: str, kicker: str, badge: str, foot: Sequence[str]) -> Frame:
    """Return the frame with its title at the largest size that fits on two lines."""
    for size in TITLE_SIZES:
        lines = wrapped(title, size, INNER, 2)
        if not lines or not lines[-1].endswith(ELLIPSIS):
            break
    feet = [line for text in foot for line in wrapped(text, FOOT_SIZE, INNER, 2)]
    return Frame(lines, size, kicker, badge, feet)


def draw_head(canvas: Canvas, frame: Frame) -> None:
    """Draw everything above the content."""
    canvas.box(0, 0, WIDTH, 12, fill=ACCENT)
    baseline = 84.0
    if frame.kicker or frame.badge:
        room = INNER - _badge(canvas, frame.badge, baseline) - 24
        canvas.text(MARGIN, baseline, frame.kicker, KICKER_SIZE, ACCENT, widest=room)
        baseline += 8
    for line in frame.title:
        baseline += TITLE_LINE if baseline > 84 else 40
        canvas.text(MARGIN, baseline, line, frame.title_size, INK, bold=True)


def draw_foot(canvas: Canvas, frame: Frame, bottom: float) -> None:
    """Draw the foot under content that ends at `bottom`."""
    for number, line in enumerate(frame.foot):
        canvas.text(MARGIN, bottom + 64 + FOOT_LINE * number, line, FOOT_SIZE, MUTED)


def _badge(canvas: Canvas, text: str, baseline: float) -> float:
    shown = fitted(text, KICKER_SIZE - 2, INNER / 2)
    if not shown:
        return 0.0
    width = measure(shown, KICKER_SIZE - 2) + 36
    canvas.box(WIDTH - MARGIN - width, baseline - 37, width, 52, fill=NOTICE_TINT, round_by=12)
    canvas.text(WIDTH - MARGIN - 18, baseline, shown, KICKER_SIZE - 2, NOTICE, align="right")
    return width
