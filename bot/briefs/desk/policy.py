"""What becomes of a draft when its time comes: the whole policy, as a table of cases.

`auto`: a clean draft goes out unattended; one that is not clean waits for a person. `review`:
nothing goes out that nobody approved. Whatever is undecided at its time goes out as bare
figures, and the reason is kept. What the writing assistant wrote is reviewed whatever the policy.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.briefs.slots import BareReason, Decision


class Fate(StrEnum):
    """What goes out."""

    SEND = "send"
    DATA_ONLY = "data-only"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Case:
    """What the policy looks at.

    `reviewed`: the slot is reviewed, or the text is the writing assistant's.
    `clean`: no rule has anything to say. `sendable`: no rule forbids it; a warning alone is
    """

    reviewed: bool
    clean: bool
    sendable: bool
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A fate with its reason, where it is not simply sent."""

    fate: Fate
    why: BareReason | None = None


def ruling_of(case: Case) -> Ruling:
    """Return what becomes of a draft at its time."""
    if case.decision is Decision.REJECTED:
        return Ruling(Fate.NOTHING)
    if case.decision is Decision.DATA_ONLY:
        return Ruling(Fate.DATA_ONLY, BareReason.CHOSEN)
    if not case.sendable:
        return Ruling(Fate.DATA_ONLY, BareReason.HELD)
    if case.decision is Decision.APPROVED:
        return Ruling(Fate.SEND)
    if case.reviewed:
        return Ruling(Fate.DATA_ONLY, BareReason.NOT_APPROVED)
    return Ruling(Fate.SEND) if case.clean else Ruling(Fate.DATA_ONLY, BareReason.HELD)


def needs_a_person(case: Case) -> bool:
    """Tell whether a draft will not go out as it is unless somebody does something."""
    return case.decision is None and ruling_of(case).fate is not Fate.SEND


def may_approve(actor: int, author: int | None) -> bool:
    """Tell whether somebody's approval counts: nobody reviews what they wrote themselves."""
    return author is None or actor != author
