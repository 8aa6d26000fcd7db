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

_ASKED = (
    re.compile(r"(?:请问|請問|问下|問下|想问|想問)?(?:什么|什麼|啥)(?:是|叫|叫做)(?P<term>.+)"),
    re.compile(
        r"(?:请问|請問|问下|問下)?(?P<term>.+?)(?:是|指的是|指)(?:个|個)?"
        r"(?:什么|什麼|啥)(?:意思|東西|东西|概念|含义|含義)?(?:呢|呀|啊|的)?"
    ),
    re.compile(r"(?P<term>.+?)(?:什么|什麼|啥)意思(?:呢|呀|啊)?"),
    re.compile(r"what(?:\s+is|'s|’s|\s+are)\s+(?:an?\s+|the\s+)?(?P<term>.+)", re.IGNORECASE),
    re.compile(
        r"what\s+does\s+(?:an?\s+|the\s+)?(?P<term>.+?)\s+mean(?:\s+in\s+\w+)?", re.IGNORECASE
    ),
)
_ENDS = " \t\n?？。.!！,，~～…「」“”\"'《》"


def find(word: str) -> Entry | None:
    """Return the entry whose word or alias this is, in any language and script."""
    return _by_name().get(_key(word))


def asked_term(text: str) -> str | None:
    """Return the word that a plain question asks the meaning of: 什么是市盈率, what is a lot."""
    question = text.strip(_ENDS)
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
