"""How long a broadcast takes at the pace of the outbox, and when it is over."""

import math
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.delivery.attention import awake_from, is_quiet
from bot.delivery.pacing import REPLY_HEADROOM


def seconds_to_send(messages: int, rate: float) -> int:
    """Return the seconds for so many messages at `rate` a second less what replies keep free.

    A rate of 0 means that nothing slows them down.
    """
    if not rate or not messages:
        return 0
    usable = max(1, int(rate) - int(int(rate) * REPLY_HEADROOM))
    return math.ceil(messages / usable)


def ends_at(start: datetime, groups: int, people: int, rate: float, zone: ZoneInfo) -> datetime:
    """Return when the last message leaves; what goes to people waits for the morning."""
    end = start + timedelta(seconds=seconds_to_send(groups, rate))
    if not people:
        return end
    left = timedelta(seconds=seconds_to_send(people, rate))
    at = awake_from(end, zone)
    if is_quiet(at + left, zone):  # the rest goes on in the morning
        return awake_from(at + left, zone)
    return at + left
