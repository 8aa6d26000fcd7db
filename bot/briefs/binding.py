"""The gate for digits: a number in prose that is bound to no figure does not go out.

Dates, times of day, ordinals and the numbers of a list are no figures and are excepted.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

NUMBER = re.compile(r"[▲▼↔+\-−]?\d(?:[\d,，]*\d)?(?:\.\d+)?(?:\s?[%％])?")
EXCEPTED = re.compile(
    r"\d{4}年(?:\d{1,2}月(?:\d{1,2}[日号號])?)?|\d{1,2}月(?:\d{1,2}[日号號])?"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*"
    r"|(?<!\d)(?:[01]?\d|2[0-3])[:：][0-5]\d(?![\d:：])"
    r"|第\s?\d+\s?[章节節条條期号號次届屆个個天题題步]?"
    r"|^[ \t]*\d{1,2}[.、)）](?!\d)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Unbound:
    """A number that no figure was written as: `text[start:end]`."""

    start: int
    end: int
    text: str


def unbound_numbers(text: str, written: Collection[str]) -> list[Unbound]:
    """Return the numbers in plain `text` that are none of the figures `written`."""
    known = {_bare(one) for one in written}
    excepted = [match.span() for match in EXCEPTED.finditer(text)]
    return [
        Unbound(match.start(), match.end(), match[0].strip())
        for match in NUMBER.finditer(text)
        if _bare(match[0]) not in known
        and not any(a <= match.start() and match.end() <= b for a, b in excepted)
    ]


def _bare(number: str) -> str:
    return re.sub(r"[^\d.%]", "", number.replace("％", "%").replace("．", "."))
