"""What can be wrong with an order as somebody wrote it, before any market is asked."""

from bot.errors import BellError


class QuantitySignedError(BellError):
    """A sign in front of a quantity. Field: `received`."""

    code = "order-quantity-signed"


class QuantityFractionError(BellError):
    """A fraction of a share, or a price without its sign. Field: `received`."""

    code = "order-quantity-fraction"


class QuantityExponentError(BellError):
    """A quantity such as 1e3. Field: `received`."""

    code = "order-quantity-exponent"


class QuantityZeroError(BellError):
    """No share at all. Field: `received`."""

    code = "order-quantity-zero"


class QuantityTooLargeError(BellError):
    """More shares than any order may have. Fields: `received`, `most`."""

    code = "order-quantity-too-large"


class QuantityUnclearError(BellError):
    """No quantity could be read. Field: `received`."""

    code = "order-quantity-unclear"


class PercentOutsideError(BellError):
    """A percentage that is not 1 to 100. Field: `received`."""

    code = "order-percent-outside"


class OrderUnclearError(BellError):
    """Two quantities, two prices or two instruments. Field: `received`."""

    code = "order-unclear"


class OrderTooLongError(BellError):
    """More text than an order can have. Fields: `length`, `most`."""

    code = "order-too-long"
