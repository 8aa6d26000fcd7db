"""How often somebody may open, hand on and reopen: what is over the limit is told once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

DAY = timedelta(hours=24)
BURST_SPAN = timedelta(minutes=1)
LONGEST_TEXT = 1000
"""Characters of a question or an addition."""
REOPEN_WITHIN = timedelta(days=7)


class Deed(StrEnum):
    """What is counted; additions are counted for each case, however long it lasts."""

    ASK = "ask"
    BURST = "burst"
    HUMAN = "human"
    REOPEN = "reopen"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` within `span`."""

    most: int
    span: timedelta


LIMITS = {
    Deed.ASK: Limit(20, DAY),
    Deed.BURST: Limit(4, BURST_SPAN),
    Deed.HUMAN: Limit(5, DAY),
    Deed.REOPEN: Limit(3, DAY),
    Deed.ADD: Limit(20, DAY),
}


def free_again(deed: Deed, done: Sequence[datetime], now: datetime) -> datetime | None:
    """Return when `deed` is possible again; nothing if it is possible now.

    `done`: when it was done before, in any order.
    """
    limit = LIMITS[deed]
    recent = sorted(at for at in done if now - limit.span < at <= now)
    if len(recent) < limit.most:
        return None
    return recent[-limit.most] + limit.span


def may_reopen(ended_at: datetime | None, now: datetime) -> bool:
    """Tell whether a case that ended then can still be reopened."""
    return ended_at is not None and now - ended_at <= REOPEN_WITHIN
