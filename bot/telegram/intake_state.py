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


MOST_ATTEMPTS = 3
