"""Telegram's sending limits: 30 a second in all, 1 a second per person, 20 a minute per group.

Only messages count here; edits and answers are free.
"""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil

from bot.sandbox.refusals import flood

OVERALL_PER_SECOND = 30
PRIVATE_PER_SECOND = 1
PRIVATE_BURST = 5
GROUP_PER_MINUTE = 20


@dataclass(slots=True)
class _Bucket:
    rate: int
    room: int
    level: float
    filled: float

    def wait(self, instant: float) -> float:
        """Refill up to `instant` and return the seconds until one more may pass."""
        self.level = min(self.room, self.level + max(0.0, instant - self.filled) * self.rate)
        self.filled = instant
        return 0.0 if self.level >= 1 else (1 - self.level) / self.rate


@dataclass(slots=True)
class Pace:
    """Counts what is sent; with `enforced` off everything passes."""

    enforced: bool = True
    _overall: _Bucket | None = None
    _private: dict[int, _Bucket] = field(default_factory=dict)
    _groups: dict[int, deque[float]] = field(default_factory=dict)

    def admit(self, chat_id: int, now: datetime) -> None:
        """Count one message to `chat_id`, or raise the 429 that Telegram would answer."""
        if not self.enforced:
            return
        instant = now.timestamp()
        if self._overall is None:
            room = OVERALL_PER_SECOND
            self._overall = _Bucket(room, room, room, instant)
        wait = max(self._overall.wait(instant), self._chat_wait(chat_id, instant))
        if wait > 0:
            raise flood(ceil(wait))
        self._overall.level -= 1
        if chat_id > 0:
            self._private[chat_id].level -= 1
        else:
            self._groups[chat_id].append(instant)

    def _chat_wait(self, chat_id: int, instant: float) -> float:
        if chat_id > 0:
            fresh = _Bucket(PRIVATE_PER_SECOND, PRIVATE_BURST, PRIVATE_BURST, instant)
            return self._private.setdefault(chat_id, fresh).wait(instant)
        sent = self._groups.setdefault(chat_id, deque())
        while sent and sent[0] <= instant - 60:
            sent.popleft()
        return sent[0] + 60 - instant if len(sent) >= GROUP_PER_MINUTE else 0.0
