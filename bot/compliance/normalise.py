"""Fold the disguises of a text away, and keep the way back to the original.

Each character is folded by itself (see characters.py); then whatever is pushed between
Chinese characters to break a word is dropped: blanks, dots, dashes, symbols, emoji.

Kept: the punctuation that ends a thought (，。！？；： 、and line ends). Folding it as well
would join words across sentences, and the contexts of a rule need the sentence.

`fold` gives the text only and is fast; `normalise` gives the same text with the map. A clean
message needs no map, so the map is only made where something was found.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.compliance.characters import HAN_RANGES, Kind, fold_character, kind_of
from bot.compliance.translation import Translation, is_one_unit

# Stands before each character that may be filling while a text is folded. Being of private
# use it is filling itself, and so never survives a folding.
_MARK = "\ue000"


@dataclass(frozen=True, slots=True)
class Normalised:
    """A folded text; character `i` stands for `original[starts[i]:ends[i]]`."""

    original: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original behind `text[start:end]`, which must not be empty."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError((start, end))
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> str:
    """Return `text` folded: what `normalise` returns as its text, several times as fast."""
    folded = _character_for_character(text)
    if folded is not None:
        return folded
    marked = text.translate(_MARKED)
    if _MARK not in marked:
        return marked
    plain = marked.replace(_MARK, "")
    if plain.isascii():  # nothing Chinese: no gap splits a word
        return _single_blanks(plain)
    return _single_blanks(_GAP_BESIDE_CHINESE.sub(_folded_gap, marked).replace(_MARK, ""))


def normalise(text: str) -> Normalised:
    """Return `text` folded, with the map back to it."""
    folded = _character_for_character(text)
    if folded is not None:
        return Normalised(text, folded, range(len(text)), range(1, len(text) + 1))
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


def _character_for_character(text: str) -> str | None:
    """Return `text` folded if each character folds to one that stays: most texts, and quickly.

    None where that is not known; so it is of every text that has a character met never before.
    """
    if len(text) < _SHORTEST_QUICK:
        return None
    folded = _ONE_FOR_ONE(text)
    return None if _MARK in folded or _GAP_THAT_CHANGES.search(folded) else folded


class _Marked(dict[int, str]):
    """What each character folds to, filling marked; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = fold_character(chr(code))
        marked = "".join(_MARK + c if kind_of(c) >= Kind.GAP else c for c in folded)
        if len(self) < _MOST_CHARACTERS:
            self[code] = marked
            _learn(code, marked)
        return marked


def _learn(code: int, marked: str) -> None:
    """Tell the quick way what a character folds to, if it may take it."""
    kept = marked.replace(_MARK, "")
    stays = len(kept) == 1 and (marked == kept or kept in _COMMON_GAPS)
    if stays and is_one_unit(code) and is_one_unit(ord(kept)):
        _ONE_FOR_ONE[code] = kept


_MOST_CHARACTERS = 32_768
_MARKED = _Marked()
_GAP = re.compile(f"(?:{_MARK}.)+", re.DOTALL)
# Only these change by more than their marks and double blanks; each begins where a gap does.
_GAP_BESIDE_CHINESE = re.compile(
    f"(?:(?<=[{HAN_RANGES}])(?:{_MARK}.)+|(?<!{_MARK}.)(?:{_MARK}.)++(?=[{HAN_RANGES}]))", re.DOTALL
)
# What the quick way knows: these may be filling, and are where they touch Chinese or a blank.
_COMMON_GAPS = " .-/%&*#@_'"
_GAP_THAT_CHANGES = re.compile(
    rf"[{re.escape(_COMMON_GAPS)}](?:(?<=[{HAN_RANGES}].)|(?=[{HAN_RANGES}])|(?<=  ))"
)
# Below this many characters the slow way is quicker.
_SHORTEST_QUICK = 20
_ONE_FOR_ONE = Translation({}, otherwise=_MARK)


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
