"""In which state a contest, an order or a case is: what tables store."""

from enum import StrEnum


class ContestState(StrEnum):
    """The life of a contest."""

    DRAFT = "draft"
    OPEN = "open"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    CANCELLED = "cancelled"


class OrderState(StrEnum):
    """What became of an order."""

    OPEN = "open"
    FILLED = "filled"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    VOIDED = "voided"


class DisputeState(StrEnum):
    """What became of a member's objection to a fill."""

    OPEN = "open"
    UPHELD = "upheld"
    REJECTED = "rejected"


class DecisionKind(StrEnum):
    """What waits for a second operator."""

    VOID_ORDER = "void-order"
    CORRECT_CASH = "correct-cash"
    CANCEL_CONTEST = "cancel-contest"
    AWARD_PRIZES = "award-prizes"


class Suitability(StrEnum):
    """What a member's own answers say about the risk that fits; asked, never sold."""

    CAUTIOUS = "cautious"
    BALANCED = "balanced"
    DARING = "daring"
