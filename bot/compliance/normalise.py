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
    pieces = [_MARKED[ord(character)] for character in text]
    places = [position for position, piece in enumerate(pieces) for _ in piece]
    marked = "".join(pieces)
    kept: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    reached = 0
    for match in _GAP.finditer(marked):
        kept.append(marked[reached : match.start()])
        starts += places[reached : match.start()]
        ends += [place + 1 for place in places[reached : match.start()]]
        for first, last in _kept_of_gap(match):
            kept.append(marked[first])
            starts.append(places[first])
            ends.append(places[last] + 1)
        reached = match.end()
    kept.append(marked[reached:])
    starts += places[reached:]
    ends += [place + 1 for place in places[reached:]]
    return Normalised(text, "".join(kept), tuple(starts), tuple(ends))


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
    left, right = _sides(match)
    if _splits_a_word(left, right):
        return ""
    gap = match.group()[1::2]
    if left is Kind.HAN:
        gap = gap.lstrip(" ")
    if right is Kind.HAN:
        gap = gap.rstrip(" ")
    return _single_blanks(gap)


def _kept_of_gap(match: re.Match[str]) -> list[tuple[int, int]]:
    """Return where what `_folded_gap` keeps begins and ends in the marked text."""
    kept = _folded_gap(match)
    if not kept:
        return []
    text = match.string
    places = list(range(match.start() + 1, match.end(), 2))
    if _sides(match)[0] is Kind.HAN:
        while places and text[places[0]] == " ":
            del places[0]
    spans: list[tuple[int, int]] = []
    for place in places:
        if text[place] == " " and spans and text[spans[-1][1]] == " ":
            spans[-1] = (spans[-1][0], place)
        else:
            spans.append((place, place))
    return spans[: len(kept)]


def _sides(match: re.Match[str]) -> tuple[Kind, Kind]:
    """Return the kinds of the characters on either side of a gap."""
    text = match.string
    start, end = match.span()
    left = kind_of(text[start - 1]) if start else Kind.TEXT
    right = kind_of(text[end]) if end < len(text) else Kind.TEXT
    return left, right


def _single_blanks(text: str) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _splits_a_word(left: Kind, right: Kind) -> bool:
    """Tell whether filling between these two is only there to break a word."""
    if left is Kind.HAN:
        return right is Kind.HAN or right is Kind.LATIN
    return left is Kind.LATIN and right is Kind.HAN
