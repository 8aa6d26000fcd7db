"""What a holding is worth, what share of the account it is, and how concentrated that is.

One definition for the engine's figures, the readable board and the fast one: values to the
cent, shares and Herfindahl indexes to a millionth, each rounded half up where it is made.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
MILLIONTH = Decimal("0.000001")


def position_value(price: Decimal, quantity: int) -> Decimal:
    """Return what `quantity` shares are worth at `price`, half up to the cent."""
    return (price * quantity).quantize(CENT, ROUND_HALF_UP)


def fraction(part: Decimal, whole: Decimal) -> Decimal:
    """Return part / whole, half up to a millionth; 0 where there is no whole.

    Amounts have at most 15 digits, so no quotient comes closer than 1e-22 to a half without
    being one: the division's 28 digits decide every rounding as exact arithmetic would.
    """
    if whole <= 0:
        return Decimal(0).quantize(MILLIONTH)
    return (part / whole).quantize(MILLIONTH, ROUND_HALF_UP)


def herfindahl(equity: Decimal, values: Iterable[Decimal]) -> Decimal:
    """Return the sum of the squared shares of equity, 0 (cash only) to 1 (all in one name).

    `values`: each name's value in the money of `equity`. Cash is no name and adds nothing.
    """
    squares = sum((fraction(value, equity) ** 2 for value in values), Decimal(0))
    return squares.quantize(MILLIONTH, ROUND_HALF_UP)
