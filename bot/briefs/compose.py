"""Writing an edition: a pure function of the material, the tier and the language."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from markupsafe import Markup

from bot.briefs.dropped import Dropped, DropReason
from bot.briefs.due import DueSlot
from bot.briefs.figures import Ledger
from bot.briefs.foot import foot_of
from bot.briefs.glossary import term_of_day
from bot.briefs.length import fits
from bot.briefs.material import Material
from bot.briefs.names import index_names
from bot.briefs.observations import observations, shape_of
from bot.briefs.sections import (
    Market,
    Section,
    is_closed_today,
    is_night_off,
    sections_of,
)
from bot.briefs.selection import select_headlines
from bot.briefs.templates import render
from bot.calendar.errors import CalendarUncovered
from bot.compliance.disclosure import with_disclosure
from bot.i18n import Language, Words, format_day
from bot.market.headlines import Headline
from bot.market.symbols import calendar_of
from bot.members.tiers import Tier

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Draft:
    """An edition as written, not screened yet.

    `figures` records every number in `markup` with its quote. `markup` is empty where there
    is no figure to build on: such a brief is not posted.
    """

    due: DueSlot
    tier: Tier
    language: Language
    markup: Markup
    figures: tuple[dict[str, Any], ...]
    headlines: tuple[Headline, ...]
    dropped: tuple[Dropped, ...]
    data_only: bool = False
    simulated: bool = False

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing that could be posted."""
        return not self.markup

    def snapshot(self) -> dict[str, Any]:
        """Return what the edition keeps of its origin, as plain JSON."""
        return {
            "figures": list(self.figures),
            "headlines": [_kept(headline) for headline in self.headlines],
            "dropped": [item.record() for item in self.dropped],
        }


def compose(
    material: Material, tier: Tier, language: Language, words: Words, *, data_only: bool = False
) -> Draft:
    """Write the edition of a tier in a language, as long as a caption may be.

    What is missing, stale or too long is left out and named in `dropped`, never replaced.
    """
    names = index_names(material.snapshot.quotes, words, language)
    sections, dropped = sections_of(material, names)
    empty = Draft(material.due, tier, language, Markup(), (), (), tuple(dropped), data_only)
    if not sections:
        return empty
    chosen: Sequence[Headline] = ()
    if not data_only:
        chosen, lost = select_headlines(material, tier)
        dropped += lost
    values = _values(material, language, sections)
    for count in range(len(chosen), -1, -1):
        ledger = Ledger(language)
        given = {**values, "headlines": chosen[:count]}
        body = render(material.due.slot, tier, ledger, given, data_only=data_only)
        text = with_disclosure(body, foot_of(material, ledger, words).line)
        if fits(text):
            break
    dropped += [Dropped(h.title, DropReason.TOO_LONG, h.source) for h in chosen[count:]]
    return replace(
        empty,
        markup=text,
        figures=tuple(ledger.records()),
        headlines=tuple(chosen[:count]),
        dropped=tuple(dropped),
        simulated=bool(values["simulated"]),
    )


def _values(
    material: Material, language: Language, sections: dict[Market, Section]
) -> dict[str, Any]:
    """Return everything that a template may refer to."""
    due, overseas = material.due, sections.get(Market.OVERSEAS)
    yesterday = due.day - ONE_DAY
    quotes = [line.quote for section in sections.values() for line in section.lines]
    is_late_night = overseas is not None and overseas.day != yesterday
    return {
        "day": format_day(due.day, language),
        "yesterday": yesterday,
        "simulated": any(quote.simulated for quote in quotes),
        "overseas": overseas,
        "night_day": format_day(overseas.day, language) if overseas and is_late_night else "",
        "no_night": overseas is None and _had_no_night(material),
        "mainland": sections.get(Market.MAINLAND),
        "hong_kong": sections.get(Market.HONG_KONG),
        "hong_kong_closed": _is_hong_kong_closed(material),
        "term": term_of_day(due.day, language),
        "next_day": _next_day(material, language),
        "shape_of": lambda section: shape_of(section) if len(section.lines) > 1 else "",
        "observations": observations,
    }


def _had_no_night(material: Material) -> bool:
    """Tell whether the overseas exchange is known not to have traded since our last close."""
    symbols = material.indexes.overseas
    try:
        return bool(symbols) and all(is_night_off(symbol, material) for symbol in symbols)
    except CalendarUncovered:
        return False


def _is_hong_kong_closed(material: Material) -> bool:
    codes = {calendar_of(symbol) for symbol in material.indexes.hong_kong}
    return bool(codes) and all(is_closed_today(code, material) for code in codes)


def _next_day(material: Material, language: Language) -> str:
    try:
        day = material.calendars[material.home].next_trading_day(material.due.day)
    except CalendarUncovered:
        return ""
    return format_day(day, language)


def _kept(headline: Headline) -> dict[str, Any]:
    return {
        "title": headline.title,
        "link": headline.link,
        "source": headline.source,
        "published": headline.published.isoformat() if headline.published else None,
    }
