"""The reading by sound: homophones (佳薇信), pinyin (wen zhuan bu pei), both mixed (加weixin)."""

import re
from collections.abc import Iterator

from bot.compliance.characters import is_han
from bot.compliance.syllables import sounds, spelled
from bot.compliance.views.view import View, rewritten
from bot.compliance.words import EVERYDAY, takes_from_a_word

_WORD = re.compile(r"[a-z]+")
_BETWEEN_WORDS = re.compile(r"[1-5]?[^\w\n]{0,3}")
_SHORTEST_SPELLED = 3  # letters: shorter syllables are English words too often


def by_sound(view: View) -> View:
    """Return the view as signs of syllables; what is not pronounced stays as it is."""
    spoken = rewritten(view, list(_pinyin(view.text)))
    return spoken.with_text(sounds(spoken.text))


def meant_by_sound(view: View, start: int, end: int, phrase: str) -> bool:
    """Tell whether `view.text[start:end]`, which sounds like `phrase`, was meant to be it.

    Half of the characters have to be right, where pinyin counts as right: nobody writes it
    by accident, unless a single short syllable is an English word.
    """
    behind = [view.behind(i, i + 1) for i in range(start, end)]
    syllables = [each for each in behind if each.isascii() and len(each) > 1]
    original = sum(written == listed for written, listed in zip(behind, phrase, strict=True))
    if len(syllables) == 1 and _inside_a_word(view, start, end):
        return False
    if len(behind) == 2:
        return original == 1 and len("".join(syllables)) >= _SHORTEST_SPELLED
    if len(behind) == 3 and any(
        written != listed and written in EVERYDAY
        for written, listed in zip(behind, phrase, strict=True)
    ):
        return False
    return 2 * (original + len(syllables)) >= len(behind)


def _pinyin(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the syllables in pinyin with their signs, and the gaps between two such words."""
    reached = -1
    for word in _WORD.finditer(text):
        start, end = word.span()
        syllables = spelled(word.group())
        if not syllables:
            continue
        if 0 <= reached < start and _BETWEEN_WORDS.fullmatch(text, reached, start):
            yield reached, start, ""
        for sign, length in syllables:
            yield start, start + length, sign
            start += length
        reached = end


def is_pronounceable(phrase: str) -> bool:
    """Tell whether a phrase can be found by its sound: it is Chinese throughout."""
    return all(map(is_han, phrase))


def takes_from_its_neighbours(view: View, start: int, end: int, phrase: str) -> bool:
    """Tell whether a homophone at an end belongs to a word outside: 「货币大涨」 is no 必大涨."""
    base = view.base
    first, last = view.span(start, end)
    at_start = base[first] != phrase[0] and takes_from_a_word(base, first, leftwards=True)
    return at_start or (
        base[last - 1] != phrase[-1] and takes_from_a_word(base, last - 1, leftwards=False)
    )


def _inside_a_word(view: View, start: int, end: int) -> bool:
    first, last = view.span(start, end)
    base = view.base
    left, right = base[first - 1 : first] + base[first], base[last - 1] + base[last : last + 1]
    return any(len(pair) == 2 and pair.isascii() and pair.isalpha() for pair in (left, right))
