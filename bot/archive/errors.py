"""What the archive refuses."""

from bot.errors import BellError


class HoldUnreadableError(BellError):
    """A legal hold was not written the way it is read; no fields."""

    code = "hold-unreadable"


class ArchiveDayUnreadableError(BellError):
    """A day of an export was not written as 2026-11-20; fields: received."""

    code = "archive-day-unreadable"


class HoldReasonMissingError(BellError):
    """A legal hold needs a reason; no fields."""

    code = "hold-reason-missing"


class HoldPeriodReversedError(BellError):
    """A period ends before it begins; fields: first, last."""

    code = "hold-period-reversed"


class HoldUnknownError(BellError):
    """No hold in force has that number; fields: received."""

    code = "hold-unknown"


class HoldAloneError(BellError):
    """Whoever asked for a release may not confirm it too; fields: hold."""

    code = "hold-alone"


class ArchiveGroupUnknownError(BellError):
    """No group that the archive knows has that number; fields: received."""

    code = "archive-group-unknown"


class ArchivePrivateError(BellError):
    """An export was asked for where others would see it; no fields."""

    code = "archive-private"
