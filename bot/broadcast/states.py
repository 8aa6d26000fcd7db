"""What a broadcast can be, who gets which text, and why somebody gets none."""

from enum import StrEnum


class BroadcastState(StrEnum):
    """Where a broadcast stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    SENDING = "sending"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"
    REJECTED = "rejected"
    EXPIRED = "expired"


CHANGEABLE = frozenset({BroadcastState.DRAFT, BroadcastState.SUBMITTED, BroadcastState.APPROVED})
"""What can still be written on; whatever was agreed before is then void."""
STOPPABLE = CHANGEABLE | {BroadcastState.SENDING, BroadcastState.PAUSED}


class Variant(StrEnum):
    """One of the two texts of a broadcast."""

    A = "a"
    B = "b"


class Exclusion(StrEnum):
    """Why somebody gets nothing in private; in the order in which it is asked."""

    NAMED = "named"
    STAFF = "staff"
    LEFT = "left"
    NOT_IN_SEGMENT = "not-in-segment"
    HIDDEN = "hidden"
    NO_PRIVATE_CHAT = "no-private-chat"
    UNREACHABLE = "unreachable"
    OPTED_OUT = "opted-out"
    DAILY_BUDGET = "daily-budget"
    QUIET_HOURS = "quiet-hours"
