"""Dated tables: what was in force on a day, with every former value still known.

A table is a tuple of (first day, value), the newest last. Contests are recomputed long after
they were played, so a rule that changes gets a new row and never a new value in an old one.
"""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

Value = TypeVar("Value")

# The first row of a table that goes back further than any contest.
ALWAYS = date.min


class NotInForce(LookupError):
    """A table begins later than the day that was asked of it."""


def in_force(table: Sequence[tuple[date, Value]], day: date) -> Value:
    """Return the value of the last row that begins on or before `day`."""
    for since, value in reversed(table):
        if since <= day:
            return value
    raise NotInForce(day)
