"""The glossary: each term in one plain line, a gloss for in between, and more for who asks.

Terms live in `terms/*.toml`, one file per field, in Simplified Chinese and, for those that an
English edition may bring, in English. Traditional Chinese is made of the Simplified.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from bot.i18n import Language
from bot.strict_toml import Fields, read_items
from bot.traditional import traditional

TERMS_FOLDER = Path(__file__).parent / "terms"
LONGEST_MEANING = 120
LONGEST_GLOSS = {Language.SIMPLIFIED: 18, Language.TRADITIONAL: 18, Language.ENGLISH: 48}
LONGEST_NOTE = 196
"""Word and explanation together fit a note over the chat, which holds 200 letters."""
LONGEST_EXAMPLE = 200
_T_PLUS = re.compile(r"T\+[0-9]")
"""A name, not a number."""
TEXTS = ("word", "gloss", "meaning", "more", "example")


class Index(StrEnum):
    """Whose figure of today stands beside a term: the first index of a market."""

    MAINLAND = "mainland"
    HONG_KONG = "hong-kong"
    OVERSEAS = "overseas"


class IndexField(StrEnum):
    """Which figure of that index."""

    LAST = "last"
    CHANGE_PERCENT = "change-percent"
    AMPLITUDE = "amplitude"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Bound:
    """The figure of today that shows a term at work."""

    index: Index
    field: IndexField


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the market in one language.

    `gloss` is said in brackets after the word in newbies' briefs; everyday words have none.
    `meaning` is its line as the term of the day, `more` and `example` are read by who taps.
    """

    id: str
    word: str
    gloss: str
    meaning: str
    more: str
    example: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A term in the languages that it is written in, with its `aliases` and today's figure."""

    id: str
    aliases: tuple[str, ...]
    tags: tuple[str, ...]
    figure: Bound | None
    texts: Mapping[Language, Term]

    def told_in(self, language: Language) -> Term:
        """Return the term in a language; in Simplified Chinese where it lacks that one."""
        return self.texts.get(language, self.texts[Language.SIMPLIFIED])


@cache
def glossary() -> tuple[Entry, ...]:
    """Return all terms in the order in which they come round; InvalidData names a mistake."""
    entries: dict[str, Entry] = {}
    for path in sorted(TERMS_FOLDER.glob("*.toml")):
        for fields in read_items(path, "term"):
            entry = _entry(fields)
            if entry.id in entries:
                raise fields.refuse("id", entry.id, "an id that no other term has")
            entries[entry.id] = entry
    return tuple(entries.values())


@cache
def terms_in(language: Language) -> tuple[Term, ...]:
    """Return the terms that are written in a language, in their order."""
    return tuple(entry.texts[language] for entry in glossary() if language in entry.texts)


def term_of_day(day: date, language: Language) -> Term:
    """Return the term of a day: the same for all readers of a language, each in its turn."""
    terms = terms_in(language)
    return terms[day.toordinal() % len(terms)]


def entry_with(id: str) -> Entry | None:
    """Return the entry with an id."""
    return next((entry for entry in glossary() if entry.id == id), None)


def term_with(id: str, language: Language) -> Term | None:
    """Return the term with an id in a language, or in Simplified Chinese."""
    entry = entry_with(id)
    return entry.told_in(language) if entry else None


def _entry(fields: Fields) -> Entry:
    id = fields.text("id")
    entry = Entry(
        id=id,
        aliases=fields.texts("aliases"),
        tags=fields.texts("tags"),
        figure=_bound(fields),
        texts=dict(_terms(id, fields)),
    )
    fields.finish()
    return entry


def _bound(fields: Fields) -> Bound | None:
    if "figure" not in fields.names():
        return None
    table = fields.table("figure")
    index = table.choice("index", [each.value for each in Index])
    field = table.choice("field", [each.value for each in IndexField])
    table.finish()
    return Bound(Index(index), IndexField(field))


def _terms(id: str, fields: Fields) -> Iterator[tuple[Language, Term]]:
    given = {language: language.value in fields.names() for language in Language}
    simplified = _read(id, fields.table(Language.SIMPLIFIED.value), Language.SIMPLIFIED)
    yield Language.SIMPLIFIED, simplified
    texts = {name: traditional(getattr(simplified, name)) for name in TEXTS}
    yield Language.TRADITIONAL, Term(id=id, **texts)
    if given[Language.ENGLISH]:
        table = fields.table(Language.ENGLISH.value)
        yield Language.ENGLISH, _read(id, table, Language.ENGLISH)


def _read(id: str, fields: Fields, language: Language) -> Term:
    texts = {name: fields.text(name, optional=name == "gloss") for name in TEXTS}
    term = Term(id=id, **texts)
    fields.finish()
    # A number here would be bound to no quote; examples are read outside of briefs.
    for name in ("word", "gloss", "meaning"):
        if any(char.isdigit() for char in _T_PLUS.sub("", texts[name])):
            raise fields.refuse(name, texts[name], "a text without digits")
    for name, most in (
        ("meaning", LONGEST_MEANING),
        ("gloss", LONGEST_GLOSS[language]),
        ("more", LONGEST_NOTE - len(term.word)),
        ("example", LONGEST_EXAMPLE),
    ):
        if len(texts[name]) > most:
            raise fields.refuse(name, texts[name], f"at most {most} characters")
    return term
