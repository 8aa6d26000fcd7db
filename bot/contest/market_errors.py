"""What the market day of a contest refuses to operators."""

from bot.errors import BellError


class NotFrozenError(BellError):
    """The share is not stopped in this contest, or the price cannot be. Field: `symbol`."""

    code = "contest-not-frozen"


class ActionInvalidError(BellError):
    """A corporate action gives nothing, or what cannot be. Fields: `symbol`, `cash`, `ratio`."""

    code = "contest-action-invalid"


class ActionDayError(BellError):
    """The ex day of a corporate action is no trading day. Fields: `day`, `before`, `after`."""

    code = "contest-action-day"


class ActionPayDayError(BellError):
    """A dividend would be paid before its ex day. Fields: `day`, `ex_day`."""

    code = "contest-action-pay-day"


class ReleasePriceError(BellError):
    """A price from which no share can go on. Fields: `received`, `tick`."""

    code = "contest-release-price"


class NoBoardError(BellError):
    """No day of the contest has been ranked yet. Field: `title`."""

    code = "contest-no-board"
