"""The glossary: each term in one plain line, a gloss for in between, and more for who asks."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from bot.briefs.binding import unbound_numbers
from bot.i18n import Language
from bot.strict_toml import Fields, read_items

GLOSSARY_FILE = Path(__file__).parent / "glossary.toml"
LONGEST_MEANING = 120
LONGEST_GLOSS = {Language.SIMPLIFIED: 18, Language.TRADITIONAL: 18, Language.ENGLISH: 48}
LONGEST_NOTE = 196
"""Word, explanation and example together fit a note over the chat, which holds 200 letters."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the market in one language.

    `gloss` is said in brackets after the word, `meaning` is its line as the term of the day,
    `more` and `example` are read by who taps on it.
    """

    id: str
    word: str
    gloss: str
    meaning: str
    more: str
    example: str


@cache
def glossary() -> tuple[dict[Language, Term], ...]:
    """Return all terms in the order in which they come round; InvalidData names a mistake."""
    return tuple(_entry(fields) for fields in read_items(GLOSSARY_FILE, "term"))


def term_of_day(day: date, language: Language) -> Term:
    """Return the term of a day: the same for everybody, each in its turn."""
    terms = glossary()
    return terms[day.toordinal() % len(terms)][language]


def term_with(id: str, language: Language) -> Term | None:
    """Return the term with an id."""
    found = (entry[language] for entry in glossary() if entry[language].id == id)
    return next(found, None)


def _entry(fields: Fields) -> dict[Language, Term]:
    id = fields.text("id")
    entry = {language: _term(id, fields.table(language.value), language) for language in Language}
    fields.finish()
    return entry


def _term(id: str, fields: Fields, language: Language) -> Term:
    texts = {name: fields.text(name) for name in ("word", "gloss", "meaning", "more", "example")}
    term = Term(id=id, **texts)
    fields.finish()
    # A number here would be bound to no quote; examples are read outside of briefs.
    for name in ("word", "gloss", "meaning"):
        if any(char.isdigit() for char in texts[name]) or unbound_numbers(texts[name], ()):
            raise fields.refuse(name, texts[name], "a text without digits")
    if len(term.meaning) > LONGEST_MEANING:
        raise fields.refuse("meaning", term.meaning, f"at most {LONGEST_MEANING} characters")
    if len(term.gloss) > LONGEST_GLOSS[language]:
        raise fields.refuse("gloss", term.gloss, f"at most {LONGEST_GLOSS[language]} characters")
    if len(term.word + term.more + term.example) > LONGEST_NOTE:
        raise fields.refuse("more", term.more, f"with word and example at most {LONGEST_NOTE}")
    return term
