"""The score card of the quiz: a level passed, how well, and what it opens."""

from dataclasses import dataclass

from bot.charts.canvas import INNER, MARGIN, Canvas, fitted, measure, wrapped
from bot.charts.colours import ACCENT, CARD, INK, MUTED, PAPER, TRACK
from bot.charts.frame import draw_foot, draw_head, framed

FIGURE_SIZE, OF_SIZE, LABEL_SIZE, BODY_SIZE = 150.0, 60.0, 30.0, 34.0
WIDEST_STEP, DOT_SHARE = 96.0, 0.6
GAP = 12
BODY_LINE = 50


@dataclass(frozen=True)
class ScoreCard:
    """All the words and figures of the picture; every word comes from the catalogue.

    `answers`: each place of the round, right or not. `level` of `levels` is the height on the
    ladder. `badge` is the name of what was won, `opens` what passing opened.
    """

    title: str
    kicker: str
    right: int
    label: str
    answers: tuple[bool, ...]
    level: int
    levels: int
    ladder_label: str
    badge: str
    opens: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()


def draw_score_card(card: ScoreCard) -> bytes:
    """Return the card as PNG, 1080 pixels wide."""
    return score_canvas(card).png()


def score_canvas(card: ScoreCard) -> Canvas:
    """Return the card drawn but not yet packed."""
    frame = framed(card.title, card.kicker, card.badge, card.foot)
    opens = [line for text in card.opens for line in wrapped(text, BODY_SIZE, INNER - 72, 2)]
    top = frame.top + 20
    box = 56 + BODY_LINE * len(opens) if opens else 0
    bottom = top + 440 + (box + 28 if box else 0)
    canvas = Canvas(bottom + frame.below, PAPER)
    draw_head(canvas, frame)
    _figure(canvas, card, top)
    _answers(canvas, card, top + 240)
    _ladder(canvas, card, top + 370)
    if opens:
        _opens(canvas, opens, top + 462, box)
    draw_foot(canvas, frame, bottom)
    return canvas


def _figure(canvas: Canvas, card: ScoreCard, top: float) -> None:
    used = canvas.text(MARGIN, top + 150, str(card.right), FIGURE_SIZE, ACCENT, bold=True)
    left = MARGIN + used + 24
    of = canvas.text(left, top + 150, f"/ {len(card.answers)}", OF_SIZE, MUTED)
    room = INNER - used - of - 60
    canvas.text(left + of + 36, top + 150, card.label, BODY_SIZE, INK, widest=room)


def _answers(canvas: Canvas, card: ScoreCard, top: float) -> None:
    """Draw a place each: filled where it was right, with a ring's hole where it was not."""
    step = min(WIDEST_STEP, INNER / max(len(card.answers), 1))
    size = step * DOT_SHARE
    for number, right in enumerate(card.answers):
        left = MARGIN + step * number
        canvas.box(left, top, size, size, fill=ACCENT if right else TRACK, round_by=size / 2)
        if not right:
            canvas.box(
                left + 8, top + 8, size - 16, size - 16, fill=PAPER, round_by=(size - 16) / 2
            )


def _ladder(canvas: Canvas, card: ScoreCard, top: float) -> None:
    shown = fitted(card.ladder_label, LABEL_SIZE, INNER / 2)
    canvas.text(MARGIN, top + 32, shown, LABEL_SIZE, MUTED)
    left = MARGIN + measure(shown, LABEL_SIZE) + 36
    width = (MARGIN + INNER - left + GAP) / card.levels
    for level in range(1, card.levels + 1):
        height = 16 + 10 * level
        fill = ACCENT if level <= card.level else TRACK
        at = left + width * (level - 1)
        canvas.box(at, top + 44 - height, width - GAP, height, fill=fill, round_by=8)


def _opens(canvas: Canvas, lines: list[str], top: float, height: float) -> None:
    canvas.box(MARGIN, top, INNER, height, fill=CARD, round_by=18)
    canvas.box(MARGIN, top + 20, 6, height - 40, fill=ACCENT, round_by=3)
    for number, line in enumerate(lines):
        canvas.text(MARGIN + 36, top + 60 + BODY_LINE * number, line, BODY_SIZE, INK)
