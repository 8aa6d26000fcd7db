"""The pinyin initials by which people type a Chinese name: 贵州茅台 is `gzmt`."""

import json
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import product

MOST_SPELLINGS = 32


def initials_of(name: str) -> frozenset[str]:
    """Return the initials of a folded name, one for each way to read it (行: `h` or `x`).

    Letters and digits stand for themselves, everything else is passed over. A name with more
    readings than MOST_SPELLINGS keeps only the first of each character.
    """
    readings = [letters for letters in map(_letters, name) if letters]
    count = 1
    for letters in readings:
        count *= len(letters)
    if count > MOST_SPELLINGS:
        readings = [letters[:1] for letters in readings]
    return frozenset("".join(spelling) for spelling in product(*readings)) - {""}


def _letters(character: str) -> str:
    if character.isascii():
        return character if character.isalnum() else ""
    return _table().get(character, "")


@cache
def _table() -> Mapping[str, str]:
    """Return the letters of each character; the file has the characters of each letter."""
    text = files("bot.market").joinpath("data/pinyin_initials.json").read_text("utf-8")
    table: dict[str, str] = defaultdict(str)
    for letter, characters in json.loads(text).items():
        for character in characters:
            table[character] += letter
    return dict(table)
