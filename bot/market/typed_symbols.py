"""What people type for an instrument, turned into the symbols that it may mean.

Shapes only: whether such a listing exists is the directory's and the feed's to say.
"""

import re
import unicodedata
from functools import cache

import opencc

from bot.market.symbols import UnknownCode, is_symbol, share_symbol

_MAINLAND_SUFFIXES = {
    "sh": "sh",
    "ss": "sh",
    "xshg": "sh",
    "sz": "sz",
    "xshe": "sz",
    "bj": "bj",
    "bse": "bj",
}
_PREFIXED = re.compile(r"(sh|sz|bj)[.:]?([0-9]{6})")
_SUFFIXED = re.compile(r"([0-9]{6})[.:](sh|ss|xshg|sz|xshe|bj|bse)")
_HONG_KONG = re.compile(r"hk[.:]?([0-9]{1,5})|([0-9]{1,5})[.:]hk|([0-9]{4,5})")
_HONG_KONG_INDEX = re.compile(r"hk[.:]?([a-z]{2,10})")
_AMERICAN = re.compile(r"us[.:]?([a-z][a-z0-9.]{0,9})|([a-z][a-z0-9.]{0,9})\.us")
_TICKER = re.compile(r"[a-z]{1,5}(?:[.-][a-z])?")
_RETIRED = re.compile(r"(?:bj[.:]?)?((?:43|83|87)[0-9]{4})(?:[.:](?:bj|bse))?")
LONGEST = 40


def fold_typed(text: str) -> str:
    """Return `text` as it is compared: NFKC, lower case, simplified, no blanks or unseen marks."""
    folded = unicodedata.normalize("NFKC", text[:LONGEST]).casefold()
    kept = "".join(char for char in folded if not _is_dropped(char))
    simplified: str = _converter().convert(kept)
    return simplified.lstrip("$#")


def symbols_typed(folded: str) -> tuple[str, ...]:
    """Return the symbols that the folded text names by its shape, the likeliest first.

    Explicit exchanges (`sh600519`, `600519.ss`, `0700.hk`, `us.aapl`) give one; six bare
    digits give the share and, where Shanghai numbers its indexes alike, the index as well.
    Four or five bare digits are a Hong Kong code. Bare letters are none: see `bare_ticker`.
    """
    if found := _PREFIXED.fullmatch(folded):
        return (found[1] + found[2],)
    if found := _SUFFIXED.fullmatch(folded):
        return (_MAINLAND_SUFFIXES[found[2]] + found[1],)
    if found := _HONG_KONG.fullmatch(folded):
        return ("hk" + (found[1] or found[2] or found[3]).zfill(5),)
    if found := _AMERICAN.fullmatch(folded):
        return _checked("us" + (found[1] or found[2]).upper())
    if found := _HONG_KONG_INDEX.fullmatch(folded):
        return _checked("hk" + found[1].upper())
    return _bare_digits(folded)


def bare_ticker(folded: str) -> str | None:
    """Return the American symbol that bare letters may name: `brk-b` is `usBRK.B`."""
    if _TICKER.fullmatch(folded):
        return "us" + folded.upper().replace("-", ".")
    return None


def retired_beijing(folded: str) -> str | None:
    """Return the digits of a Beijing code that was retired on 2025-10-09 (43, 83, 87xxxx).

    Source: the exchange's switch to 920 numbers as reported by two sources.
    """
    found = _RETIRED.fullmatch(folded)
    return found[1] if found else None


def is_index_symbol(symbol: str) -> bool:
    """Return whether `symbol` lies where an exchange numbers its indexes: shown, not traded.

    Shanghai `sh000…`, Shenzhen `sz399…`, Beijing `bj899…` (general knowledge), Hong Kong by
    letters instead of digits.
    """
    if symbol.startswith(("sh000", "sz399", "bj899")):
        return True
    return symbol.startswith("hk") and not symbol[2:].isdigit()


def _bare_digits(folded: str) -> tuple[str, ...]:
    try:
        share = share_symbol(folded)
    except UnknownCode:
        return ("bj" + folded,) if re.fullmatch("899[0-9]{3}", folded) else ()
    return (share, "sh" + folded) if share.startswith("sz000") else (share,)


def _checked(symbol: str) -> tuple[str, ...]:
    return (symbol,) if is_symbol(symbol) else ()


def _is_dropped(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"}


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
