"""What operators chose for an edition: its headlines, its term, the notes that it carries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from markupsafe import Markup, escape

from bot.briefs.material import Material
from bot.glossary.terms import Term, term_of_day, terms_in
from bot.i18n import Language
from bot.market.headlines import Headline
from bot.market.news import News


@dataclass(frozen=True, slots=True)
class Choices:
    """The selection behind a version.

    `headlines`: exactly these, or nothing where the newest shall be taken; `refused`: links
    that shall not come up again. `term`: how many places further on in the glossary. `notes`:
    the ids of the operators' notes that it carries.
    """

    headlines: tuple[Headline, ...] | None = None
    refused: frozenset[str] = frozenset()
    term: int = 0
    notes: tuple[int, ...] = ()

    def with_notes(self, notes: tuple[int, ...]) -> "Choices":
        """Return the same choices with other notes."""
        return replace(self, notes=notes)

    def record(self) -> dict[str, Any]:
        """Return it as plain JSON."""
        return {
            "headlines": None
            if self.headlines is None
            else [headline_record(headline) for headline in self.headlines],
            "refused": sorted(self.refused),
            "term": self.term,
            "notes": list(self.notes),
        }


def choices_from(record: Mapping[str, Any]) -> Choices:
    """Return what `Choices.record` wrote down; an empty record is no choice."""
    chosen = record.get("headlines")
    return Choices(
        headlines=None if chosen is None else tuple(headline_from(one) for one in chosen),
        refused=frozenset(record.get("refused", ())),
        term=int(record.get("term", 0)),
        notes=tuple(record.get("notes", ())),
    )


def headline_record(headline: Headline) -> dict[str, Any]:
    """Return a headline as plain JSON."""
    published = headline.published.isoformat() if headline.published else None
    return {
        "title": headline.title,
        "link": headline.link,
        "source": headline.source,
        "published": published,
    }


def headline_from(record: Mapping[str, Any]) -> Headline:
    """Return the headline of a record."""
    published = record.get("published")
    return Headline(
        title=record["title"],
        link=record["link"],
        published=datetime.fromisoformat(published) if published else None,
        source=record["source"],
    )


def with_choices(material: Material, choices: Choices) -> Material:
    """Return the material with no other headlines than the chosen ones."""
    if choices.headlines is not None:
        return replace(material, news=News(choices.headlines), expects_news=False)
    if choices.refused:
        left = tuple(h for h in material.news.headlines if h.link not in choices.refused)
        return replace(material, news=replace(material.news, headlines=left))
    return material


def other_term(lines: Sequence[Markup], day: date, by: int, language: Language) -> list[Markup]:
    """Return the lines with the term of the day replaced by the one `by` places further on."""
    old, new = term_of_day(day, language), term_at(day, by, language)
    return [_replaced(line, old, new) for line in lines]


def term_at(day: date, by: int, language: Language) -> Term:
    """Return the term `by` places after that of the day."""
    terms = terms_in(language)
    return terms[(day.toordinal() + by) % len(terms)]


def _replaced(line: Markup, old: Term, new: Term) -> Markup:
    if escape(old.word) not in line or escape(old.meaning) not in line:
        return line
    changed = str(line).replace(escape(old.meaning), escape(new.meaning))
    return Markup(changed.replace(escape(old.word), escape(new.word)))  # noqa: S704 - escaped
