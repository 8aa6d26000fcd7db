"""Exchange-qualified symbols: `sh000001` is an index, `sz000001` a bank.

Six digits alone can be a stock on one exchange and an index on another, so nothing in the
product carries a bare code past this file.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.errors import BellError

_SYMBOL = re.compile(r"(?:(?:sh|sz|bj)[0-9]{6}|hk[0-9A-Z]{2,10}|us[A-Z][A-Z0-9.]{0,11})")
_CALENDARS = {"sh": "XSHG", "sz": "XSHG", "bj": "XSHG", "hk": "XHKG", "us": "XNYS"}
SIMULATED_PREFIX = "sim"

# Longest prefixes first: Beijing's 920 and its retired numbers must not fall to `9` or `8`.
_ROUTES = (
    ("92", "bj"),
    ("43", "bj"),
    ("83", "bj"),
    ("87", "bj"),
    ("6", "sh"),
    ("9", "sh"),
    ("5", "sh"),
    ("0", "sz"),
    ("1", "sz"),
    ("2", "sz"),
    ("3", "sz"),
)


class UnknownCode(BellError):
    """A code that belongs to no exchange known here; fields: received."""

    code = "symbol-unknown"


@dataclass(frozen=True)
class IndexSet:
    """The indexes that briefs show, in order, by where they trade."""

    mainland: tuple[str, ...]
    hong_kong: tuple[str, ...]
    overseas: tuple[str, ...]

    @property
    def every(self) -> tuple[str, ...]:
        """Return all of them, mainland first."""
        return self.mainland + self.hong_kong + self.overseas

    def only(self, serves: Callable[[str], bool]) -> "IndexSet":
        """Return those of them that `serves` accepts."""
        return IndexSet(
            mainland=tuple(filter(serves, self.mainland)),
            hong_kong=tuple(filter(serves, self.hong_kong)),
            overseas=tuple(filter(serves, self.overseas)),
        )


NO_INDEXES = IndexSet((), (), ())

# These index symbols come from general knowledge of the feed, not from a checked source:
# 上证指数, 深证成指, 创业板指; 恒生指数; 道琼斯, 纳斯达克, 标普500.
MARKET_INDEXES = IndexSet(
    mainland=("sh000001", "sz399001", "sz399006"),
    hong_kong=("hkHSI",),
    overseas=("usDJI", "usIXIC", "usINX"),
)


def is_symbol(text: str) -> bool:
    """Return whether `text` has the shape of a real market's symbol."""
    return _SYMBOL.fullmatch(text) is not None


def share_symbol(code: str) -> str:
    """Return the symbol of a six-digit mainland share or fund code: 600036 is `sh600036`."""
    if re.fullmatch(r"[0-9]{6}", code):
        for prefix, exchange in _ROUTES:
            if code.startswith(prefix):
                return exchange + code
    raise UnknownCode(received=code[:40])


def calendar_of(symbol: str) -> str:
    """Return the calendar code (XSHG, XHKG, XNYS) by whose days `symbol` trades."""
    market = symbol.removeprefix(SIMULATED_PREFIX)[:2]
    if market not in _CALENDARS:
        raise UnknownCode(received=symbol[:40])
    return _CALENDARS[market]
