"""The timeline of a slot: draft, reminder, escalation, its time, and when it is over."""

from datetime import datetime, timedelta
from enum import StrEnum

from bot.briefs.due import DueSlot

DRAFT_BEFORE = timedelta(minutes=40)
REMIND_BEFORE = timedelta(minutes=15)
ESCALATE_BEFORE = timedelta(minutes=5)


class Stage(StrEnum):
    """How far a slot's day at the desk has come; each lasts until the next begins."""

    AHEAD = "ahead"
    DRAFTING = "drafting"
    REMINDING = "reminding"
    ESCALATING = "escalating"
    DUE = "due"
    OVER = "over"


BEFORE_DUE = frozenset({Stage.DRAFTING, Stage.REMINDING, Stage.ESCALATING})
"""The stages in which a draft can be read, changed and decided about."""


def stage_at(due: DueSlot, now: datetime) -> Stage:
    """Return the stage of a slot at `now`: the same answer for everybody who asks."""
    if due.is_late(now):
        return Stage.OVER
    left = due.due_at - now
    for stage, lead in (
        (Stage.DUE, timedelta(0)),
        (Stage.ESCALATING, ESCALATE_BEFORE),
        (Stage.REMINDING, REMIND_BEFORE),
        (Stage.DRAFTING, DRAFT_BEFORE),
    ):
        if left <= lead:
            return stage
    return Stage.AHEAD
