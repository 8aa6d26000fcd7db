"""What a round of the quiz is for, how it stands, and what operators do to items."""

from enum import StrEnum


class RoundKind(StrEnum):
    """What a round is for: to find where somebody begins, or to pass a level."""

    PLACEMENT = "placement"
    CLIMB = "climb"


class RoundState(StrEnum):
    """How a round stands."""

    OPEN = "open"
    PASSED = "passed"
    FAILED = "failed"
    PLACED = "placed"
    STOPPED = "stopped"


class EditKind(StrEnum):
    """What an operator did to an item of the bank."""

    FIX = "fix"
    RETIRE = "retire"
    RESTORE = "restore"
    UNDO = "undo"


class PollState(StrEnum):
    """How a quiz in a group stands: put, closed for answers, told, or never come to pass."""

    OPEN = "open"
    CLOSED = "closed"
    TOLD = "told"
    VOID = "void"
