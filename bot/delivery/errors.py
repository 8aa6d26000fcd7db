"""What the outbox refuses."""

from bot.errors import BellError


class AlreadySettledError(BellError):
    """Somebody decided about this delivery before."""

    code = "delivery-settled"
