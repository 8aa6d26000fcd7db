"""Common words: a character that belongs to one was hardly put there to sound like another."""

import json
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "common_words.json"
# Words of this trade that general lists do not have.
_OF_THE_TRADE = ("比特币", "以太币", "稳定币", "数字币", "代币", "炒币", "持币", "家长", "长得")
# Characters so common that they say nothing by what they sound like.
EVERYDAY = frozenset(
    "那这就不了的是在有和也都要会很到说去你我他她它们个只把被让给对从但而又还再没能可必已以所"
)
_LONGEST = 3


def takes_from_a_word(text: str, position: int, *, leftwards: bool) -> bool:
    """Tell whether a common word ends (`leftwards`) or begins with the character there."""
    words = _words()
    if leftwards:
        return any(text[max(0, position + 1 - n) : position + 1] in words for n in _LENGTHS)
    return any(text[position : position + n] in words for n in _LENGTHS)


_LENGTHS = range(2, _LONGEST + 1)


@cache
def _words() -> frozenset[str]:
    return frozenset(json.loads(_FILE.read_text(encoding="utf-8"))) | frozenset(_OF_THE_TRADE)
