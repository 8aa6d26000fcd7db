"""Where a correction stands, what it does to the edition, and what became of each copy."""

from datetime import timedelta
from enum import StrEnum


class CorrectionKind(StrEnum):
    """What a correction does: changes the text, or takes the whole edition back."""

    TEXT = "text"
    WITHDRAWAL = "withdrawal"


class CorrectionState(StrEnum):
    """Where a correction stands: it waits for its text, its reason, a yes; or it is over."""

    TEXT = "text"
    REASON = "reason"
    READY = "ready"
    APPLIED = "applied"
    DROPPED = "dropped"


OPEN = frozenset({CorrectionState.TEXT, CorrectionState.REASON, CorrectionState.READY})


class Fate(StrEnum):
    """What became of one sent copy.

    Noted: it could not be edited, so a note stands in the group. Withheld: it had not left
    yet and stays here. Never: it never arrived, so there is nothing to correct.
    """

    WAITING = "waiting"
    EDITED = "edited"
    NOTED = "noted"
    FAILED = "failed"
    WITHHELD = "withheld"
    NEVER = "never"


OVER = frozenset(Fate) - {Fate.WAITING}
NOTE_AFTER = timedelta(hours=6)
"""Nobody scrolls back so far to see an edit: the group gets a note besides."""
GIVE_UP_AFTER = timedelta(days=3)
"""A copy whose fate nobody knew for so long is not waited for any more."""
LONGEST_REASON = 120
