"""What moderation refuses."""

from bot.errors import BellError


class DurationUnreadableError(BellError):
    """No duration. Field: `received`."""

    code = "duration-unreadable"


class DurationRangeError(BellError):
    """Too short or too long for Telegram. Field: `received`."""

    code = "duration-range"


class NightUnreadableError(BellError):
    """No hours of a night. Field: `received`."""

    code = "night-unreadable"


class HostUnreadableError(BellError):
    """No name of a website. Field: `received`."""

    code = "host-unreadable"


class HoursRangeError(BellError):
    """More hours than a newcomer is watched. Fields: `received`, `most`."""

    code = "hours-range"


class GuardUsageError(BellError):
    """`/guard` with words that it does not know. Field: `received`."""

    code = "guard-usage"


class UntouchableError(BellError):
    """A measure upon staff, an administrator or oneself. Fields: `name`, `why`."""

    code = "untouchable"


class BotUntouchableError(BellError):
    """A measure upon a bot, a channel or an anonymous administrator."""

    code = "bot-untouchable"


class NowhereError(BellError):
    """The member is in no group that the bot looks after. Field: `name`."""

    code = "measure-nowhere"


class NothingToUndoError(BellError):
    """The decision was taken back before, or there never was one."""

    code = "nothing-to-undo"


class SecondModeratorError(BellError):
    """The one who asked cannot be the one who confirms."""

    code = "second-moderator"


class MeasureSettledError(BellError):
    """Somebody decided before, or it waited too long."""

    code = "measure-settled"


class PolicyMovedError(BellError):
    """The group's policy changed since the button was shown."""

    code = "policy-moved"
