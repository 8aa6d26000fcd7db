"""The terms of the day: a word and what it means in one plain line, in three languages."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from bot.i18n import Language
from bot.strict_toml import Fields, read_items

GLOSSARY_FILE = Path(__file__).parent / "glossary.toml"
LONGEST_MEANING = 120


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the market in one language."""

    word: str
    meaning: str


@cache
def glossary() -> tuple[dict[Language, Term], ...]:
    """Return all terms in the order in which they come round; InvalidData names a mistake."""
    return tuple(_entry(fields) for fields in read_items(GLOSSARY_FILE, "term"))


def term_of_day(day: date, language: Language) -> Term:
    """Return the term of a day: the same for everybody, each in its turn."""
    terms = glossary()
    return terms[day.toordinal() % len(terms)][language]


def _entry(fields: Fields) -> dict[Language, Term]:
    fields.text("id")
    entry = {language: _term(fields.table(language.value)) for language in Language}
    fields.finish()
    return entry


def _term(fields: Fields) -> Term:
    term = Term(fields.text("word"), fields.text("meaning"))
    fields.finish()
    # A number here would be bound to no quote.
    if any(char.isdigit() for char in term.word + term.meaning):
        raise fields.refuse("meaning", term.meaning, "a text without digits")
    if len(term.meaning) > LONGEST_MEANING:
        raise fields.refuse("meaning", term.meaning, f"at most {LONGEST_MEANING} characters")
    return term
