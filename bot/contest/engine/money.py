"""Money to the cent: what prices and quantities come to."""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
ZERO = Decimal("0.00")


def cents(amount: Decimal) -> Decimal:
    """Return an amount to the cent, half up."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def worth(price: Decimal, quantity: int) -> Decimal:
    """Return what `quantity` shares come to at `price`, to the cent."""
    return cents(price * quantity)
