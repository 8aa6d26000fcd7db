"""The picture version of /me: who I am here, how far to the next level, what I have."""

from dataclasses import dataclass

from bot.charts.canvas import INNER, MARGIN, WIDTH, Canvas, fitted, measure, wrapped
from bot.charts.colours import ACCENT, ACCENT_TINT, CARD, INK, MUTED, PAPER, TRACK
from bot.charts.fonts import drawable
from bot.charts.statistics_row import Statistic, draw_statistics

NAME_SIZE, LEVEL_SIZE = 56.0, 36.0
LABEL_SIZE, BODY_SIZE, FOOT_SIZE = 30.0, 34.0, 27.0
DISC = 132
DISC_TOP = 60
PROGRESS_TOP = 288
STATISTICS_TOP = 388
NEXT_TOP = 566
BODY_LINE = 50


@dataclass(frozen=True)
class ProfileCard:
    """All the words and figures of the picture; every word comes from the catalogue.

    `name` is whatever the person calls themselves; `fallback_name` stands where nothing of
    it can be drawn. `level` holds level and title, `done` of `whole` is the way to the next
    level (`whole` 0 means that there is none), `progress` says so in words.
    """

    name: str
    fallback_name: str
    tier: str
    level: str
    done: int
    whole: int
    progress: str
    statistics: tuple[Statistic, ...]
    next_label: str = ""
    next_text: str = ""
    foot: str = ""


def draw_profile_card(card: ProfileCard) -> bytes:
    """Return the card as PNG, 1080 pixels wide."""
    return profile_canvas(card).png()


def profile_canvas(card: ProfileCard) -> Canvas:
    """Return the card drawn but not yet packed."""
    privilege = wrapped(card.next_text, BODY_SIZE, INNER - 72, 2)
    box_height = 84 + BODY_LINE * len(privilege) if privilege else 0
    foot = wrapped(card.foot, FOOT_SIZE, INNER, 1)
    height = NEXT_TOP + box_height + (36 if box_height else 0) + (58 if foot else 12)
    canvas = Canvas(height, PAPER)
    canvas.box(0, 0, WIDTH, 12, fill=ACCENT)
    _person(canvas, card)
    _progress(canvas, card)
    draw_statistics(canvas, card.statistics, STATISTICS_TOP)
    if privilege:
        _next(canvas, card.next_label, privilege, box_height)
    for line in foot:
        canvas.text(MARGIN, height - 38, line, FOOT_SIZE, MUTED)
    return canvas


def shown_name(card: ProfileCard) -> str:
    """Return the name without what cannot be drawn, or the fallback where nothing is left."""
    name = drawable(card.name)
    return name if any(char.isalnum() for char in name) else drawable(card.fallback_name)


def _person(canvas: Canvas, card: ProfileCard) -> None:
    name = shown_name(card)
    canvas.box(MARGIN, DISC_TOP, DISC, DISC, fill=ACCENT, round_by=DISC / 2)
    initial = next((char for char in name if char.isalnum()), "").upper()
    canvas.text(
        MARGIN + DISC / 2, DISC_TOP + 88, initial, 62, CARD, align="centre", widest=DISC - 20
    )
    left = MARGIN + DISC + 36
    room = WIDTH - MARGIN - left - _tier(canvas, card.tier) - 28
    canvas.text(left, DISC_TOP + 60, name, NAME_SIZE, INK, bold=True, widest=room)
    canvas.text(left, DISC_TOP + 117, card.level, LEVEL_SIZE, MUTED, widest=WIDTH - MARGIN - left)


def _tier(canvas: Canvas, text: str) -> float:
    shown = fitted(text, LABEL_SIZE, 260)
    if not shown:
        return 0.0
    width = measure(shown, LABEL_SIZE) + 44
    canvas.box(WIDTH - MARGIN - width, DISC_TOP + 12, width, 60, fill=ACCENT_TINT, round_by=30)
    canvas.text(WIDTH - MARGIN - 22, DISC_TOP + 53, shown, LABEL_SIZE, ACCENT, align="right")
    return width


def _progress(canvas: Canvas, card: ProfileCard) -> None:
    baseline, right = PROGRESS_TOP - 22, WIDTH - MARGIN
    room = float(INNER)
    if card.whole > 0:
        figures = f"{card.done:,} / {card.whole:,}"
        room -= canvas.text(right, baseline, figures, LABEL_SIZE, MUTED, align="right") + 28
    canvas.text(MARGIN, baseline, card.progress, LABEL_SIZE, MUTED, widest=room)
    canvas.box(MARGIN, PROGRESS_TOP, INNER, 24, fill=TRACK, round_by=12)
    done = min(max(card.done, 0), card.whole)
    share = done / card.whole if card.whole > 0 else 1.0
    if share > 0:
        # At least a dot, so that the first point is seen.
        canvas.box(MARGIN, PROGRESS_TOP, max(INNER * share, 24), 24, fill=ACCENT, round_by=12)


def _next(canvas: Canvas, label: str, lines: list[str], height: float) -> None:
    top = NEXT_TOP - 28
    canvas.box(MARGIN, top, INNER, height, fill=CARD, round_by=18)
    canvas.box(MARGIN, top + 24, 6, height - 48, fill=ACCENT, round_by=3)
    canvas.text(MARGIN + 36, top + 54, label, LABEL_SIZE, ACCENT, widest=INNER - 72)
    for number, line in enumerate(lines):
        canvas.text(MARGIN + 36, top + 106 + BODY_LINE * number, line, BODY_SIZE, INK)
