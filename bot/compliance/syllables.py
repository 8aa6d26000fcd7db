"""What Chinese characters and words in pinyin sound like, without tones, as one sign a syllable.

A sign is a character of private use, so that texts of sounds can be searched like any text.
ing is taken as in, as many speakers and most disguises do.
"""

import json
from functools import cache, lru_cache
from itertools import islice, product
from pathlib import Path

from bot.compliance.translation import Translation

_FILE = Path(__file__).parent / "data" / "syllables.json"
_FIRST_SIGN = 0xE100
_MOST_READINGS = 6
_LONGEST_SYLLABLE = 6
_LONGEST_WORD = 40
# Letters that stand for a syllable of their own: v信, 微x.
_LETTERS = {"v": "wei", "x": "xin"}


def sounds(text: str) -> str:
    """Return `text` with each Chinese character as the sign of its usual syllable."""
    if text.isascii():
        return text
    return _to_signs()(text)


def readings(phrase: str) -> tuple[str, ...]:
    """Return the ways to pronounce a phrase of Chinese characters, the usual one first."""
    usual, others = _usual_signs(), _other_signs()
    choices = [
        [usual[ord(character)], *others.get(character, ())]
        for character in phrase
        if ord(character) in usual
    ]
    if len(choices) < len(phrase):
        return ()
    return tuple("".join(signs) for signs in islice(product(*choices), _MOST_READINGS))


@lru_cache(maxsize=8_192)
def spelled(word: str) -> tuple[tuple[str, int], ...]:
    """Return the syllables of a word in pinyin, as sign and length each; none if it is not."""
    if len(word) > _LONGEST_WORD:
        return ()
    if word in ("v", "x", "vx"):
        return tuple((_signs()[_merged(_LETTERS[letter])], 1) for letter in word)
    return _split(word) or ()


def _split(word: str) -> tuple[tuple[str, int], ...] | None:
    """Cut a word into syllables from its end, the longest first wherever that works out."""
    best: list[tuple[tuple[str, int], ...] | None] = [None] * len(word) + [()]
    signs = _signs()
    for start in range(len(word) - 1, -1, -1):
        for length in range(min(_LONGEST_SYLLABLE, len(word) - start), 0, -1):
            rest = best[start + length]
            sign = signs.get(_merged(word[start : start + length]))
            if rest is not None and sign is not None:
                best[start] = ((sign, length), *rest)
                break
    return best[0]


def _merged(syllable: str) -> str:
    return syllable[:-1] if syllable.endswith("ing") else syllable


@cache
def _table() -> dict[str, dict[str, str]]:
    loaded: dict[str, dict[str, str]] = json.loads(_FILE.read_text(encoding="utf-8"))
    return loaded


@cache
def _signs() -> dict[str, str]:
    """Return the sign of each syllable; lue and nue are written lve and nve as well."""
    syllables = sorted({_merged(syllable) for syllable in _table()["usual"]} - {"n", "m", "ng"})
    signs = {syllable: chr(_FIRST_SIGN + n) for n, syllable in enumerate(syllables)}
    return signs | {"lue": signs["lve"], "nue": signs["nve"]}


@cache
def _usual_signs() -> dict[int, str]:
    signs = _signs()
    return {
        ord(character): signs[_merged(syllable)]
        for syllable, characters in _table()["usual"].items()
        for character in characters
        if _merged(syllable) in signs
    }


@cache
def _to_signs() -> Translation:
    return Translation(_usual_signs())


@cache
def _other_signs() -> dict[str, tuple[str, ...]]:
    signs = _signs()
    return {
        character: (signs[_merged(syllable)],)
        for syllable, characters in _table()["others"].items()
        for character in characters
        if _merged(syllable) in signs
    }
