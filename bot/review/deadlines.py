"""The clock of a case: two reminders, the owners at its end, and again every day after."""

from datetime import datetime, timedelta
from enum import StrEnum

MARKS = (timedelta(hours=12), timedelta(hours=23), timedelta(hours=24))
AGAIN = timedelta(hours=24)


class Mark(StrEnum):
    """What is told when a mark is reached."""

    HALF = "half"
    LAST_HOUR = "last-hour"
    OVERDUE = "overdue"


def marks_reached(opened_at: datetime, now: datetime) -> int:
    """Return how many marks a case that still waits has passed by `now`."""
    age = now - opened_at
    reached = sum(age >= mark for mark in MARKS)
    if reached < len(MARKS):
        return reached
    return reached + (age - MARKS[-1]) // AGAIN


def mark_of(reached: int) -> Mark:
    """Return what the latest of so many marks tells."""
    return (Mark.HALF, Mark.LAST_HOUR, Mark.OVERDUE)[min(reached, len(MARKS)) - 1]
