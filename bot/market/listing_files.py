"""Reading the starter directory: a TOML file that people edit."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.market.listing import Listing
from bot.market.symbols import is_symbol
from bot.strict_toml import Fields, read_table

LARGEST_LOT = 1_000_000
_PLAIN_MARKETS = {"mainland": True, "united_states": True, "indexes": False}
_NAMES = 'a table of SYMBOL = "name"'


@dataclass(frozen=True)
class ListingFile:
    """What one file holds; `retired` maps an old Beijing code to a symbol."""

    listings: tuple[Listing, ...]
    aliases: Mapping[str, str]
    retired: Mapping[str, str]


def read_listings(path: Path) -> ListingFile:
    """Return the content of the file at `path`; raise InvalidData naming what is wrong."""
    whole = read_table(path)
    listings: list[Listing] = []
    for table, tradable in _PLAIN_MARKETS.items():
        for symbol, name in _texts(whole, table).items():
            listings.append(Listing(_symbol(whole, table, symbol), name, tradable=tradable))
    listings += _with_lots(whole, "hong_kong")
    known = {listing.symbol for listing in listings}
    if len(known) < len(listings):
        raise whole.refuse("mainland", len(listings), "each symbol once in the file")
    aliases, retired = _texts(whole, "aliases"), _texts(whole, "retired")
    for table, pairs in (("aliases", aliases), ("retired", retired)):
        for symbol in pairs.values():
            if symbol not in known:
                raise whole.refuse(table, symbol, "symbols that the file lists")
    whole.finish()
    return ListingFile(tuple(listings), aliases, retired)


def _with_lots(whole: Fields, table: str) -> list[Listing]:
    fields = whole.table(table)
    found = []
    for symbol in fields.names():
        row = fields.table(symbol)
        lot = row.integer("lot", 1, LARGEST_LOT)
        found.append(Listing(_symbol(whole, table, symbol), row.text("name"), lot=lot))
        row.finish()
    return found


def _texts(whole: Fields, table: str) -> dict[str, str]:
    fields = whole.table(table)
    return {name: fields.text(name) for name in fields.names()}


def _symbol(whole: Fields, table: str, symbol: str) -> str:
    if not is_symbol(symbol):
        raise whole.refuse(table, symbol, "exchange-qualified symbols")
    return symbol
