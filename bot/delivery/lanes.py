"""The lanes of everything that the bot says unasked, and what each does when in doubt."""

from dataclasses import dataclass
from enum import StrEnum


class Lane(StrEnum):
    """A kind of unasked message."""

    ALERT = "alert"
    MODERATION = "moderation"
    RECEIPT = "receipt"
    BRIEF = "brief"
    CONTEST = "contest"
    ANSWER = "answer"
    NUDGE = "nudge"
    SURVEY = "survey"
    CAMPAIGN = "campaign"


@dataclass(frozen=True, slots=True)
class LaneRule:
    """How a lane behaves.

    `priority`: lower goes first. `repeats_unknown`: how often a message whose answer never
    came may be sent again unasked, and only to a private chat or the operators' own group.
    """

    priority: int
    repeats_unknown: int = 0


LANES: dict[Lane, LaneRule] = {
    Lane.ALERT: LaneRule(priority=10, repeats_unknown=1),
    Lane.MODERATION: LaneRule(priority=5),
    Lane.RECEIPT: LaneRule(priority=20, repeats_unknown=1),
    Lane.ANSWER: LaneRule(priority=30),
    Lane.BRIEF: LaneRule(priority=40),
    Lane.CONTEST: LaneRule(priority=50),
    Lane.NUDGE: LaneRule(priority=60),
    Lane.SURVEY: LaneRule(priority=70),
    Lane.CAMPAIGN: LaneRule(priority=80),
}


class DeliveryState(StrEnum):
    """Where a message of the outbox stands; reserved: goes out only if another one fails."""

    RESERVED = "reserved"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"
    EXPIRED = "expired"
    SUPPRESSED = "suppressed"
