"""What the operators of a replay do, day by day: every way through the desk comes round."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.briefs.slots import Decision, Slot
from bot.members.tiers import Tier


class Conduct(StrEnum):
    """How the desk is worked on a day."""

    APPROVED = "approved by a second person"
    NOBODY = "nobody looks"
    UNATTENDED = "clean drafts go out by themselves"
    OUTAGE = "approved; feeds down at noon"
    MIXED = "approved, figures alone, rejected"


ORDER = (
    Conduct.APPROVED,
    Conduct.NOBODY,
    Conduct.UNATTENDED,
    Conduct.OUTAGE,
    Conduct.MIXED,
)
DECISIONS = {
    Conduct.APPROVED: dict.fromkeys(Tier, Decision.APPROVED),
    Conduct.OUTAGE: dict.fromkeys(Tier, Decision.APPROVED),
    Conduct.MIXED: {
        Tier.NEWBIE: Decision.APPROVED,
        Tier.ADVANCED: Decision.DATA_ONLY,
        Tier.VIP: Decision.REJECTED,
    },
}


@dataclass(frozen=True, slots=True)
class Step:
    """A moment of a slot, as minutes from its time; `decide`: the operators act then."""

    minutes: int
    decide: bool = False

    @property
    def offset(self) -> timedelta:
        """Return how far from the slot's time it lies."""
        return timedelta(minutes=self.minutes)


STEPS = (
    Step(-39),
    Step(-30, decide=True),
    Step(-14),
    Step(-4),
    Step(0),
    Step(5),
    Step(9),
)
"""Every stage of the desk's timeline, and what comes after the slot's time."""
OUTAGE_MINUTES = range(-4, 9)


def conduct_of(number: int) -> Conduct:
    """Return how the desk is worked on the day of a number, counted from 0."""
    return ORDER[number % len(ORDER)]


def is_down(conduct: Conduct, slot: Slot, minutes: int) -> bool:
    """Tell whether the feeds are down so many minutes from a slot's time."""
    return conduct is Conduct.OUTAGE and slot is Slot.NOON and minutes in OUTAGE_MINUTES
