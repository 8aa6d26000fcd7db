"""What the market day of a contest refuses to operators."""

from bot.errors import BellError


class NotFrozenError(BellError):
    """The share is not stopped in this contest, or the price cannot be. Field: `symbol`."""

    code = "contest-not-frozen"


class ActionInvalidError(BellError):
    """A corporate action gives nothing, or what cannot be. Fields: `symbol`, `cash`, `ratio`."""

    code = "contest-action-invalid"


class NoBoardError(BellError):
    """No day of the contest has been ranked yet. Field: `title`."""

    code = "contest-no-board"
