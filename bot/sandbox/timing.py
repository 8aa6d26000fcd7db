"""The hall's time: it runs like the machine's and can be moved forward, never back.

Where to is offered by whoever opens the hall, as milestones: the hall knows no exchange.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import RehearsalClock
from bot.sandbox.refusals import HallError
from bot.sandbox.world import Event, World

FARTHEST = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Milestone:
    """An instant worth jumping to, and what the button says of it."""

    label: str
    at: datetime


Milestones = Callable[[datetime], Sequence[Milestone]]


def no_milestones(_now: datetime) -> Sequence[Milestone]:
    """Offer nothing: the clock of this hall is not meant to be moved."""
    return ()


class Timing(World):
    """What the actors can do to the clock."""

    milestones: Milestones = staticmethod(no_milestones)

    def fast_forward(self, to: str) -> str:
        """Jump to an ISO instant that lies ahead; return the present as ISO text."""
        instant = datetime.fromisoformat(to)
        if instant.tzinfo is None:
            raise HallError("instant-without-zone", received=to)
        if not isinstance(self.clock, RehearsalClock):
            raise HallError("clock-fixed")
        if instant - self.now() > FARTHEST:
            raise HallError("instant-too-far", received=to)
        if not self.clock.forward_to(instant):
            raise HallError("instant-past", received=to)
        self.tell(Event("clock"))
        return self.now().isoformat()
