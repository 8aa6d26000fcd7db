"""The picture with the digest of an AMA: what people wanted to hear, what was answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.charts.canvas import INNER, MARGIN, WIDTH, Canvas, wrapped
from bot.charts.colours import ACCENT, HAIRLINE, INK, MUTED, PAPER, TRACK
from bot.charts.frame import draw_foot, draw_head, framed

MOST_ROWS = 5
TEXT_SIZE, FIGURE_SIZE, STATE_SIZE = 36.0, 40.0, 28.0
TEXT_LINE, BAR = 50, 16
FIGURE_ROOM = 190
TEXT_WIDTH = INNER - FIGURE_ROOM - 24


@dataclass(frozen=True)
class AmaRow:
    """A question: `votes` for it, `figure` as it is written, and whether it was `answered`."""

    question: str
    votes: int
    figure: str
    state: str
    answered: bool


@dataclass(frozen=True)
class AmaCard:
    """All the words and figures of the picture; every word comes from the catalogue or a member.

    `title` says the finding; the bars are as long as the votes, from nought.
    """

    title: str
    kicker: str
    rows: tuple[AmaRow, ...]
    foot: tuple[str, ...]


def draw_ama_card(card: AmaCard) -> bytes:
    """Return the card as PNG, 1080 pixels wide and as high as its rows need."""
    return ama_canvas(card).png()


def ama_canvas(card: AmaCard) -> Canvas:
    """Return the card drawn but not yet packed."""
    frame = framed(card.title, card.kicker, "", card.foot)
    rows = card.rows[:MOST_ROWS]
    broken = [wrapped(row.question, TEXT_SIZE, TEXT_WIDTH, 2) for row in rows]
    heights = [_height(lines) for lines in broken]
    canvas = Canvas(frame.top + sum(heights) + frame.below, PAPER)
    draw_head(canvas, frame)
    top, most = frame.top, max((row.votes for row in rows), default=0)
    for row, lines, height in zip(rows, broken, heights, strict=True):
        canvas.line([(MARGIN, top), (WIDTH - MARGIN, top)], HAIRLINE, 2)
        _row(canvas, row, lines, top, most)
        top += height
    canvas.line([(MARGIN, top), (WIDTH - MARGIN, top)], HAIRLINE, 2)
    draw_foot(canvas, frame, top)
    return canvas


def _height(lines: Sequence[str]) -> int:
    return 34 + TEXT_LINE * max(len(lines), 1) + BAR + 40


def _row(canvas: Canvas, row: AmaRow, lines: Sequence[str], top: float, most: int) -> None:
    right = WIDTH - MARGIN
    for number, line in enumerate(lines):
        canvas.text(MARGIN, top + 62 + TEXT_LINE * number, line, TEXT_SIZE, INK)
    canvas.text(right, top + 62, row.figure, FIGURE_SIZE, INK, align="right", widest=FIGURE_ROOM)
    colour = ACCENT if row.answered else MUTED
    below = top + 34 + TEXT_LINE * max(len(lines), 1) + 4
    canvas.text(
        right, below + BAR, row.state, STATE_SIZE, colour, align="right", widest=FIGURE_ROOM
    )
    canvas.box(MARGIN, below, TEXT_WIDTH, BAR, fill=TRACK, round_by=BAR / 2)
    length = TEXT_WIDTH * row.votes / most if most else 0
    if length:
        canvas.box(MARGIN, below, max(length, BAR), BAR, fill=colour, round_by=BAR / 2)
