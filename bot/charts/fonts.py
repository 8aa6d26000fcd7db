"""Which font draws which character, and what no font here can draw.

Noto Sans SC comes with the bot, so pictures look the same with no system fonts at all.
Letters it lacks (Arabic, Hebrew, …) fall to the font inside matplotlib; emoji and anything
else that would come out as a box is left out.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

MOST_MARKS = 2  # combining marks on one letter; stacks of them would climb over other lines
_SUBSTITUTES = {"\u2011": "-", "\u2212": "-", "\u00a0": " ", "\u3000": " "}


@cache
def font_files() -> tuple[Path, Path]:
    """Return the main font's file and the one for the letters it lacks."""
    import matplotlib  # noqa: PLC0415 (slow to import, needed only for pictures)
    from pylopdf_fonts_zh_cn import sans_path  # noqa: PLC0415

    return Path(sans_path()), Path(matplotlib.get_data_path()) / "fonts/ttf/DejaVuSans.ttf"


@cache
def _covered() -> tuple[frozenset[int], ...]:
    from matplotlib.ft2font import FT2Font  # noqa: PLC0415

    return tuple(frozenset(FT2Font(str(path)).get_charmap()) for path in font_files())


def drawable(text: str) -> str:
    """Return `text` as one line without what cannot be drawn: no boxes, no stacked marks."""
    kept: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFC", text):
        category = unicodedata.category(char)
        marks = marks + 1 if category[0] == "M" else 0
        if marks <= MOST_MARKS:
            kept.append(_drawn(_SUBSTITUTES.get(char, char), category))
    return " ".join("".join(kept).split())


def runs(text: str) -> Iterator[tuple[Path, str]]:
    """Split drawable `text` into pieces with the font that draws each."""
    main, other = font_files()
    in_main = _covered()[0]
    for is_main, chars in groupby(text, key=lambda char: ord(char) in in_main or char == " "):
        yield (main if is_main else other), "".join(chars)


def _drawn(char: str, category: str) -> str:
    if char.isspace():
        return " "
    in_main, in_other = _covered()
    if category[0] == "C":
        return ""
    if ord(char) in in_main:
        return char
    # Only letters and their marks: the second font's symbols are another hand.
    return char if category[0] in "LMN" and ord(char) in in_other else ""
