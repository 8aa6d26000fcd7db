"""Further rows to train on, made from labelled ones: quoted offences, and disguised texts.

Offences quoted between the words of a warning become clean rows. Disguises are put on offences
and on clean texts alike, so that a disguise alone is no offence. Every choice is drawn from a
hash of the row's own text: the same rows give the same result, whatever else is in the folder.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from bot.compliance.model.rows import CLEAN, Row
from bot.compliance.syllables import sounds
from bot.strict_toml import read_items

FRAMES_FILE = Path(__file__).parent / "frames.toml"
_QUOTED_SHARE, _DISGUISED_SHARE = 60, 30
_LONGEST_QUOTED = 80
_FILLING = ".-_*·~| ❤🌹✨🔥💰"
_HAN_FIRST, _HAN_LAST = "\u4e00", "\u9fa5"


def augmented(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield rows made from `rows`, in their order."""
    for row in rows:
        if row.style == "evasion":
            continue
        draw = Draw(row.text)
        if row.offends and len(row.text) <= _LONGEST_QUOTED and draw.below(100) < _QUOTED_SHARE:
            yield replace(row, text=quoted(row.text, draw), label=CLEAN, style="quote")
        if draw.below(100) < _DISGUISED_SHARE:
            yield replace(row, text=disguised(row.text, draw), style="evasion")


class Draw:
    """A row of numbers that depends on a text alone."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._count = 0

    def below(self, bound: int) -> int:
        """Return the next number, from 0 to `bound` - 1."""
        self._count += 1
        seed = f"{self._count}:{self._text}".encode("utf-8", "surrogatepass")
        return int.from_bytes(hashlib.sha256(seed).digest()[:8]) % bound


def quoted(text: str, draw: Draw) -> str:
    """Return `text` between the words of somebody who does not agree with it."""
    frames = _frames()
    before, after = frames[draw.below(len(frames))]
    return before + text.rstrip("。!！") + after


def disguised(text: str, draw: Draw) -> str:
    """Return `text` with some of its Chinese characters replaced by sound, or cut apart."""
    every = (3, 5, 8)[draw.below(3)]
    by_sound = draw.below(2) == 0
    filling = _FILLING[draw.below(len(_FILLING))]
    return "".join(
        _changed(character, by_sound, filling, draw)
        if _HAN_FIRST <= character <= _HAN_LAST and draw.below(every) == 0
        else character
        for character in text
    )


def _changed(character: str, by_sound: bool, filling: str, draw: Draw) -> str:
    if not by_sound:
        return character + filling
    alike = _homophones().get(sounds(character), character)
    return alike[draw.below(len(alike))]


@cache
def _frames() -> tuple[tuple[str, str], ...]:
    found = []
    for fields in read_items(FRAMES_FILE, "frame"):
        found.append((fields.text("before"), fields.text("after")))
        fields.finish()
    return tuple(found)


@cache
def _homophones() -> dict[str, str]:
    alike: dict[str, str] = {}
    for point in range(ord(_HAN_FIRST), ord(_HAN_LAST) + 1):
        sign = sounds(chr(point))
        if sign != chr(point):
            alike[sign] = alike.get(sign, "") + chr(point)
    return alike
