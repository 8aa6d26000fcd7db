"""Where a wish to be forgotten stands: what the table stores."""

from enum import StrEnum


class ForgetState(StrEnum):
    """The life of a wish to be forgotten."""

    WAITING = "waiting"
    UNDONE = "undone"
    DONE = "done"
