"""Fold the disguises of a text away, and keep the way back to the original.

Each character is folded by itself (see characters.py); then whatever is pushed between
Chinese characters to break a word is dropped: blanks, dots, dashes, symbols, emoji.

Kept: the punctuation that ends a thought (，。！？；： 、and line ends). Folding it as well
would join words across sentences, and the contexts of a rule need the sentence.

`fold` gives the text only and is fast; `normalise` gives the same text with the map. A clean
message needs no map, so the map is only made where something was found.
"""

import re
from dataclasses import dataclass

from bot.compliance.characters import Kind, fold_character, kind_of

# Stands before each character that may be filling while a text is folded. Being of private
# use it is filling itself, and so never survives a folding.
_MARK = "\ue000"


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


def fold(text: str) -> str:
    """Return `text` folded: what `normalise` returns as its text, several times as fast."""
    marked = text.translate(_MARKED)
    if _MARK not in marked:
        return marked
    plain = marked.replace(_MARK, "")
    if plain.isascii():  # nothing Chinese: no gap splits a word
        return _single_blanks(plain)
    return _GAP.sub(_folded_gap, marked)


def normalise(text: str) -> Normalised:
    """Return `text` folded, with the map back to it."""
    folding = _Folding()
    for position, character in enumerate(text):
        for folded in fold_character(character):
            folding.add(folded, kind_of(folded), position)
    folding.close_gap(Kind.TEXT)
    return Normalised(text, "".join(folding.text), tuple(folding.starts), tuple(folding.ends))


class _Marked(dict[int, str]):
    """What each character folds to, filling marked; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = fold_character(chr(code))
        marked = "".join(_MARK + c if kind_of(c) >= Kind.GAP else c for c in folded)
        if len(self) < _MOST_CHARACTERS:
            self[code] = marked
        return marked


_MOST_CHARACTERS = 32_768
_MARKED = _Marked()
_GAP = re.compile(f"(?:{_MARK}.)+", re.DOTALL)


def _folded_gap(match: re.Match[str]) -> str:
    text = match.string
    start, end = match.span()
    left = kind_of(text[start - 1]) if start else Kind.TEXT
    right = kind_of(text[end]) if end < len(text) else Kind.TEXT
    if _splits_a_word(left, right):
        return ""
    gap = text[start + 1 : end : 2]
    if left is Kind.HAN:
        gap = gap.lstrip(" ")
    if right is Kind.HAN:
        gap = gap.rstrip(" ")
    return _single_blanks(gap)


def _single_blanks(text: str) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _splits_a_word(left: Kind, right: Kind) -> bool:
    """Tell whether filling between these two is only there to break a word."""
    if left is Kind.HAN:
        return right is Kind.HAN or right is Kind.LATIN
    return left is Kind.LATIN and right is Kind.HAN


class _Folding:
    """The text built so far, and the gap that is open at its end."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._left = Kind.TEXT
        self._gap: list[tuple[str, Kind, int]] = []

    def add(self, character: str, kind: Kind, position: int) -> None:
        """Append one folded character that stands at `position` of the original."""
        if kind >= Kind.GAP:
            self._gap.append((character, kind, position))
            return
        if self._gap:
            self.close_gap(kind)
        self._emit(character, position)
        self._left = kind

    def close_gap(self, right: Kind) -> None:
        """Drop the open gap where it splits a word; otherwise keep it, blanks made single."""
        gap, self._gap = self._gap, []
        if _splits_a_word(self._left, right):
            return
        if self._left is Kind.HAN:
            gap = _without_leading_blanks(gap)
        if right is Kind.HAN:
            gap = _without_leading_blanks(gap[::-1])[::-1]
        blank_before = False
        for character, kind, position in gap:
            if kind is Kind.SPACE and blank_before:
                self.ends[-1] = position + 1
            else:
                self._emit(character, position)
            blank_before = kind is Kind.SPACE

    def _emit(self, character: str, position: int) -> None:
        self.text.append(character)
        self.starts.append(position)
        self.ends.append(position + 1)


def _without_leading_blanks(gap: list[tuple[str, Kind, int]]) -> list[tuple[str, Kind, int]]:
    for index, (_, kind, _) in enumerate(gap):
        if kind is not Kind.SPACE:
            return gap[index:]
    return []
