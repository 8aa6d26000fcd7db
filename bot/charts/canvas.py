"""A picture in pixels, from the top left, on matplotlib's object interface.

Nothing here touches pyplot or other state shared between threads, so cards can be drawn off
the event loop, several at a time.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from bot.charts.colours import INK
from bot.charts.fonts import drawable, runs

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

WIDTH = 1080
MARGIN = 64
INNER = WIDTH - 2 * MARGIN
ELLIPSIS = "…"
PIXELS_PER_INCH = 72  # so that a font size in points is one in pixels
SMALLEST_SIZE = 10.0
CIRCLE = 0.5523  # how far a cubic curve's handle reaches to draw a quarter of a circle
BOLD_STROKE = 0.028  # of the size: the font comes in one weight only
Align = Literal["left", "right", "centre"]

_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,:%+/\-]*|\s|.")
_NOT_FIRST = frozenset("，。、；：！？）」』》】…%,.;:!?)]}▲▼")


@dataclass(frozen=True)
class Extent:
    """Where something was drawn, in pixels; `text` is empty for shapes."""

    left: float
    top: float
    right: float
    bottom: float
    text: str = ""


class Canvas:
    """Draws on `WIDTH` by `height` pixels and remembers where everything went."""

    def __init__(self, height: int, background: str) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
        from matplotlib.figure import Figure  # noqa: PLC0415
        from matplotlib.transforms import Affine2D  # noqa: PLC0415

        self.height = height
        self.extents: list[Extent] = []
        size = (WIDTH / PIXELS_PER_INCH, height / PIXELS_PER_INCH)
        self._figure = Figure(figsize=size, dpi=PIXELS_PER_INCH, facecolor=background)
        self._agg: Any = FigureCanvasAgg(self._figure)
        self._pixels = Affine2D().scale(1, -1).translate(0, height)

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        size: float,
        colour: str = INK,
        *,
        align: Align = "left",
        bold: bool = False,
        widest: float | None = None,
    ) -> float:
        """Write one line, cut to `widest` pixels with an ellipsis; return its width."""
        shown = fitted(text, size, widest) if widest is not None else drawable(text)
        width = measure(shown, size)
        left = x - {"left": 0.0, "right": width, "centre": width / 2}[align]
        self.extents.append(
            Extent(left, baseline - 0.88 * size, left + width, baseline + 0.2 * size, shown)
        )
        for path, piece in runs(shown):
            self._piece((left, baseline), piece, path, size, colour, bold=bold)
            left += _width(piece, str(path), size)
        return width

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str,
        round_by: float = 0,
    ) -> None:
        """Fill a rectangle whose corners are rounded by `round_by` pixels."""
        from matplotlib.patches import PathPatch  # noqa: PLC0415
        from matplotlib.path import Path as Outline  # noqa: PLC0415

        self.extents.append(Extent(x, y, x + width, y + height))
        right, bottom = x + width, y + height
        arc = min(round_by, width / 2, height / 2)
        bend = arc * (1 - CIRCLE)
        corners = [
            ((right - arc, y), (right - bend, y), (right, y + bend), (right, y + arc)),
            (
                (right, bottom - arc),
                (right, bottom - bend),
                (right - bend, bottom),
                (right - arc, bottom),
            ),
            ((x + arc, bottom), (x + bend, bottom), (x, bottom - bend), (x, bottom - arc)),
            ((x, y + arc), (x, y + bend), (x + bend, y), (x + arc, y)),
        ]
        points = [point for corner in corners for point in corner]
        codes = [Outline.LINETO, Outline.CURVE4, Outline.CURVE4, Outline.CURVE4] * 4
        codes[0] = Outline.MOVETO
        self._add(PathPatch(Outline(points, codes), facecolor=fill, linewidth=0))

    def line(
        self,
        points: Sequence[tuple[float, float]],
        colour: str,
        width: float,
        *,
        dashed: bool = False,
    ) -> None:
        """Draw straight lines through `points`."""
        from matplotlib.lines import Line2D  # noqa: PLC0415

        across, down = zip(*points, strict=True)
        self.extents.append(Extent(min(across), min(down), max(across), max(down)))
        drawn = Line2D(across, down, color=colour, linewidth=width)
        drawn.set(solid_capstyle="round", solid_joinstyle="round")
        if dashed:
            drawn.set_linestyle((0, (3, 3)))
        self._add(drawn)

    def area(self, points: Sequence[tuple[float, float]], fill: str) -> None:
        """Fill the polygon through `points`."""
        from matplotlib.patches import Polygon  # noqa: PLC0415

        self._add(Polygon(points, closed=True, facecolor=fill, linewidth=0))

    def png(self) -> bytes:
        """Return the picture as PNG."""
        from PIL import Image  # noqa: PLC0415

        self._agg.draw()
        picture = Image.frombytes(
            "RGBA", self._agg.get_width_height(), bytes(self._agg.buffer_rgba())
        )
        out = io.BytesIO()
        picture.convert("RGB").save(out, "PNG", compress_level=6)
        return out.getvalue()

    def _piece(
        self,
        start: tuple[float, float],
        piece: str,
        path: Path,
        size: float,
        colour: str,
        *,
        bold: bool,
    ) -> None:
        from matplotlib.patheffects import withStroke  # noqa: PLC0415
        from matplotlib.text import Text  # noqa: PLC0415

        drawn = Text(*start, piece, color=colour, va="baseline", ha="left")
        drawn.set(fontproperties=_font(str(path), size), parse_math=False)
        if bold:
            drawn.set_path_effects(
                [withStroke(linewidth=2 * BOLD_STROKE * size, foreground=colour)]
            )
        self._add(drawn)

    def _add(self, artist: Any) -> None:
        artist.set_transform(self._pixels)
        artist.set_clip_on(False)
        self._figure.add_artist(artist)


def measure(text: str, size: float) -> float:
    """Return the width in pixels of drawable `text`."""
    return sum(_width(piece, str(path), size) for path, piece in runs(text))


def fitted(text: str, size: float, widest: float) -> str:
    """Return drawable `text`, cut with an ellipsis to at most `widest` pixels."""
    shown = drawable(text)[:400]
    if measure(shown, size) <= widest:
        return shown
    if measure(ELLIPSIS, size) > widest:
        return ""
    shortest, longest = 0, len(shown)
    while shortest < longest:
        middle = (shortest + longest + 1) // 2
        if measure(shown[:middle].rstrip() + ELLIPSIS, size) <= widest:
            shortest = middle
        else:
            longest = middle - 1
    return shown[:shortest].rstrip() + ELLIPSIS


def shrunk(text: str, size: float, widest: float) -> float:
    """Return `size`, or as much less as `text` needs to be at most `widest` pixels wide.

    For figures, which may be set smaller but never cut.
    """
    shown = drawable(text)
    # Step by step: hinted letters do not shrink in exact proportion.
    while size > SMALLEST_SIZE and measure(shown, size) > widest:
        size -= 1
    return size


def wrapped(text: str, size: float, widest: float, most: int) -> list[str]:
    """Break `text` into at most `most` lines of `widest` pixels; the last may be cut."""
    lines = [""]
    rest = drawable(text)[:400]
    clauses = _clauses(rest)
    if 1 < len(clauses) <= most and all(measure(clause, size) <= widest for clause in clauses):
        whole = measure(rest, size) <= widest
        return [rest] if whole else clauses
    for found in _TOKEN.finditer(rest):
        token = found[0]
        # Closing marks stay with what they close, even where they stick out a little.
        stays = not lines[-1] or token in _NOT_FIRST or token.isspace()
        if stays or measure(lines[-1] + token, size) <= widest:
            lines[-1] += token
        elif len(lines) == most:
            lines[-1] = fitted(lines[-1] + rest[found.start() :], size, widest)
            break
        else:
            lines.append(token)
    return [fitted(line.strip(), size, widest) for line in lines if line.strip()]


def _clauses(text: str) -> list[str]:
    """Split `text` in two at the pause nearest to its middle; one piece if it has none."""
    # A comma before a digit belongs to a number.
    pauses = [found.end() for found in re.finditer(r"[，；：。;]\s*|,(?!\d)\s*", text[:-1])]
    if not pauses:
        return [text]
    nearest = min(pauses, key=lambda end: abs(end - len(text) / 2))
    return [text[:nearest].strip(), text[nearest:].strip()]


@cache
def _font(path: str, size: float) -> "FontProperties":
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415

    return FontProperties(fname=path, size=size)


@lru_cache(maxsize=8192)
def _width(piece: str, path: str, size: float) -> float:
    """Return a width in pixels; breaking lines asks for the same pieces again and again."""
    from matplotlib.font_manager import get_font  # noqa: PLC0415

    # The library keeps one font object per thread.
    font = get_font(path)
    font.set_size(size, PIXELS_PER_INCH)
    font.set_text(piece, 0.0)
    width, _ = font.get_width_height()
    return float(width) / 64
