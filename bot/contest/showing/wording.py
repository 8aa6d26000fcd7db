"""Figures, names and codes of contests as catalogue messages: what every telling shares."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import reduce

from bot.contest.instrument import Market
from bot.i18n import Say
from bot.market.rehearsal_shares import NAME_PREFIX
from bot.market.symbols import SIMULATED_PREFIX

ZERO = Decimal(0)
HUNDREDTH = Decimal("0.01")


def money(amount: Decimal) -> Say:
    """Say an amount to the cent, with its sign where it is negative."""
    sign = "figure-money-minus" if amount < 0 else "figure-money"
    return Say(sign, value=abs(amount))


def price(value: Decimal) -> Say:
    """Say a price with as many decimals as it has, at least two."""
    return Say("figure-price", value=value)


def gain(amount: Decimal) -> Say:
    """Say a result in money with its sign, which nothing has not."""
    if not amount:
        return money(amount)
    return Say("figure-money-minus" if amount < 0 else "figure-money-plus", value=abs(amount))


def percent(share: Decimal) -> Say:
    """Say a share of one in percent."""
    return Say("figure-percent", value=share * 100)


def change(share: Decimal) -> Say:
    """Say a change, a share of one, in percent with its arrow; what rounds to 0.00 has none."""
    shown = (share * 100).quantize(HUNDREDTH, ROUND_HALF_UP)
    kind = "up" if shown > 0 else "down" if shown < 0 else "level"
    return Say(f"figure-change-{kind}", value=abs(shown))


def points(score: Decimal) -> Say:
    """Say a score or one of its terms, with its sign unless it rounds to 0.00."""
    shown = score.quantize(HUNDREDTH, ROUND_HALF_UP)
    return Say("figure-points-minus" if shown < 0 else "figure-points", value=abs(shown))


def code_of(symbol: str) -> str:
    """Return a symbol as people write it: 600519, 00700.HK, AAPL."""
    bare = symbol.removeprefix(SIMULATED_PREFIX)
    code = bare[2:]
    return f"{code}.HK" if bare.startswith("hk") and code.isdigit() else code


def named(name: str, symbol: str) -> Say:
    """Say an instrument: its name and its code.

    A rehearsal's feed marks every name as simulated; what is said here is marked already.
    """
    code, name = code_of(symbol), name.removeprefix(NAME_PREFIX)
    return Say("instrument", name=name, code=code) if name != code else Say("just", text=code)


def currency(market: Market) -> Say:
    """Say the money of a market."""
    return Say(f"currency-{market.currency.lower()}")


def listed(parts: Sequence[Say], joint: str = "list-and") -> Say:
    """Say several things one after another, in a line."""
    if not parts:
        return Say("nothing")
    return reduce(lambda first, then: Say(joint, first=first, then=then), parts)
