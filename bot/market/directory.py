"""The directory of instruments: from what a person types to a listing, or to a choice."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz, process

from bot.market.listing import Listing, lasting_name
from bot.market.listing_files import read_listings
from bot.market.pinyin import initials_of
from bot.market.symbols import calendar_of
from bot.market.typed_symbols import (
    LONGEST,
    bare_ticker,
    fold_typed,
    is_index_symbol,
    retired_beijing,
    symbols_typed,
)

MOST_CHOICES = 8
MOST_SUGGESTIONS = 4
LEAST_LIKENESS = 50.0  # percent, below which a suggestion is a guess
_SHARE_CLASS = re.compile(r"-[A-Z]{1,2}$")  # of a name: 网易-S, 阿里巴巴-W, 谷歌-A
_CODE_AND_NAME = re.compile(r"([^0-9]*)([0-9]{4,6})([^0-9]*)")
_MARKET_ORDER = {"sh": 0, "sz": 0, "bj": 0, "hk": 1, "us": 2}


class Hint(StrEnum):
    """Why nothing was found, where that is known."""

    RETIRED_BEIJING = "retired-beijing"
    TOO_LONG = "too-long"


@dataclass(frozen=True, slots=True)
class One:
    """Exactly one listing; `retired` is the old Beijing code that was typed, if it was one."""

    listing: Listing
    retired: str | None = None


@dataclass(frozen=True, slots=True)
class Several:
    """Two to MOST_CHOICES listings to choose from, the likeliest first."""

    listings: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    """No listing; `suggestions` may be what was meant, likeliest first."""

    suggestions: tuple[Listing, ...] = ()
    hint: Hint | None = None


Found = One | Several | Nothing


class Directory:
    """Listings by symbol, name and initials; unchanging: `with_listings` makes a new one.

    `aliases`: from what people say to a symbol. `retired`: from an old Beijing code to the
    symbol it became.
    """

    def __init__(
        self,
        listings: Iterable[Listing],
        aliases: Mapping[str, str] | None = None,
        retired: Mapping[str, str] | None = None,
        *,
        former_names: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._listings = {listing.symbol: listing for listing in listings}
        self._aliases = {fold_typed(text): symbol for text, symbol in (aliases or {}).items()}
        self._retired = dict(retired or {})
        self._former_names = tuple(former_names)
        present = [(listing.name, listing.symbol) for listing in self._listings.values()]
        folded = (
            (fold_name(form), symbol)
            for name, symbol in (*present, *self._former_names)
            for form in (name, _SHARE_CLASS.sub("", name))
        )
        self._names = list(dict.fromkeys((name, symbol) for name, symbol in folded if name))
        self._texts = [name for name, _ in self._names]
        spelt = (
            (initials, symbol) for name, symbol in self._names for initials in initials_of(name)
        )
        self._initials = sorted(set(spelt))

    def __len__(self) -> int:
        """Return how many listings there are, indexes included."""
        return len(self._listings)

    def __contains__(self, symbol: str) -> bool:
        """Return whether `symbol` is listed here."""
        return symbol in self._listings

    def listing(self, symbol: str) -> Listing:
        """Return the listing of `symbol`, or a stand-in that is marked as not known."""
        return self._listings.get(symbol) or _unknown(symbol)

    def with_listings(self, learned: Iterable[Listing]) -> "Directory":
        """Return a directory in which what feeds said wins; former names still lead there."""
        listings, former = dict(self._listings), list(self._former_names)
        for new in learned:
            old = listings.get(new.symbol)
            if old is not None and old.name != new.name:
                former.append((old.name, old.symbol))
            listings[new.symbol] = _merged(old, new)
        return Directory(listings.values(), self._aliases, self._retired, former_names=former)

    def find(self, text: str, calendar: str | None = None) -> Found:
        """Return what `text` means: a code in any usual form, a name, part of one, initials.

        With `calendar` (XSHG, XHKG, XNYS) listings of other markets are left out as long as
        one of this market fits. A well-formed code that is not listed is still One, marked
        as not known, so that the feed decides.
        """
        folded = fold_typed(text)
        if len(text) > LONGEST or not folded:
            return Nothing(hint=Hint.TOO_LONG if folded else None)
        if digits := retired_beijing(folded):
            return self._successor(digits)
        symbols = (
            self._by_shape(folded) or self._by_words(folded, calendar) or self._by_both(folded)
        )
        return self._choice(symbols, calendar) or Nothing(self._suggestions(folded))

    def _successor(self, digits: str) -> Found:
        if symbol := self._retired.get(digits):
            return One(self.listing(symbol), retired=digits)
        # Most kept their last three digits (general knowledge): a hint and never an answer.
        return Nothing((self.listing("bj920" + digits[3:]),), Hint.RETIRED_BEIJING)

    def _by_shape(self, folded: str) -> list[str]:
        symbols = list(symbols_typed(folded))
        if len(symbols) == 2:  # six bare digits: the index is offered only if there is one
            symbols = [s for s in symbols if s in self._listings or not is_index_symbol(s)]
        ticker = bare_ticker(folded)
        if symbols and ticker and (ticker in self._listings or len(folded) == 3):
            symbols.append(ticker)  # `usb` may be meant as `usB` or as `usUSB`
        if folded.isascii() and folded.isdigit() and len(folded) < 4:
            short = "hk" + folded.zfill(5)
            symbols += [short] if short in self._listings else []
        return symbols

    def _by_words(self, folded: str, calendar: str | None) -> list[str]:
        """Return what the words or letters name: exactly if anything there does, else in part."""
        ticker = bare_ticker(folded)
        name = fold_name(folded)
        exact = [self._aliases[folded]] if folded in self._aliases else []
        exact += [ticker] if ticker in self._listings else []
        exact += sorted((symbol for text, symbol in self._names if text == name), key=_market)
        exact += self._by_initials(name, whole=True)
        if not name or any(calendar in (None, calendar_of(symbol)) for symbol in exact):
            return exact
        parts = [(text, symbol) for text, symbol in self._names if name in text]
        parts.sort(key=lambda part: (not part[0].startswith(name), _market(part[1]), len(part[0])))
        symbols = [symbol for _, symbol in parts] + self._by_initials(name, whole=False)
        return exact + symbols[: 4 * MOST_CHOICES] + ([ticker] if ticker else [])

    def _by_both(self, folded: str) -> list[str]:
        """Return what a code and a name beside it mean, as copied: 贵州茅台(600519)."""
        found = _CODE_AND_NAME.fullmatch(folded)
        if found is None:
            return []
        name = fold_name(found[1] + found[3])
        symbols = self._by_shape(found[2])
        return [s for s in symbols if name and name in fold_name(self.listing(s).name)]

    def _by_initials(self, letters: str, *, whole: bool) -> list[str]:
        if not (letters.isascii() and letters.isalnum()) or len(letters) < 2:
            return []
        symbols = []
        for spelling, symbol in self._initials[bisect_left(self._initials, (letters, "")) :]:
            if not spelling.startswith(letters):
                break
            if not whole or spelling == letters:
                symbols.append(symbol)
        return sorted(symbols, key=_market)

    def _choice(self, symbols: Iterable[str], calendar: str | None) -> One | Several | None:
        listings = [self.listing(symbol) for symbol in dict.fromkeys(symbols)]
        inside = [listing for listing in listings if listing.calendar == calendar]
        listings = (inside or listings)[:MOST_CHOICES]
        if len(listings) > 1:
            return Several(tuple(listings))
        return One(listings[0]) if listings else None

    def _suggestions(self, folded: str) -> tuple[Listing, ...]:
        found = process.extract(
            fold_name(folded),
            self._texts,
            scorer=fuzz.ratio,
            score_cutoff=LEAST_LIKENESS,
            limit=MOST_SUGGESTIONS,
        )
        symbols = dict.fromkeys(self._names[position][1] for _, _, position in found)
        return tuple(self.listing(symbol) for symbol in symbols)


def fold_name(name: str) -> str:
    """Return a name as it is searched: folded, without stars, dashes and ex-date marks."""
    folded = fold_typed(lasting_name(name))
    return "".join(char for char in folded if char.isalnum())


@cache
def load_directory() -> Directory:
    """Return the shipped starter directory, read once per process."""
    content = read_listings(Path(__file__).parent / "data" / "listings.toml")
    return Directory(content.listings, content.aliases, content.retired)


def _market(symbol: str) -> int:
    return _MARKET_ORDER[symbol[:2]]


def _unknown(symbol: str) -> Listing:
    return Listing(symbol, symbol[2:], known=False, tradable=not is_index_symbol(symbol))


def _merged(old: Listing | None, new: Listing) -> Listing:
    """Return the new word on a listing, with what it does not say taken from the old."""
    tradable = new.tradable and not is_index_symbol(new.symbol)
    if old is None:
        return replace(new, tradable=tradable)
    return replace(
        new,
        lot=new.lot if new.lot > 1 else old.lot,
        listed_on=new.listed_on or old.listed_on,
        tradable=tradable and old.tradable,
    )
