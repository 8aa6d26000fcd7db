"""Turn a folded text into the buckets of its character n-grams, the same to train and to serve.

Two readings are cut into n-grams: what is written (1 to 3 characters, a number being one sign
that tells its length) and what it sounds like (2 and 3 syllables, words in pinyin read as such),
so that 加薇芯 shares most of its features with 加微信. N-grams are hashed by a rolling polynomial
over whole arrays; no Python runs for a single n-gram.
"""

import re
from collections.abc import Iterator
from functools import cache

import numpy as np
import numpy.typing as npt

from bot.compliance.syllables import sounds, spelled

Codes = npt.NDArray[np.uint32]

BUCKET_BITS = 19
WRITTEN_ORDERS = (1, 2, 3)
SOUND_ORDERS = (2, 3)

_FIRST, _LAST = "\x02", "\x03"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LATIN_WORD = re.compile(r"[a-z]{2,24}")
# Signs of private use, below those of the syllables: a number of so many digits, or a decimal.
_NUMBER_SIGNS = tuple(chr(0xE000 + length) for length in range(13))
_DECIMAL_SIGN = "\ue020"
_STEP = np.uint32(0x01000193)
_SPREAD = np.uint32(0x9E3779B1)
_SOUND_SALT = np.uint32(0x85EBCA6B)
_SHIFT = np.uint32(32 - BUCKET_BITS)
_TABLED = 0x10000


def buckets(folded_text: str) -> Codes:
    """Return the bucket of every n-gram of the text, repeated where n-grams repeat."""
    text = shaped(folded_text)
    parts = _ngrams(codes(text), WRITTEN_ORDERS)
    if not text.isascii():
        parts += _ngrams(heard(text) + _SOUND_SALT, SOUND_ORDERS)
    return _bucketed(np.concatenate(parts))


def placed_buckets(folded_text: str) -> Iterator[tuple[int, Codes]]:
    """Yield each order with its buckets, one for each character of the shaped text it begins at.

    Words in pinyin make the heard reading shorter than the written one; its n-grams then have
    no certain place and are left out.
    """
    text = shaped(folded_text)
    yield from zip(
        WRITTEN_ORDERS, map(_bucketed, _ngrams(codes(text), WRITTEN_ORDERS)), strict=True
    )
    syllables = heard(text)
    if not text.isascii() and len(syllables) == len(text):
        parts = _ngrams(syllables + _SOUND_SALT, SOUND_ORDERS)
        yield from zip(SOUND_ORDERS, map(_bucketed, parts), strict=True)


def _bucketed(hashes: Codes) -> Codes:
    return (hashes * _SPREAD) >> _SHIFT


def shaped(folded_text: str) -> str:
    """Return the text between signs for its ends, each number as one sign."""
    return _FIRST + _NUMBER.sub(_number_sign, folded_text) + _LAST


def shaped_places(folded_text: str) -> list[tuple[int, int]]:
    """Return the span of the folded text behind each character of `shaped(folded_text)`."""
    places, reached = [(0, 0)], 0
    for match in _NUMBER.finditer(folded_text):
        places += [(i, i + 1) for i in range(reached, match.start())]
        places.append(match.span())
        reached = match.end()
    places += [(i, i + 1) for i in range(reached, len(folded_text))]
    return [*places, (len(folded_text), len(folded_text))]


def codes(text: str) -> Codes:
    """Return the code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def heard(shaped_text: str) -> Codes:
    """Return the syllables of a text, everything that has none as it is written."""
    if _LATIN_WORD.search(shaped_text):
        shaped_text = _LATIN_WORD.sub(_spoken, shaped_text)
    return _syllables().take(codes(shaped_text), mode="clip")


def _ngrams(points: Codes, orders: tuple[int, ...]) -> list[Codes]:
    """Return, for each of the rising `orders`, the hash of the n-gram that begins at each place."""
    found = []
    rolling, reached = points, 1
    for order in orders:
        while reached < order:
            rolling = rolling[:-1] * _STEP + points[reached:]
            reached += 1
        found.append(rolling)
    return found


def _number_sign(match: re.Match[str]) -> str:
    number = match.group()
    return _DECIMAL_SIGN if "." in number else _NUMBER_SIGNS[min(len(number), 12)]


def _spoken(match: re.Match[str]) -> str:
    return "".join(sign for sign, _ in spelled(match.group())) or match.group()


@cache
def _syllables() -> Codes:
    """Return the sign of the syllable of each code point, itself where it has none.

    Code points above the table are clipped to its last one: all of them sound alike.
    """
    return codes(sounds("".join(map(chr, range(_TABLED)))))
