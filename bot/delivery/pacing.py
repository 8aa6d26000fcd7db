"""How fast Telegram lets a bot speak: about 30 messages a second in all, one a second to a
person (short bursts pass), 20 a minute to a group.

Source: Telegram's bot FAQ, "My bot is hitting limits" (state of 2026). Pure: `now` is a
monotonic number of seconds, the answer is how long to wait.
"""

from dataclasses import dataclass, field

PRIVATE_BURST = 5
REPLY_HEADROOM = 0.3
"""Share of the overall rate that the outbox leaves to replies, which go first."""
MOST_BUCKETS = 50_000


@dataclass(slots=True)
class Bucket:
    """A token bucket: `rate` tokens a second, at most `burst` saved up; may go into debt."""

    rate: float
    burst: float
    tokens: float
    at: float

    def wait(self, now: float, floor: float = 0.0) -> float:
        """Return the seconds until a token above `floor` is there."""
        self.tokens = min(self.burst, self.tokens + (now - self.at) * self.rate)
        self.at = now
        missing = 1 + floor - self.tokens
        return max(0.0, missing / self.rate)

    def spend(self) -> None:
        """Take one token, into debt if need be: the debt keeps those who wait in order."""
        self.tokens -= 1

    def full(self, now: float) -> bool:
        """Tell whether the bucket remembers nothing."""
        return self.tokens + (now - self.at) * self.rate >= self.burst


@dataclass(slots=True)
class Pace:
    """The limits in force; a rate of 0 switches that limit off."""

    overall: float = 30
    private: float = 1
    group_per_minute: float = 20
    _overall: Bucket | None = None
    _chats: dict[int, Bucket] = field(default_factory=dict)
    _closed_until: dict[int, float] = field(default_factory=dict)

    def reserve(self, chat_id: int, now: float) -> float:
        """Take a place for a reply; return the seconds to wait before sending it."""
        buckets = self._buckets(chat_id, now)
        wait = max([self.closed(chat_id, now), *(bucket.wait(now) for bucket in buckets)])
        for bucket in buckets:
            bucket.spend()
        return wait

    def try_take(self, chat_id: int, now: float) -> float:
        """Take a place for the outbox if there is one now, else return the seconds to wait."""
        buckets = self._buckets(chat_id, now)
        waits = [b.wait(now, self._floor if b is self._overall else 0.0) for b in buckets]
        wait = max([self.closed(chat_id, now), *waits])
        if wait <= 0:
            for bucket in buckets:
                bucket.spend()
        return wait

    def overall_wait(self, now: float) -> float:
        """Return the seconds until the outbox has room in all; replies have their headroom."""
        if not self.overall or self._overall is None:
            return 0.0
        return self._overall.wait(now, self._floor)

    @property
    def _floor(self) -> float:
        """Return what the outbox leaves to replies; a full bucket always holds one more."""
        return max(min(self.overall * REPLY_HEADROOM, self.overall - 1), 0.0)

    def close(self, chat_id: int, seconds: float, now: float) -> None:
        """Send nothing to a chat for a while, because Telegram said so (`RetryAfter`)."""
        until = max(self._closed_until.get(chat_id, 0.0), now + seconds)
        self._closed_until = {c: t for c, t in self._closed_until.items() if t > now}
        self._closed_until[chat_id] = until

    def closed(self, chat_id: int, now: float) -> float:
        """Return for how many seconds a chat is still to be left alone."""
        left = self._closed_until.get(chat_id, 0.0) - now
        if left <= 0:
            self._closed_until.pop(chat_id, None)
        return max(0.0, left)

    def _buckets(self, chat_id: int, now: float) -> list[Bucket]:
        found = []
        if self.overall:
            if self._overall is None:
                burst = max(self.overall, 1.0)
                self._overall = Bucket(self.overall, burst, burst, now)
            found.append(self._overall)
        rate, burst = self._limit(chat_id)
        if rate:
            if chat_id not in self._chats:
                self._forget_full(now)
                self._chats[chat_id] = Bucket(rate, burst, burst, now)
            found.append(self._chats[chat_id])
        return found

    def _limit(self, chat_id: int) -> tuple[float, float]:
        if chat_id > 0:
            return self.private, PRIVATE_BURST
        return self.group_per_minute / 60, max(self.group_per_minute, 1.0)

    def _forget_full(self, now: float) -> None:
        if len(self._chats) >= MOST_BUCKETS:
            self._chats = {c: b for c, b in self._chats.items() if not b.full(now)}
