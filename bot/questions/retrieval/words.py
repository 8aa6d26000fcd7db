"""Chinese words, how much each tells by being rare, and whether it names a thing.

The table comes from the word counts that the jieba package ships (`generate_words.py`). It
only cuts a question into words and weighs them; it knows nothing of meanings.
"""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORDS_FILE = Path(__file__).parent / "words.model"
LONGEST = 4
UNKNOWN_BITS = 22.0
"""What a character in no word costs: a little more than the rarest word."""

_ROW = re.compile(r"(\D+)(\d+)([nvx])")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its units, the bits it tells, and whether it is a noun (n), verb (v)."""

    start: int
    end: int
    bits: float
    kind: str


@cache
def table() -> Mapping[str, tuple[float, str]]:
    """Return bits and kind of each word."""
    rows = zlib.decompress(WORDS_FILE.read_bytes()).decode().split("\n")
    found = (_ROW.fullmatch(row) for row in rows)
    return {row[1]: (float(row[2]), row[3]) for row in found if row}


def cut(units: tuple[str, ...]) -> tuple[Word, ...]:
    """Cut the units of a text into the words that are likeliest together."""
    known = table()
    count = len(units)
    best: list[tuple[float, int, str]] = [(0.0, 1, "x")] * (count + 1)
    for start in range(count - 1, -1, -1):
        unit = units[start]
        if not unit:
            best[start] = best[start + 1]
            best[start] = (best[start + 1][0], 1, "x")
            continue
        bits, kind = known.get(unit, (UNKNOWN_BITS, "x" if not unit.isascii() else "n"))
        best[start] = (bits + best[start + 1][0], 1, kind)
        for length in range(2, min(LONGEST, count - start) + 1):
            if not units[start + length - 1]:
                break
            word = known.get("".join(units[start : start + length]))
            if word and word[0] + best[start + length][0] < best[start][0]:
                best[start] = (word[0] + best[start + length][0], length, word[1])
    return _path(units, best)


def _path(units: tuple[str, ...], best: list[tuple[float, int, str]]) -> tuple[Word, ...]:
    words: list[Word] = []
    place = 0
    while place < len(units):
        cost, length, kind = best[place]
        if units[place]:
            bits = cost - best[place + length][0]
            words.append(Word(place, place + length, bits, kind))
        place += length
    return tuple(words)
