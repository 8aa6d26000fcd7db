"""Which board a symbol is listed on, and what became of Beijing's retired codes.

Sources: the exchanges' code plans as several broker tables give them; the Beijing switch of
2025-10-09 from two reports of the exchange's notice, its pairs as `beijing_codes.toml` says.
Prefixes decide only together with the exchange: `sh000001` is an index, `sz000001` a bank.
"""

import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from bot.contest.instrument import Board
from bot.market.symbols import SIMULATED_PREFIX
from bot.strict_toml import read_table

# 302 is in use beside 300 and 301. What is not here is no A-share: B shares (sh900, sz200),
# funds (51, 56, 58, 15, 16), convertibles (11, 12), indexes (sh000, sz399, bj899).
PREFIXES: Mapping[str, Board] = MappingProxyType(
    {
        "sh600": Board.SSE_MAIN,
        "sh601": Board.SSE_MAIN,
        "sh603": Board.SSE_MAIN,
        "sh605": Board.SSE_MAIN,
        "sh688": Board.STAR,
        "sh689": Board.STAR,
        "sz000": Board.SZSE_MAIN,
        "sz001": Board.SZSE_MAIN,
        "sz002": Board.SZSE_MAIN,
        "sz003": Board.SZSE_MAIN,
        "sz300": Board.CHINEXT,
        "sz301": Board.CHINEXT,
        "sz302": Board.CHINEXT,
        "bj920": Board.BSE,
    }
)
_MAINLAND = re.compile(r"(?:sh|sz|bj)[0-9]{6}")
_HONG_KONG = re.compile(r"hk0[0-9]{4}")
_UNITED_STATES = re.compile(r"us[A-Z][A-Z0-9.]{0,11}")
# The feed's names of indexes have the shape of American shares.
_UNITED_STATES_INDEXES = frozenset({"usDJI", "usIXIC", "usINX", "usNDX"})

# Hong Kong's funds, which have ticks and fees of their own, and debt; from 10000 up there are
# only warrants, certificates and counters in other currencies. General knowledge of the code
# plan, not verified: an operator who misses a share will find its number here.
HONG_KONG_NO_SHARES = (
    range(2800, 2850),
    range(3000, 3200),
    range(3400, 3500),
    range(4000, 6030),
    range(7200, 7400),
    range(7500, 7600),
    range(9000, 9200),
    range(9800, 9850),
)

# Every Beijing share is 920xxx since 2025-10-09; its former number trades no more.
RETIRED_BEIJING = ("bj43", "bj83", "bj87")
_BEIJING_CODES = Path(__file__).with_name("beijing_codes.toml")
_PAIR = re.compile(r"((?:43|83|87)[0-9]{4}) (920[0-9]{3})")


def board_of(symbol: str) -> Board | None:
    """Return the board of an exchange-qualified symbol; None if it is no share that can trade.

    Simulated symbols (`simsh600519`) belong to the board that they imitate. Source: the
    prefix table above; general knowledge for Hong Kong (five digits, the first a zero) and
    for the United States, whose funds have the shape of shares and are taken for them.
    """
    bare = symbol.removeprefix(SIMULATED_PREFIX)
    if _MAINLAND.fullmatch(bare):
        return PREFIXES.get(bare[:5])
    if _HONG_KONG.fullmatch(bare):
        number = int(bare[2:])
        funds = any(number in numbers for numbers in HONG_KONG_NO_SHARES)
        return None if funds or not number else Board.HONG_KONG
    if _UNITED_STATES.fullmatch(bare) and bare not in _UNITED_STATES_INDEXES:
        return Board.UNITED_STATES
    return None


def retired(symbol: str) -> bool:
    """Return whether `symbol` is a Beijing number that was replaced on 2025-10-09."""
    bare = symbol.removeprefix(SIMULATED_PREFIX)
    return _MAINLAND.fullmatch(bare) is not None and bare.startswith(RETIRED_BEIJING)


def current_symbol(symbol: str) -> str:
    """Return the symbol under which a share trades now: another one only where published.

    A retired Beijing symbol without a published pair comes back as it is: it is most likely no
    share of that exchange, and `successors` may name a candidate for a person to confirm.
    """
    if not retired(symbol):
        return symbol
    prefix, code = symbol[:-6], symbol[-6:]
    return prefix + published_pairs().get(code, code)


def successors(symbol: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the symbols among `known` that may be the present number of a retired one.

    A published pair is the only answer where there is one. Else the 920 number with the same
    last three digits, unless it is another share's by a published pair: a proposal to be
    confirmed by a person who sees the name, never a fact.
    """
    if not retired(symbol):
        return ()
    current = current_symbol(symbol)
    if current == symbol:
        code = f"920{symbol[-3:]}"
        if code in published_pairs().values():
            return ()
        current = symbol[:-6] + code
    return (current,) if current in known else ()


@cache
def published_pairs() -> Mapping[str, str]:
    """Return the explicit pairs of `beijing_codes.toml`, former number to present one."""
    fields = read_table(_BEIJING_CODES)
    pairs = {}
    for entry in fields.texts("pairs"):
        found = _PAIR.fullmatch(entry)
        if found is None or found[1] in pairs:
            raise fields.refuse("pairs", entry, "`830000 920000`: each former number once")
        pairs[found[1]] = found[2]
    fields.finish()
    return MappingProxyType(pairs)
