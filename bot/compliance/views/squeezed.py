"""The reading without punctuation: 「稳，赚，不，赔」, 「【必】【涨】」, 「v x」, one character a line.

Honest texts have punctuation too, and dropping it joins words of different thoughts. So this
reading is made only where something looks cut up, and what is found in it has to look like
one word that was cut on purpose.
"""

import re

from bot.compliance.characters import HAN_RANGES
from bot.compliance.views.view import View, rewritten

# Marks that no one puts inside a word by accident.
_ODD = "|()\\[\\]{}「」『』【】〖〗〈〉<>+^~"
_LOUD = "!"
_BETWEEN = re.compile(rf"[{_ODD}{_LOUD}](?<=[{HAN_RANGES}].)[^\w]*(?=[{HAN_RANGES}a-z])")
_LONE = re.compile(rf"[^\w][{HAN_RANGES}][^\w]+[{HAN_RANGES}](?!\w)")
_LETTERS = re.compile(r"[^a-z0-9][a-z][^\w][a-z](?![a-z0-9])")
_DROPPED = re.compile(
    rf"(?<=[{HAN_RANGES}])[^\w]+(?=[{HAN_RANGES}a-z])"
    rf"|(?<=[a-z])[^\w]+(?=[{HAN_RANGES}])"
    r"|(?<=[^a-z0-9][a-z])[^\w]{1,3}(?=[a-z](?![a-z0-9]))"
)
_ONLY_ODD = re.compile(rf"[{_ODD}\s]+")
_ONLY_ODD_OR_LOUD = re.compile(rf"[{_ODD}{_LOUD}\s]+")
# Longer gaps are no disguise but a new thought.
_LONGEST_CUT = 4


def looks_cut_up(text: str) -> bool:
    """Tell, cheaply, whether a folded text may hold a word cut up by punctuation."""
    begun = "\n" + text
    return bool(_BETWEEN.search(text) or _LONE.search(begun) or _LETTERS.search(begun))


def squeezed(view: View) -> View:
    """Return the view without the marks between Chinese characters and single letters."""
    begun = "\n" + view.text
    return rewritten(
        view, ((m.start() - 1, m.end() - 1, "") for m in _DROPPED.finditer(begun) if m.start())
    )


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
