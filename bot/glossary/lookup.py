"""Finding a term: by its word or an alias, by a plain question, and what comes nearest."""

import re
from functools import cache

from rapidfuzz import fuzz, process

from bot.compliance.normalise import fold
from bot.glossary.terms import Entry, glossary

LONGEST_ASKED = 20
"""In characters: what is longer is no term."""
NEAR_ENOUGH = 40
"""Out of 100: below it two words have next to nothing in common."""

_POLITE = (
    r"(?:(?:请问|請問|想问|想問|问|問)(?:一?下)?[,，]?|(?:我?想)?(?:知道|了解|瞭解)(?:一下)?)?"
)
_WHAT = "(?:什么|什麼|甚麼|啥)"
_TAIL = "(?:呢|呀|啊|哦|嘛|的)?"
_ASKED = (
    re.compile(rf"{_POLITE}{_WHAT}(?:叫做|叫|是)(?P<term>.+?){_TAIL}"),
    re.compile(
        rf"{_POLITE}(?P<term>.+?)(?:到底|究竟)?(?:是指|指的是|是|指)(?:个|個)?{_WHAT}"
        rf"(?:意思|東西|东西|概念|含义|含義)?{_TAIL}"
    ),
    re.compile(rf"{_POLITE}(?P<term>.+?){_WHAT}意思{_TAIL}"),
    re.compile(rf"(?:解释|解釋)(?:一下|下)?(?P<term>.+?){_TAIL}"),
    re.compile(r"what(?:\s+is|'s|’s|\s+are)\s+(?:an?\s+|the\s+)?(?P<term>.+)", re.IGNORECASE),
    re.compile(
        r"what\s+does\s+(?:an?\s+|the\s+)?(?P<term>.+?)\s+mean(?:\s+in\s+\w+)?", re.IGNORECASE
    ),
)
_ENDS = " \t\n?？。.!！,，~～…「」“”\"'《》"

_SYMBOLS = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]")
"""Emoji, which people put behind a question."""


def find(word: str) -> Entry | None:
    """Return the entry whose word or alias this is, in any language and script."""
    return _by_name().get(_key(word))


def asked_term(text: str) -> str | None:
    """Return the word that a plain question asks the meaning of: 什么是市盈率, what is a lot."""
    question = _SYMBOLS.sub("", text).strip(_ENDS)
    if len(question) > 4 * LONGEST_ASKED or "\n" in question:
        return None
    for pattern in _ASKED:
        found = pattern.fullmatch(question)
        if found:
            return found["term"].strip(_ENDS) or None
    return None


def nearest(word: str, most: int = 3) -> tuple[Entry, ...]:
    """Return the entries whose names are most like `word`, the nearest first."""
    names = _by_name()
    found = process.extract(_key(word), list(names), scorer=fuzz.ratio, limit=4 * most)
    near = {names[name].id: names[name] for name, score, _ in found if score >= NEAR_ENOUGH}
    return tuple(near.values())[:most]


def synonym_groups() -> tuple[tuple[str, ...], ...]:
    """Return the names of each term that has several, for matching questions."""
    groups = (_names(entry) for entry in glossary())
    return tuple(names for names in groups if len(names) > 1)


def _names(entry: Entry) -> tuple[str, ...]:
    words = (term.word for term in entry.texts.values())
    return tuple(dict.fromkeys(_key(name) for name in (*words, *entry.aliases)))


def _key(word: str) -> str:
    """Return a word as names are compared: folded to Simplified, without blanks and case."""
    return re.sub(r"\s+", "", fold(word.strip(_ENDS)[: 2 * LONGEST_ASKED])).casefold()


@cache
def _by_name() -> dict[str, Entry]:
    return {name: entry for entry in glossary() for name in _names(entry)}
