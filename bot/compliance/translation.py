"""Put one character for another in a text, all at once: several times as fast as `str.translate`.

It goes by the two-byte units of UTF-16. Characters beyond the first 65,536 are two such units
and stay as they are.
"""

from collections.abc import Mapping

import numpy as np

_ENCODING = "utf-16-le"
_HALF = "surrogatepass"  # a lone half of a pair is no mistake here: it stays as well
_UNITS = 0x10000
_SURROGATES = range(0xD800, 0xE000)


def is_one_unit(code: int) -> bool:
    """Tell whether a character is one unit by itself: no pair, and no half of one."""
    return code < _UNITS and code not in _SURROGATES


class Translation:
    """A table that gives each unit another one; units not set stay as they are."""

    def __init__(self, table: Mapping[int, str], otherwise: str | None = None) -> None:
        """Take the characters of `table`; `otherwise` stands for all that it does not have."""
        self._units = np.arange(_UNITS, dtype="<u2")
        if otherwise is not None:
            self._units[:] = ord(otherwise)
        for code, character in table.items():
            self[code] = character

    def __setitem__(self, code: int, character: str) -> None:
        """Put `character` for the one with that code; both are one unit, no half of a pair."""
        if not (is_one_unit(code) and is_one_unit(ord(character))):
            raise ValueError((code, character))
        self._units[code] = ord(character)

    def __call__(self, text: str) -> str:
        """Return the text with the characters put."""
        units = np.frombuffer(text.encode(_ENCODING, _HALF), dtype="<u2")
        return self._units.take(units).tobytes().decode(_ENCODING, _HALF)
