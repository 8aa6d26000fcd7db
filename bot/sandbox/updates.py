"""What waits for the bot: the queue behind getUpdates and the webhook."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bot.sandbox.refusals import conflict

JsonObject = dict[str, Any]

FIRST_UPDATE_ID = 100_000_001
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_REMEMBERED = 1_000
_TERMINATED = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
_WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


@dataclass(slots=True)
class Webhook:
    """Where updates are posted to, and how the last attempt went."""

    url: str
    secret: str = ""
    max_connections: int = 40
    last_error_date: int = 0
    last_error: str = ""


class UpdateQueue:
    """Updates in order, kept until the bot acknowledges them.

    `polling` is set while a getUpdates call waits: the bot is up and has taken all there was.
    `idle` is set once such a call has ended, by an answer or because the bot is gone.
    """

    def __init__(self) -> None:
        self.pending: deque[JsonObject] = deque()
        self.allowed: frozenset[str] | None = None
        self.webhook: Webhook | None = None
        self.on_acknowledged: Callable[[], None] | None = None
        self.recent: deque[JsonObject] = deque(maxlen=_REMEMBERED)
        self._again: list[JsonObject] = []
        self._next_id = FIRST_UPDATE_ID
        self._turn = 0
        self.polling = asyncio.Event()
        self.idle = asyncio.Event()
        self._arrivals: set[asyncio.Future[None]] = set()

    def add(self, kind: str, content: JsonObject) -> int | None:
        """Queue an update of `kind` unless the bot did not ask for it; return its id."""
        wanted = kind not in NOT_BY_DEFAULT if self.allowed is None else kind in self.allowed
        if not wanted:
            return None
        update_id = self._next_id
        self._next_id += 1
        update = {"update_id": update_id, kind: content}
        self.pending.append(update)
        self.recent.append(update)
        self.wake()
        return update_id

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Change which kinds will be queued; nothing given keeps, an empty list resets."""
        if kinds is not None:
            chosen = frozenset(kinds)
            self.allowed = chosen or None

    def redeliver(self, update_id: int) -> None:
        """Hand an older update out once more, acknowledged or not, as failures make happen."""
        self._again += [update for update in self.recent if update["update_id"] == update_id]
        self.wake()

    def wake(self) -> None:
        """Let whoever waits for an update look again."""
        for arrival in self._arrivals:
            if not arrival.done():
                arrival.set_result(None)

    def acknowledge(self, offset: int) -> None:
        """Forget updates below `offset`; a negative one keeps only that many of the last."""
        before = len(self.pending)
        if offset < 0:
            while len(self.pending) > -offset:
                self.pending.popleft()
        else:
            while self.pending and self.pending[0]["update_id"] < offset:
                self.pending.popleft()
        if before != len(self.pending) and self.on_acknowledged is not None:
            self.on_acknowledged()

    def remove(self, update: JsonObject) -> None:
        """Forget one update that a webhook took."""
        self.pending.remove(update)
        if self.on_acknowledged is not None:
            self.on_acknowledged()

    def clear(self) -> None:
        """Drop all that is pending."""
        self.pending.clear()
        if self.on_acknowledged is not None:
            self.on_acknowledged()

    def end_polls(self) -> None:
        """Make a waiting poll return at once, as another bot process would."""
        self._turn += 1
        self.wake()

    async def wait(self, seconds: float) -> None:
        """Return when something arrives, another poll begins or `seconds` are over."""
        arrival: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._arrivals.add(arrival)
        try:
            async with asyncio.timeout(seconds):
                await arrival
        except TimeoutError:
            return
        finally:
            self._arrivals.discard(arrival)

    async def poll(self, offset: int, limit: int, seconds: float) -> list[JsonObject]:
        """Answer getUpdates: acknowledge, wait up to `seconds`, return up to `limit`."""
        if self.webhook is not None:
            raise conflict(_WEBHOOK_ACTIVE)
        self.end_polls()
        turn = self._turn
        self.acknowledge(offset)
        if not self.pending and not self._again and seconds > 0:
            self.polling.set()
            self.idle.clear()
            try:
                await self.wait(seconds)
            finally:
                if turn == self._turn:
                    self.polling.clear()
                    self.idle.set()
        if turn != self._turn:
            raise conflict(_TERMINATED)
        again, self._again = self._again, []
        return [*again, *islice(self.pending, limit)]
