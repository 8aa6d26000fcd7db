"""The picture of a contest's board after the close: the first ten with risk beside return."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.charts.canvas import INNER, MARGIN, WIDTH, Canvas, shrunk, wrapped
from bot.charts.colours import ACCENT, ACCENT_TINT, CARD, HAIRLINE, INK, MUTED, PAPER, Palette
from bot.charts.fonts import drawable
from bot.charts.frame import draw_foot, draw_head, framed

MOST_ROWS = 10
ROW, HEADS, GAP = 82, 66, 30
NAME_SIZE, FIGURE_SIZE, HEAD_SIZE, BODY_SIZE = 36.0, 34.0, 27.0, 36.0
RANK_WIDTH, WIDEST_RANK = 84, 130
# Right edges of the figures, from the right: score, concentration, drawdown, return.
COLUMN_WIDTHS = (112, 112, 120, 176)
COLUMN_GAP = 14


@dataclass(frozen=True)
class BoardRow:
    """One member's line; `score` is empty where the board goes by return alone.

    `rank` is a dash out of competition. `is_own` marks the reader's line.
    """

    rank: str
    name: str
    percent: Decimal
    drawdown: str
    concentration: str
    score: str = ""
    is_own: bool = False


@dataclass(frozen=True)
class BoardCard:
    """All the words and figures of the picture; every word comes from the catalogue.

    `heads`: what stands above name, return, drawdown, concentration and score; an empty last
    one leaves the score out. `own`: the reader's line where it is not among `rows`.
    `fallback_name` stands where nothing of a name can be drawn, `empty` where no row is.
    """

    title: str
    kicker: str
    badge: str
    heads: tuple[str, str, str, str, str]
    rows: tuple[BoardRow, ...]
    fallback_name: str
    foot: tuple[str, ...]
    own: BoardRow | None = None
    empty: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Return every text that a reader sees, to screen it before it goes out."""
        names = [row.name for row in (*self.rows, *([self.own] if self.own else []))]
        return (self.title, self.kicker, self.badge, *self.heads, *names, *self.foot)


@dataclass(frozen=True)
class _Columns:
    """The right edges of return, drawdown, concentration and (if shown) score."""

    rights: tuple[float, ...]
    widths: tuple[float, ...]

    @property
    def name_width(self) -> float:
        return self.rights[0] - self.widths[0] - COLUMN_GAP - MARGIN - RANK_WIDTH


def draw_board_card(card: BoardCard, palette: Palette = Palette.RED_UP) -> bytes:
    """Return the card as PNG, 1080 pixels wide and as high as its rows need."""
    return board_canvas(card, palette).png()


def board_canvas(card: BoardCard, palette: Palette = Palette.RED_UP) -> Canvas:
    """Return the card drawn but not yet packed."""
    frame = framed(card.title, card.kicker, card.badge, card.foot)
    rows = card.rows[:MOST_ROWS]
    own = ROW + GAP if card.own else 0
    content = HEADS + ROW * max(len(rows), 2) + own
    canvas = Canvas(frame.top + content + frame.below, PAPER)
    draw_head(canvas, frame)
    columns = _columns(with_score=bool(card.heads[-1]))
    _heads(canvas, card.heads, columns, frame.top)
    top = frame.top + HEADS
    if not rows:
        _empty(canvas, card.empty, top)
    for number, row in enumerate(rows):
        _row(canvas, row, card.fallback_name, top + ROW * number, columns, palette)
    top += ROW * max(len(rows), 2)
    if card.own:
        _row(canvas, card.own, card.fallback_name, top + GAP, columns, palette)
    draw_foot(canvas, frame, frame.top + content)
    return canvas


def _columns(*, with_score: bool) -> _Columns:
    widths = COLUMN_WIDTHS if with_score else COLUMN_WIDTHS[1:]
    rights, right = [], float(WIDTH - MARGIN - 16)
    for width in widths:
        rights.append(right)
        right -= width + COLUMN_GAP
    return _Columns(tuple(rights[::-1]), tuple(widths[::-1]))


def _heads(canvas: Canvas, heads: Sequence[str], columns: _Columns, top: float) -> None:
    baseline = top + 42
    left, room = MARGIN + RANK_WIDTH, columns.name_width
    canvas.text(left, baseline, heads[0], HEAD_SIZE, MUTED, widest=room)
    # Without a score there is one head more than columns.
    for head, right, width in zip(heads[1:], columns.rights, columns.widths, strict=False):
        size = shrunk(head, HEAD_SIZE, width)
        canvas.text(right, baseline, head, size, MUTED, align="right", widest=width)


def _row(
    canvas: Canvas,
    row: BoardRow,
    fallback_name: str,
    top: float,
    columns: _Columns,
    palette: Palette,
) -> None:
    middle = top + ROW / 2
    if row.is_own:
        canvas.box(MARGIN - 8, top + 4, INNER + 16, ROW - 8, fill=ACCENT_TINT, round_by=14)
    else:
        canvas.line([(MARGIN, top), (WIDTH - MARGIN, top)], HAIRLINE, 2)
    size = shrunk(row.rank, NAME_SIZE, WIDEST_RANK)
    used = canvas.text(MARGIN + 8, middle + 13, row.rank, size, ACCENT, bold=True)
    name = drawable(row.name)
    shown = name if any(char.isalnum() for char in name) else fallback_name
    # A long rank moves its own name only.
    moved = max(8 + used + 16 - RANK_WIDTH, 0)
    left, room = MARGIN + RANK_WIDTH + moved, columns.name_width - moved
    canvas.text(left, middle + 13, shown, NAME_SIZE, INK, widest=room)
    _figures(canvas, row, middle + 13, columns, palette)


def _figures(
    canvas: Canvas, row: BoardRow, baseline: float, columns: _Columns, palette: Palette
) -> None:
    rounded = row.percent.quantize(Decimal("0.01"))
    direction = (rounded > 0) - (rounded < 0)
    arrow = {1: "▲", -1: "▼", 0: ""}[direction]
    ink = palette.colours(direction)[0]
    texts = (f"{arrow}{abs(rounded):,.2f}%", row.drawdown, row.concentration, row.score)
    inks = (ink, MUTED, MUTED, INK)
    columns_shown = zip(texts, inks, columns.rights, columns.widths, strict=False)
    for number, (text, colour, right, width) in enumerate(columns_shown):
        size = shrunk(text, FIGURE_SIZE, width)
        is_score = number == 3
        canvas.text(right, baseline, text, size, colour, align="right", bold=is_score)


def _empty(canvas: Canvas, text: str, top: float) -> None:
    canvas.box(MARGIN, top, INNER, 2 * ROW - 8, fill=CARD, round_by=20)
    lines = wrapped(text, BODY_SIZE, INNER - 96, 2)
    for number, line in enumerate(lines):
        baseline = top + ROW + 8 + 54 * (number - (len(lines) - 1) / 2)
        canvas.text(WIDTH / 2, baseline, line, BODY_SIZE, MUTED, align="centre")
