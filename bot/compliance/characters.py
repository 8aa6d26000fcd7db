"""What one character folds to, and what kind of character the result is.

Folded: compatibility forms (full width, circled, styled letters), look-alikes of other
scripts, combining marks, invisible and direction characters, letter case, digits of any
script, traditional to simplified characters.
"""

import unicodedata
from enum import IntEnum
from functools import cache, lru_cache

import opencc

from bot.compliance.lookalikes import LOOKALIKES


class Kind(IntEnum):
    """What a folded character is to its neighbours; from GAP on it may be mere filling."""

    TEXT = 0
    HAN = 1
    LATIN = 2
    GAP = 3
    SPACE = 4


# The ranges of Chinese characters, as the inside of a character class.
HAN_RANGES = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"

# Letters by category, yet drawn as nothing; and what Unicode calls punctuation but writers
# use as filling. Everything else of category P ends or encloses a thought and stays.
_INVISIBLE = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_FILLING = frozenset(".·•‧・*#&@/\\%'_`")
_LINE_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_DROPPED = frozenset({"Mn", "Me", "Cf", "Cc", "Cs"})
_FILLING_CATEGORIES = frozenset({"So", "Sc", "Sm", "Sk", "Pd", "Pc", "Cn", "Co"})
_CACHED_CHARACTERS = 16_384


@lru_cache(maxsize=_CACHED_CHARACTERS)
def fold_character(character: str) -> str:
    """Return what `character` folds to: usually one, sometimes none or many."""
    folded, before = _fold_once(character), character
    while folded != before:
        folded, before = "".join(map(_fold_once, folded)), folded
    return folded


@lru_cache(maxsize=_CACHED_CHARACTERS)
def kind_of(character: str) -> Kind:
    """Return the kind of a folded character."""
    if is_han(character):
        return Kind.HAN
    if character.isascii() and character.isalpha():
        return Kind.LATIN
    if character == " ":
        return Kind.SPACE
    if character == "+":
        return Kind.TEXT  # 「+v」 means 「加v」: never mere filling
    if character in _FILLING or unicodedata.category(character) in _FILLING_CATEGORIES:
        return Kind.GAP
    return Kind.TEXT


def is_han(character: str) -> bool:
    """Tell whether `character` is a Chinese one."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\U00020000" <= character <= "\U000323af"
        or character in "々〇"
    )


def _fold_once(character: str) -> str:
    if character in _LINE_ENDS:
        return "\n"
    if character in _INVISIBLE:
        return ""
    if character == "\t":
        return " "
    decomposed = unicodedata.normalize("NFKD", _plain(character))
    bare = "".join(
        _plain(_simplified(each))
        for each in unicodedata.normalize("NFKD", decomposed.casefold())
        if each == "\n" or unicodedata.category(each) not in _DROPPED
    )
    composed = unicodedata.normalize("NFC", bare)
    return " " if composed.isspace() and composed != "\n" else composed


def _plain(character: str) -> str:
    """Return the Latin letter, the character or the digit that `character` is drawn like."""
    plain = LOOKALIKES.get(character)
    if plain is not None:
        return plain
    digit = unicodedata.digit(character, None)
    return character if digit is None else str(digit)


def _simplified(character: str) -> str:
    # One character at a time keeps the map exact. Phrases that need more than one are folded
    # the same way in the rules, so both sides still meet.
    return _converter().convert(character) if is_han(character) else character


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
