"""How far an update has come."""

from enum import StrEnum


class IntakeState(StrEnum):
    """The state of a received update.

    `RECEIVED`: stored, nothing done. `APPLIED`: its effect is committed, its reply may not be
    out. `DONE`: finished. `SET_ASIDE`: failed three times, waits for a human.
    """

    RECEIVED = "received"
    APPLIED = "applied"
    DONE = "done"
    SET_ASIDE = "set-aside"


MOST_FAILURES = 3
MOST_DEATHS = 5
"""More than failures: whoever was in hand when a process died may be innocent of it."""
