"""Where an AMA stands, where each of its questions stands, and which steps there are."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class AmaState(StrEnum):
    """An AMA: written, collecting questions, live, and how it ended."""

    DRAFT = "draft"
    COLLECTING = "collecting"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    STOPPED = "stopped"


class AskedState(StrEnum):
    """A question to the expert: waiting for a moderator, listed, and how it ended."""

    PENDING = "pending"
    LISTED = "listed"
    ANSWERED = "answered"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


NEXT: Mapping[AmaState, frozenset[AmaState]] = MappingProxyType(
    {
        AmaState.DRAFT: frozenset({AmaState.COLLECTING, AmaState.CANCELLED}),
        AmaState.COLLECTING: frozenset({AmaState.OPEN, AmaState.CANCELLED, AmaState.STOPPED}),
        AmaState.OPEN: frozenset({AmaState.CLOSED, AmaState.STOPPED}),
        AmaState.CLOSED: frozenset(),
        AmaState.CANCELLED: frozenset(),
        AmaState.STOPPED: frozenset(),
    }
)
GOING_ON = frozenset({AmaState.DRAFT, AmaState.COLLECTING, AmaState.OPEN})
TAKES_QUESTIONS = frozenset({AmaState.COLLECTING, AmaState.OPEN})
LISTABLE = frozenset({AskedState.PENDING, AskedState.LISTED, AskedState.ANSWERED})
"""What counts against the number of questions that one person may ask."""


def may_follow(before: AmaState, after: AmaState) -> bool:
    """Tell whether an AMA can go from one state to another."""
    return after in NEXT[before]
