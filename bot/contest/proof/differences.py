"""What a check of a contest may find: what was kept, and what the log says instead."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class What(StrEnum):
    """In which kind of thing the difference lies."""

    RULES = "rules"
    CHAIN = "chain"
    DAY = "day"
    MARKET = "market event"
    DEED = "deed"
    OUTCOME = "outcome"
    ACCOUNT = "account"
    ORDER = "order"
    FILL = "fill"
    SNAPSHOT = "snapshot"
    BOARD = "board"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: `subject` names the thing, `kept` is stored, `expected` recomputed."""

    what: What
    subject: str
    kept: str
    expected: str

    def __str__(self) -> str:
        """Return the line that the command prints."""
        return f"{self.what.value} {self.subject}: kept {self.kept}, expected {self.expected}"


def compare(
    what: What, subject: str, kept: Mapping[str, Any] | None, expected: Mapping[str, Any] | None
) -> list[Difference]:
    """Return a difference for each field that is not the same, or one for a missing whole."""
    if kept is None or expected is None:
        if kept is expected:
            return []
        words = ("nothing", "it") if kept is None else ("it", "nothing")
        return [Difference(what, subject, *words)]
    return [
        Difference(what, f"{subject} {name}", short(kept.get(name)), short(expected.get(name)))
        for name in sorted({*kept, *expected})
        if kept.get(name) != expected.get(name)
    ]


def short(value: object) -> str:
    """Return a value for a line of text."""
    text = str(value)
    return text if len(text) <= 80 else f"{text[:77]}..."
