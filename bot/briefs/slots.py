"""The three slots of a trading day: when a brief is due and when it is useless."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum


class Slot(StrEnum):
    """One of the three briefs of a day."""

    MORNING = "morning"
    NOON = "noon"
    EVENING = "evening"


class EditionState(StrEnum):
    """What became of an edition: written and awaiting an operator, posted, or not posted."""

    AWAITING = "awaiting"
    QUEUED = "queued"
    DATA_ONLY = "data-only"
    SKIPPED = "skipped"


class Decision(StrEnum):
    """What an operator decided about a draft before its time."""

    APPROVED = "approved"
    DATA_ONLY = "data-only"
    REJECTED = "rejected"


class Origin(StrEnum):
    """How a version of an edition came about."""

    DRAFT = "draft"
    REFRESH = "refresh"
    EDIT = "edit"
    SECTION = "section"
    DATA_ONLY = "data-only"
    WRITER = "writer"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class SlotTimes:
    """Community times between which a slot's brief may go out."""

    due: time
    useless_after: time


USELESS_AFTER: dict[Slot, time] = {
    Slot.MORNING: time(9, 25),
    Slot.NOON: time(12, 55),
    Slot.EVENING: time(20, 0),
}
"""A morning brief after the opening auction, or a noon brief after lunch, misleads."""

POSTED = frozenset({EditionState.QUEUED, EditionState.DATA_ONLY})
"""The states of an edition that readers have seen or are about to see."""


class SkipReason(StrEnum):
    """Why an edition was not posted; kept in its `why`."""

    LATE = "late"
    NO_DATA = "no-data"
    BLOCKED = "blocked"
    NOT_APPROVED = "not-approved"
    REJECTED = "rejected"


class BareReason(StrEnum):
    """Why the data-only edition went out in place of a draft; kept in the edition's `why`."""

    CHOSEN = "chosen"
    NOT_APPROVED = "not-approved"
    HELD = "held"
    TOO_LATE_TO_REVIEW = "too-late-to-review"
    FIGURES_LOST = "figures-lost"
