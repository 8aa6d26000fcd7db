"""The reading without punctuation: 「稳，赚，不，赔」, 「【必】【涨】」, 「v x」.

Honest texts have punctuation too, and dropping it joins words of different thoughts. So this
reading is made only where something looks cut up, and what is found in it has to look like
one word that was cut on purpose.
"""

import re

from bot.compliance.characters import HAN_RANGES, Kind, kind_of
from bot.compliance.views.view import View, rewritten

# Marks that no one puts inside a word by accident.
_ODD = "|()\\[\\]{}「」『』【】〖〗〈〉<>+^~"
_LOUD = "!"
# Each alternative begins at a mark, so that a search runs from mark to mark.
_SUSPECT = re.compile(
    rf"[^\w](?:(?<=[{HAN_RANGES}][{_ODD}])[^\w]*(?=[{HAN_RANGES}a-z])"
    rf"|(?<=[{_LOUD}])(?=[{HAN_RANGES}]{{1,2}}(?!\w))"
    rf"|(?=[{HAN_RANGES}][^\w]+[{HAN_RANGES}](?!\w))"
    r"|(?<=[^a-z0-9][a-z].)(?=[a-z](?![a-z0-9])))"
)
_MARKS = re.compile(r"[^\w]+")
_WORDLIKE = re.compile(r"[a-z0-9]")
_ONLY_ODD = re.compile(rf"[{_ODD}\s]+")
_ONLY_ODD_OR_LOUD = re.compile(rf"[{_ODD}{_LOUD}\s]+")
# Longer gaps are no disguise but a new thought.
_LONGEST_CUT = 4


def looks_cut_up(text: str) -> bool:
    """Tell, cheaply, whether a folded text may hold a word cut up by punctuation."""
    return _SUSPECT.search("\n" + text) is not None


def squeezed(view: View) -> View:
    """Return the view without the marks between Chinese characters and single letters."""
    text = view.text
    return rewritten(
        view,
        [
            (start, end, "")
            for start, end in (match.span() for match in _MARKS.finditer(text))
            if start > 0 and end < len(text) and _joins(text, start, end)
        ],
    )


def _joins(text: str, start: int, end: int) -> bool:
    """Tell whether the mark at `start:end` may stand inside a word: whether it is to be dropped."""
    left, right = kind_of(text[start - 1]), kind_of(text[end])
    if left is Kind.LATIN and right is Kind.LATIN:
        before, after = text[max(0, start - 2) : start - 1], text[end + 1 : end + 2]
        alone = not _WORDLIKE.fullmatch(before) and not _WORDLIKE.fullmatch(after)
        return end - start <= _LONGEST_CUT and alone
    return Kind.HAN in (left, right) and {left, right} <= {Kind.HAN, Kind.LATIN}


def cut_on_purpose(view: View, start: int, end: int) -> bool:
    """Tell whether `view.text[start:end]` is one word, if need be one cut up on purpose."""
    joints = [cut for cut in view.cuts(start, end) if cut is not None]
    cuts = [cut for cut in joints if cut]
    if not cuts:
        return True
    if any(len(cut) > _LONGEST_CUT for cut in cuts):
        return False
    length = end - start
    if len(cuts) == len(joints) and (length > 2 or _stands_alone(view, start, end)):
        return True
    odd = _ONLY_ODD if length == 2 else _ONLY_ODD_OR_LOUD
    return (length > 3 and len(cuts) > 1) or all(odd.fullmatch(cut) for cut in cuts)


def _stands_alone(view: View, start: int, end: int) -> bool:
    first, last = view.span(start, end)
    before, after = view.base[first - 1 : first], view.base[last : last + 1]
    return not before.isalnum() and not after.isalnum()
