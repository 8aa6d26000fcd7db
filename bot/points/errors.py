"""What the ledger and its operators' commands refuse."""

from bot.errors import BellError


class NotEnoughPointsError(BellError):
    """A movement would take a balance below zero. Fields: `balance`, `wanted`."""

    code = "not-enough-points"


class WrongDirectionError(BellError):
    """An amount has the sign that its reason cannot have. Fields: `reason`, `amount`."""

    code = "wrong-direction"


class KeyTakenError(BellError):
    """A movement's key names another person's movement: a mistake of ours. Field: `key`."""

    code = "ledger-key-taken"


class GrantUsageError(BellError):
    """A grant or deduction was typed incompletely. Field: `command`."""

    code = "grant-usage"


class BotRecipientError(BellError):
    """A bot, a channel or an anonymous administrator has no wallet."""

    code = "bot-recipient"


class OwnPointsError(BellError):
    """An operator meant their own points."""

    code = "own-points"


class ReasonLengthError(BellError):
    """The reason is missing or too long. Fields: `length`, `least`, `most`."""

    code = "reason-length"


class AmountRangeError(BellError):
    """The amount is outside of what one command moves. Fields: `amount`, `least`, `most`."""

    code = "amount-range"


class SecondOperatorError(BellError):
    """Whoever asked for a movement cannot confirm it, nor can its recipient."""

    code = "second-operator"


class PendingDecidedError(BellError):
    """Somebody decided before. Fields: `who`, `outcome` (confirmed or rejected)."""

    code = "pending-decided"


class PendingExpiredError(BellError):
    """Nobody decided in time. Field: `hours`."""

    code = "pending-expired"


class PendingUnknownError(BellError):
    """No such movement is waiting."""

    code = "pending-unknown"


class NotYoursError(BellError):
    """Somebody pressed a button under another person's list."""

    code = "not-yours"
