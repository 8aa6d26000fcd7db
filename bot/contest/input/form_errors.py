"""What the form of a contest cannot read."""

from bot.errors import BellError


class DayUnreadableError(BellError):
    """No day. Field: `received`."""

    code = "form-day"


class DayImpossibleError(BellError):
    """A day that no calendar has. Field: `received`."""

    code = "form-day-impossible"


class AmountUnreadableError(BellError):
    """No amount of money. Fields: `received`, `places`."""

    code = "form-amount"


class PercentUnreadableError(BellError):
    """No percentage. Field: `received`."""

    code = "form-percent"


class SymbolsUnreadableError(BellError):
    """Words that are no shares of the contest's market. Fields: `received`, `count`."""

    code = "form-symbols"


class BandsUnreadableError(BellError):
    """No rank bands. Field: `received`."""

    code = "form-bands"
