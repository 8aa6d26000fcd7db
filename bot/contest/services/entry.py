"""Entering a contest: who may, and the capital that one enters with."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from db.models.contest import Contest, ContestEntry


class Obstacle(StrEnum):
    """Why somebody cannot enter; each has the message `contest-obstacle-<value>`."""

    NOT_OPEN = "not-open"
    TOO_LATE = "too-late"
    TIER = "tier"
    SUITABILITY = "suitability"
    ALREADY_IN = "already-in"


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether somebody may enter; staff may, outside of board and prizes."""

    obstacle: Obstacle | None
    staff: bool


def eligibility(
    session: Session, contest: Contest, member_id: int, owners: Collection[int], now: datetime
) -> Eligibility:
    """Tell what keeps a member out of a contest, if anything."""
    raise NotImplementedError


def join(
    session: Session, contest_id: int, member_id: int, owners: Collection[int], now: datetime
) -> ContestEntry:
    """Enter a member with the contest's capital; whoever is in stays in as they are.

    Raise ContestUnknownError, EntryClosedError, EntryTooLateError, TierNeededError,
    SuitabilityNeededError.
    """
    raise NotImplementedError
