"""Fold the disguises of a text away, and keep the way back to the original.

Folded: compatibility forms (full width, circled, styled letters), combining marks, invisible
and direction characters, letter case, traditional to simplified characters, and whatever is
pushed between Chinese characters to break a word: blanks, dots, dashes, symbols, emoji.

Kept: the punctuation that ends a thought (，。！？；： 、and line ends). Folding it as well
would join words across sentences, and the contexts of a rule need the sentence.
"""

import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

import opencc


class _Kind(IntEnum):
    TEXT = 0
    HAN = 1
    LATIN = 2
    GAP = 3
    SPACE = 4


# Letters by category, yet drawn as nothing; and what Unicode calls punctuation but writers
# use as filling. Everything else of category P ends or encloses a thought and stays.
_INVISIBLE = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_FILLING = frozenset(".·•‧・*#&@/\\%'_`")
_LINE_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_DROPPED = frozenset({"Mn", "Me", "Cf", "Cc", "Cs"})
_FILLING_CATEGORIES = frozenset({"So", "Sm", "Sk", "Pd", "Pc", "Cn", "Co"})
_CACHED_CHARACTERS = 16_384


@dataclass(frozen=True, slots=True)
class Normalised:
    """A folded text; character `i` stands for `original[starts[i]:ends[i]]`."""

    original: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original behind `text[start:end]`, which must not be empty."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError((start, end))
        return self.starts[start], self.ends[end - 1]


def normalise(text: str) -> Normalised:
    """Return `text` folded, with the map back to it."""
    folding = _Folding()
    for position, character in enumerate(text):
        for folded, kind in _fold(character):
            folding.add(folded, kind, position)
    folding.close_gap(_Kind.TEXT)
    return Normalised(text, "".join(folding.text), tuple(folding.starts), tuple(folding.ends))


class _Folding:
    """The text built so far, and the gap that is open at its end."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._left = _Kind.TEXT
        self._gap: list[tuple[str, _Kind, int]] = []

    def add(self, character: str, kind: _Kind, position: int) -> None:
        """Append one folded character that stands at `position` of the original."""
        if kind >= _Kind.GAP:
            self._gap.append((character, kind, position))
            return
        if self._gap:
            self.close_gap(kind)
        self._emit(character, position)
        self._left = kind

    def close_gap(self, right: _Kind) -> None:
        """Drop the open gap where it splits a word; otherwise keep it, blanks made single."""
        gap, self._gap = self._gap, []
        sides = {self._left, right}
        if _Kind.HAN in sides and sides <= {_Kind.HAN, _Kind.LATIN}:
            return
        if self._left is _Kind.HAN:
            gap = _without_leading_blanks(gap)
        if right is _Kind.HAN:
            gap = _without_leading_blanks(gap[::-1])[::-1]
        blank_before = False
        for character, kind, position in gap:
            if kind is _Kind.SPACE and blank_before:
                self.ends[-1] = position + 1
            else:
                self._emit(character, position)
            blank_before = kind is _Kind.SPACE

    def _emit(self, character: str, position: int) -> None:
        self.text.append(character)
        self.starts.append(position)
        self.ends.append(position + 1)


def _without_leading_blanks(gap: list[tuple[str, _Kind, int]]) -> list[tuple[str, _Kind, int]]:
    for index, (_, kind, _) in enumerate(gap):
        if kind is not _Kind.SPACE:
            return gap[index:]
    return []


@lru_cache(maxsize=_CACHED_CHARACTERS)
def _fold(character: str) -> tuple[tuple[str, _Kind], ...]:
    """Return what one character of the original folds to: usually one, sometimes 0 or many."""
    folded, before = _fold_once(character), character
    while folded != before:
        folded, before = "".join(map(_fold_once, folded)), folded
    return tuple((each, _kind(each)) for each in folded)


def _fold_once(character: str) -> str:
    if character in _LINE_ENDS:
        return "\n"
    if character in _INVISIBLE:
        return ""
    if character == "\t":
        return " "
    decomposed = unicodedata.normalize("NFKD", character).casefold()
    bare = "".join(
        _simplified(each)
        for each in unicodedata.normalize("NFKD", decomposed)
        if each == "\n" or unicodedata.category(each) not in _DROPPED
    )
    composed = unicodedata.normalize("NFC", bare)
    return " " if composed.isspace() and composed != "\n" else composed


def _kind(character: str) -> _Kind:
    if _is_han(character):
        return _Kind.HAN
    if character.isascii() and character.isalpha():
        return _Kind.LATIN
    if character == " ":
        return _Kind.SPACE
    if character in _FILLING or unicodedata.category(character) in _FILLING_CATEGORIES:
        return _Kind.GAP
    return _Kind.TEXT


def _is_han(character: str) -> bool:
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\U00020000" <= character <= "\U000323af"
        or character in "々〇"
    )


def _simplified(character: str) -> str:
    # One character at a time keeps the map exact. Phrases that need more than one are folded
    # the same way in the rules, so both sides still meet.
    return _converter().convert(character) if _is_han(character) else character


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
