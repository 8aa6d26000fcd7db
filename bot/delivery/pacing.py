"""How fast Telegram lets a bot speak: about 30 messages a second in all, one a second to a
person (short bursts pass), 20 in any minute to a group.

Source: Telegram's bot FAQ, "My bot is hitting limits" (state of 2026). Pure: `now` is a
monotonic number of seconds, the answers are how long to wait.
"""

from collections import deque
from dataclasses import dataclass, field

PRIVATE_BURST = 5
MINUTE = 60.0
REPLY_HEADROOM = 0.3
"""Share of the overall rate that the outbox leaves to replies, which go first."""
MOST_WINDOWS = 50_000


@dataclass(slots=True)
class Window:
    """At most `limit` messages in any `seconds`; `places` are when the newest ones go."""

    limit: int
    seconds: float
    places: deque[float] = field(default_factory=deque)

    def wait(self, now: float, spare: int = 0) -> float:
        """Return the seconds until there is a place, with `spare` more left free."""
        usable = max(self.limit - spare, 1)
        if len(self.places) < usable:
            return 0.0
        return max(0.0, self.places[-usable] + self.seconds - now)

    def take(self, at: float) -> None:
        """Take a place; a reserved one lies ahead and keeps those who come later behind it."""
        self.places.append(at)
        while len(self.places) > self.limit:
            self.places.popleft()

    def empty(self, now: float) -> bool:
        """Tell whether the window remembers nothing that still counts."""
        return not self.places or self.places[-1] + self.seconds <= now


def window(rate: float, burst: int) -> Window:
    """Return a window for `rate` messages a second, at most `burst` of them at once."""
    limit = max(1, min(burst, int(rate * MINUTE)))
    return Window(limit, limit / rate)


@dataclass(slots=True)
class Pace:
    """The limits in force; a rate of 0 switches that limit off.

    A reply reserves its place in its chat first, and in the whole only when its turn in the
    chat has come: a busy group must not use up the places of everyone else.
    """

    overall: float = 30
    private: float = 1
    group_per_minute: float = 20
    _overall: Window | None = None
    _chats: dict[int, Window] = field(default_factory=dict)
    _closed_until: dict[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.overall:
            self._overall = window(self.overall, max(1, int(self.overall)))

    def reserve_in_chat(self, chat_id: int, now: float) -> float:
        """Take a reply's place in its chat; return the seconds until it comes."""
        wait = self.chat_wait(chat_id, now)
        chat = self._chat(chat_id, now)
        if chat is not None:
            chat.take(now + wait)
        return wait

    def reserve_overall(self, now: float) -> float:
        """Take a reply's place in the whole; return the seconds until it comes."""
        if self._overall is None:
            return 0.0
        wait = self._overall.wait(now)
        self._overall.take(now + wait)
        return wait

    def try_take(self, chat_id: int, now: float) -> float:
        """Take a place for the outbox if there is one now, else return the seconds to wait."""
        wait = max(self.chat_wait(chat_id, now), self.overall_wait(now))
        if wait > 0:
            return wait
        for taken in (self._overall, self._chat(chat_id, now)):
            if taken is not None:
                taken.take(now)
        return 0.0

    def chat_wait(self, chat_id: int, now: float) -> float:
        """Return the seconds until a chat has room."""
        chat = self._chat(chat_id, now)
        return max(self.closed(chat_id, now), chat.wait(now) if chat is not None else 0.0)

    def overall_wait(self, now: float) -> float:
        """Return the seconds until the outbox has room in all; replies have their headroom."""
        if self._overall is None:
            return 0.0
        return self._overall.wait(now, spare=int(self._overall.limit * REPLY_HEADROOM))

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

    def _chat(self, chat_id: int, now: float) -> Window | None:
        rate = self.private if chat_id > 0 else self.group_per_minute / MINUTE
        if not rate:
            return None
        if chat_id not in self._chats:
            if len(self._chats) >= MOST_WINDOWS:
                self._chats = {c: w for c, w in self._chats.items() if not w.empty(now)}
            burst = PRIVATE_BURST if chat_id > 0 else max(1, int(self.group_per_minute))
            self._chats[chat_id] = window(rate, burst)
        return self._chats[chat_id]
