"""How things are called in a brief and in reports about it: catalogue names first."""

from collections.abc import Mapping

from bot.briefs.dropped import BREADTH, HEADLINES, SECTORS
from bot.briefs.layers import BLOCKS
from bot.briefs.material import Material
from bot.i18n import Language, Say, Words
from bot.market.quote import Quote
from bot.market.rehearsal import INSTRUMENTS
from bot.market.rehearsal_overview import SECTORS as SECTORS_INVENTED
from bot.market.symbols import MARKET_INDEXES
from bot.markup import plain

NAMED = frozenset(MARKET_INDEXES.every) | {instrument.symbol for instrument in INSTRUMENTS}
"""The symbols that the catalogue has a name for, `index-<symbol>`."""

NAMED_SECTORS = frozenset(code for code, _ in SECTORS_INVENTED)
NAMED_SOURCES = frozenset({"tencent", "sina", "eastmoney", "yahoo", "rehearsal", "desk"})
LONGEST_NAME = 20
BREADTH_SYMBOL, SECTOR_SYMBOL = "breadth:", "sector:"
"""What figures of the whole market and of an industry name instead of a share."""


def index_names(quotes: Mapping[str, Quote], words: Words, language: Language) -> dict[str, str]:
    """Return the name of each quoted index: the catalogue's, else what its feed calls it."""
    return {
        symbol: plain(words.say(language, Say(f"index-{symbol}")))
        if symbol in NAMED
        else quote.name[:LONGEST_NAME]
        for symbol, quote in quotes.items()
    }


def names_for(material: Material, words: Words, language: Language) -> dict[str, str]:
    """Return the name of each quoted index, and of sectors that the catalogue has a name for."""
    sectors = {
        sector.code: plain(words.say(language, Say(f"sector-{sector.code}")))
        for sector in material.overview.sectors
        if sector.code in NAMED_SECTORS
    }
    return index_names(material.snapshot.quotes, words, language) | sectors


def called(what: str) -> Say | str:
    """Return how to call a symbol, a section or a host in a report."""
    if what.startswith(BREADTH_SYMBOL):
        return Say(f"brief-section-{BREADTH}")
    if what.startswith(SECTOR_SYMBOL):
        code = what.removeprefix(SECTOR_SYMBOL)
        return Say(f"sector-{code}") if code in NAMED_SECTORS else code
    if what in NAMED:
        return Say(f"index-{what}")
    if what in {HEADLINES, BREADTH, SECTORS} or what in BLOCKS:
        return Say(f"brief-section-{what.replace('_', '-')}")
    return what


def source_called(code: str) -> Say | str:
    """Return how to call a source."""
    return Say(f"source-{code}") if code in NAMED_SOURCES else code
