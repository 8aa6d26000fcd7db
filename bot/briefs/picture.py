"""The picture of a brief: an index card with sparklines, from the same quotes as its text."""

from dataclasses import dataclass
from typing import Any

from bot.briefs.compose import Draft
from bot.briefs.figures import Ledger
from bot.briefs.foot import foot_of
from bot.briefs.material import Material
from bot.briefs.names import index_names
from bot.briefs.observations import shape_of
from bot.briefs.sections import IndexLine, Market, Section, sections_of
from bot.charts.index_card import IndexCard, IndexRow, draw_index_card
from bot.i18n import Language, Say, Words
from bot.markup import plain

MOST_POINTS = 120


@dataclass(frozen=True)
class Pictured:
    """A card with the records of the figures on it; `texts` is every word on it, to screen."""

    card: IndexCard
    figures: tuple[dict[str, Any], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Return every text that a reader sees on the card."""
        names = [text for row in self.card.rows for text in (row.section, row.name)]
        return (self.card.title, self.card.kicker, self.card.badge, *names, *self.card.foot)

    def png(self) -> bytes:
        """Draw it: some hundred milliseconds, so not on the event loop."""
        return draw_index_card(self.card)


def picture_of(material: Material, draft: Draft, words: Words) -> Pictured:
    """Return the card for a draft, which must not be empty."""
    language = draft.language
    names = index_names(material.snapshot.quotes, words, language)
    sections, _ = sections_of(material, names)
    ledger = Ledger(language)
    rows = [
        _row(line, _heading(section, material, words, language), material, ledger)
        for section in sections.values()
        for line in section.lines
    ]
    foot = foot_of(material, ledger, words)
    card = IndexCard(
        title=_title(sections, words, language),
        rows=tuple(rows),
        foot=(foot.data, foot.disclosure),
        kicker=_say(words, language, f"brief-kicker-{draft.due.slot}", day=draft.due.day),
        badge=_say(words, language, "brief-simulated") if draft.simulated else "",
    )
    return Pictured(card, tuple(ledger.records()))


def _heading(section: Section, material: Material, words: Words, language: Language) -> str:
    """Name the market, and the day of its session where that is not today's."""
    market = Say(f"brief-market-{section.market.value}")
    if section.day == material.due.day:
        return plain(words.say(language, market))
    return _say(words, language, "brief-market-dated", market=market, day=section.day)


def _row(line: IndexLine, heading: str, material: Material, ledger: Ledger) -> IndexRow:
    ledger.price(line.last)
    ledger.move(line.change)
    return IndexRow(
        name=line.name,
        last=line.quote.last,
        change_percent=line.quote.change_percent,
        series=_thinned(material.series.get(line.quote.symbol, ())),
        reference=line.quote.previous_close,
        section=heading,
    )


def _thinned(series: tuple[Any, ...]) -> tuple[Any, ...]:
    """Keep about `MOST_POINTS`, always the last one: more cannot be seen."""
    step = len(series) // MOST_POINTS + 1
    return series[::-1][::step][::-1]


def _title(sections: dict[Market, Section], words: Words, language: Language) -> str:
    """Say what happened in the market that comes first."""
    market, section = next(iter(sections.items()))
    if len(section.lines) == 1:
        return _say(words, language, f"brief-market-{market}")
    return _say(
        words, language, "brief-finding", market=market.value, shape=shape_of(section).value
    )


def _say(words: Words, language: Language, id: str, **arguments: object) -> str:
    return plain(words.say(language, Say(id, **arguments)))
