"""Looking at finished pictures."""

import io

from PIL import Image

from bot.charts.canvas import MARGIN, WIDTH, Canvas

TOP_BAND = 12


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def assert_within_bounds(canvas: Canvas) -> None:
    """Assert that everything lies inside, and that no text leaves the margins."""
    for extent in canvas.extents:
        assert extent.left >= 0
        assert extent.top >= 0
        assert extent.right <= WIDTH
        assert extent.bottom <= canvas.height
        if extent.text:
            assert extent.left >= MARGIN - 1, extent
            assert extent.right <= WIDTH - MARGIN + 1, extent


def assert_margins_are_clean(png: bytes) -> None:
    """Assert on the pixels themselves that the outermost strips are empty."""
    picture = opened(png)
    for left, right in ((0, MARGIN - 12), (WIDTH - MARGIN + 12, WIDTH)):
        strip = picture.crop((left, TOP_BAND + 2, right, picture.height))
        assert strip.getextrema() == opened_background(picture)
    bottom = picture.crop((0, picture.height - 12, WIDTH, picture.height))
    assert bottom.getextrema() == opened_background(picture)


def opened_background(picture: Image.Image) -> tuple[tuple[int, int], ...]:
    return tuple((part, part) for part in picture.getpixel((4, TOP_BAND + 8)))


def texts_overlap(canvas: Canvas) -> list[tuple[str, str]]:
    """Return the pairs of texts that run into each other on one line."""
    texts = [extent for extent in canvas.extents if extent.text]
    return [
        (one.text, other.text)
        for n, one in enumerate(texts)
        for other in texts[n + 1 :]
        if one.left < other.right
        and other.left < one.right
        and one.top + 12 < other.bottom
        and other.top + 12 < one.bottom
    ]
