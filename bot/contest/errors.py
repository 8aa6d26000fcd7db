"""What contests refuse outside the engine: typed, with the fields that the sentences name."""

from bot.errors import BellError


class ContestUnknownError(BellError):
    """There is no such contest for who asks."""

    code = "contest-unknown"


class EntryClosedError(BellError):
    """A contest takes nobody in: not announced yet, over, or cancelled. Field: `title`."""

    code = "contest-entry-closed"


class EntryTooLateError(BellError):
    """Late entry has ended. Fields: `title`, `until` (date)."""

    code = "contest-entry-late"


class TierNeededError(BellError):
    """A contest is for other tiers. Fields: `title`, `tiers` (a catalogue reference)."""

    code = "contest-tier-needed"


class SuitabilityNeededError(BellError):
    """A contest asks for the suitability questions first. Field: `title`."""

    code = "contest-suitability-needed"


class NotPlayingError(BellError):
    """Somebody trades or looks where they take no part."""

    code = "contest-not-playing"


class SeveralContestsError(BellError):
    """Somebody plays in several contests and did not say which. Fields: `count`, `ids`."""

    code = "contest-several"


class ContestNotRunningError(BellError):
    """A contest takes no orders now: not begun, or over. Fields: `title`, `first`, `last`."""

    code = "contest-not-running"


class OrderUnknownError(BellError):
    """There is no such order of whoever asks. Field: `order`."""

    code = "contest-order-unknown"


class OrderKeyTakenError(BellError):
    """An order's key names another person's order: a mistake of ours. Field: `key`."""

    code = "contest-order-key-taken"
