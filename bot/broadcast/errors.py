"""What broadcasts refuse, and why."""

from bot.errors import BellError


class BroadcastUnknownError(BellError):
    """There is no broadcast of this number; fields: received."""

    code = "broadcast-unknown"


class BroadcastUsageError(BellError):
    """The words after /broadcast ask for nothing known; fields: received."""

    code = "broadcast-usage"


class BroadcastStateError(BellError):
    """A broadcast is past or before what was asked for; fields: number, state."""

    code = "broadcast-state"


class BroadcastStaleError(BellError):
    """The button belongs to an earlier submission; fields: number."""

    code = "broadcast-stale"


class BroadcastOwnError(BellError):
    """Whoever wrote on a broadcast may not approve it; fields: number."""

    code = "broadcast-own"


class BroadcastTooEarlyError(BellError):
    """An approval lasts a day, and the start is further off; fields: number, since."""

    code = "broadcast-too-early"


class BroadcastProblemsError(BellError):
    """Something has to change before it may be submitted; fields: number, problems."""

    code = "broadcast-problems"


class BroadcastLevelsError(BellError):
    """Not a range of levels that exist; fields: received, most."""

    code = "broadcast-levels"


class BroadcastLevelsReversedError(BellError):
    """A range of levels that ends before it begins; fields: received."""

    code = "broadcast-levels-reversed"


class BroadcastActivityError(BellError):
    """Not a way to ask for activity; fields: received."""

    code = "broadcast-activity"


class BroadcastTimeError(BellError):
    """Not a time; fields: received."""

    code = "broadcast-time"


class BroadcastPastError(BellError):
    """A time that is over; fields: at."""

    code = "broadcast-past"


class BroadcastFarError(BellError):
    """A time too far off; fields: at, days."""

    code = "broadcast-far"


class BroadcastHoursError(BellError):
    """Not a number of hours that makes sense; fields: received, most."""

    code = "broadcast-hours"


class BroadcastTextLongError(BellError):
    """A text that no message can hold; fields: length, most."""

    code = "broadcast-text-long"


class BroadcastTextEmptyError(BellError):
    """Nothing to read; fields: none."""

    code = "broadcast-text-empty"


class BroadcastPictureError(BellError):
    """A picture that cannot be sent on; fields: most."""

    code = "broadcast-picture"


class BroadcastReasonError(BellError):
    """A reason too short or too long; fields: least, most."""

    code = "broadcast-reason"
