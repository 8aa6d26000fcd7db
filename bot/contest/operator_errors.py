"""What running a contest refuses, and why."""

from bot.errors import BellError


class ContestStateError(BellError):
    """The contest is in a state in which this cannot be done. Fields: `title`, `state`."""

    code = "contest-state"


class RulesProblemError(BellError):
    """The rules cannot be played. Fields: `problems` (one message for each)."""

    code = "contest-rules"


class RulesFixedError(BellError):
    """The rules are fixed since the start; only the title may change. Fields: `title`."""

    code = "contest-rules-fixed"


class TitleLengthError(BellError):
    """The title is missing or too long. Fields: `length`, `least`, `most`."""

    code = "contest-title-length"


class NotOverError(BellError):
    """The last trading day is not closed yet. Fields: `title`, `last`."""

    code = "contest-not-over"


class TooLateToStartError(BellError):
    """The last day has passed before the contest began. Fields: `title`, `last`."""

    code = "contest-too-late"
