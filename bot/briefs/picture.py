"""The picture of a brief: an index card with sparklines, from the same quotes as its text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.briefs.compose import Draft
from bot.briefs.content import content_of
from bot.briefs.figures import Ledger
from bot.briefs.foot import foot_of
from bot.briefs.material import Material
from bot.briefs.names import names_for
from bot.briefs.observations import shape_of
from bot.briefs.sections import IndexLine, Market, Section
from bot.briefs.whole_market import BreadthLine, SectorLine, WholeMarket
from bot.charts.index_card import IndexCard, IndexRow, draw_index_card
from bot.charts.market_parts import BreadthBar, SectorBar, SectorBars
from bot.i18n import Language, Say, Words
from bot.markup import plain

MOST_POINTS = 120
MOST_SECTORS = 3


@dataclass(frozen=True)
class Pictured:
    """A card with the records of the figures on it; `texts` is every word on it, to screen."""

    card: IndexCard
    figures: tuple[dict[str, Any], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Return every text that a reader sees on the card."""
        names = [text for row in self.card.rows for text in (row.section, row.name)]
        parts = (self.card.breadth, self.card.sectors)
        more = [text for part in parts if part is not None for text in part.texts]
        head = (self.card.title, self.card.kicker, self.card.badge)
        return (*head, *names, *more, *self.card.foot)

    def png(self) -> bytes:
        """Draw it: some hundred milliseconds, so not on the event loop."""
        return draw_index_card(self.card)


def picture_of(material: Material, draft: Draft, words: Words) -> Pictured:
    """Return the card for a draft, which must not be empty."""
    language = draft.language
    names = names_for(material, words, language)
    content = content_of(material, names)
    sections, ledger = content.sections, Ledger(language)
    rows = [
        _row(line, _heading(section, material, words, language), material, ledger)
        for section in sections.values()
        for line in section.lines
    ]
    breadth = _breadth(content.whole.breadth, ledger, words)
    # On a volatile day nothing points to what rose most, in the picture neither.
    sectors = None if content.regime.volatile else _sectors(content.whole, ledger, words)
    foot = foot_of(material, ledger, words)
    card = IndexCard(
        title=_title(sections, words, language),
        rows=tuple(rows),
        foot=(foot.data, foot.disclosure),
        kicker=_say(words, language, f"brief-kicker-{draft.due.slot}", day=draft.due.day),
        badge=_say(words, language, "brief-simulated") if draft.simulated else "",
        breadth=breadth,
        sectors=sectors,
    )
    return Pictured(card, tuple(ledger.records()))


def _breadth(line: BreadthLine | None, ledger: Ledger, words: Words) -> BreadthBar | None:
    if line is None:
        return None
    language, aside = ledger.language, ""
    if line.limit_up and line.limit_down:
        up, down = ledger.count(line.limit_up), ledger.count(line.limit_down)
        aside = _say(words, language, "brief-picture-limits", up=up, down=down)
    labels = {
        kind: _say(words, language, f"brief-picture-{kind}", count=ledger.count(figure))
        for kind, figure in (("rose", line.rose), ("level", line.level), ("fell", line.fell))
    }
    return BreadthBar(
        heading=_say(words, language, "brief-picture-breadth"),
        rose=line.breadth.rose,
        level=line.breadth.level,
        fell=line.breadth.fell,
        rose_label=labels["rose"],
        level_label=labels["level"],
        fell_label=labels["fell"],
        aside=aside,
    )


def _sectors(whole: WholeMarket, ledger: Ledger, words: Words) -> SectorBars | None:
    if not whole.sectors:
        return None
    rising, falling = (
        tuple(_sector(line, ledger) for line in lines)
        for lines in (whole.leaders(MOST_SECTORS), whole.laggards(MOST_SECTORS))
    )
    return SectorBars(
        _say(words, ledger.language, "brief-picture-rising"),
        _say(words, ledger.language, "brief-picture-falling"),
        rising,
        falling,
    )


def _sector(line: SectorLine, ledger: Ledger) -> SectorBar:
    ledger.move(line.change)
    return SectorBar(line.name, line.sector.change_percent)


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


def _title(sections: Mapping[Market, Section], words: Words, language: Language) -> str:
    """Say what happened in the market that comes first."""
    market, section = next(iter(sections.items()))
    if len(section.lines) == 1:
        return _say(words, language, f"brief-market-{market}")
    return _say(
        words, language, "brief-finding", market=market.value, shape=shape_of(section).value
    )


def _say(words: Words, language: Language, id: str, **arguments: object) -> str:
    return plain(words.say(language, Say(id, **arguments)))
