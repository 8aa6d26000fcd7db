"""Which numbers in a broadcast need a source: those that are no date, time, ordinal or number
of a list.

A seam: once `bot/briefs/binding.py` is here, `unbound` is `unbound_numbers(text, ())`.
"""

import re
import unicodedata

_HARMLESS = re.compile(
    r"(?<![\d.,])(?:(?:19|20)\d{2}\s?[年/-]\s?)?(?:1[0-2]|0?[1-9])\s?[月/-]"
    r"\s?(?:3[01]|[12]\d|0?[1-9])(?![\d.,%]*[\d%])\s?[日号號]?"
    r"|(?:19|20)\d{2}\s?年"
    r"|\d{1,2}\s?(?:日|号|號)(?![线楼])"
    r"|(?<!\d)(?:[01]?\d|2[0-4])\s?[::]\s?[0-5]\d(?!\d)"
    r"|(?<![\d.])(?:[01]?\d|2[0-4])\s?[点點时時](?:\s?[0-5]?\d\s?分|半|整)?(?!\s?\d)"
    r"|第\s?\d{1,3}(?![\d%.])"
    r"|\b\d{1,3}(?:st|nd|rd|th)\b"
    r"|\b\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
    r"|^\s*[((]?\d{1,2}[.、))](?!\d)"
    r"|https?://\S+|@\w+|/\w+(?:\s\d+)?"
    r"|\bLv\.?\s?\d{1,3}\b|\b[TD]\+\d\b",
    re.MULTILINE | re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[+\-−▲▼]?\d+(?:[,.]\d+)*\s?[%‰]?|百分之[零一二三四五六七八九十百点點]+"
    r"|[一二三四五六七八九两兩]成(?!为|為|立|功|长|員|员)|[一二两兩三四五六七八九十]+倍"
)


def unbound(text: str) -> tuple[str, ...]:
    """Return the numbers of a plain text that nothing vouches for, each once."""
    flat = unicodedata.normalize("NFKC", text)
    blanked = _HARMLESS.sub(lambda found: " " * len(found[0]), flat)
    return tuple(dict.fromkeys(found[0].strip() for found in _NUMBER.finditer(blanked)))
