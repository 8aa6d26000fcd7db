"""Putting a bot under load in the hall, and reading what it did."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.sandbox.cast import BOT_ID
from bot.sandbox.hall import Hall
from bot.sandbox.world import Event


@dataclass(slots=True)
class Watch:
    """Times from what a person said to what the bot answered in the same private chat."""

    hall: Hall
    said: dict[int, float] = field(default_factory=dict)
    latencies: list[float] = field(default_factory=list)
    wanted: int = 0
    done: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.hall.listen(self._hear)

    def _hear(self, event: Event) -> None:
        if event.kind != "message" or event.data["from"]["id"] != BOT_ID:
            return
        began = self.said.pop(event.chat_id, None)
        if began is not None:
            self.latencies.append(time.perf_counter() - began)
            if len(self.latencies) >= self.wanted:
                self.done.set()

    def expect(self, count: int) -> None:
        """Start counting anew."""
        self.said.clear()
        self.latencies.clear()
        self.wanted = count
        self.done.clear()

    def say(self, person: int, text: str) -> None:
        """Say something in private and start its clock."""
        self.said[person] = time.perf_counter()
        self.hall.say(person, person, text)


async def throughput(watch: Watch, people: Sequence[int], text: str) -> float:
    """Let everybody speak at once; return answers per second."""
    watch.expect(len(people))
    began = time.perf_counter()
    for person in people:
        watch.say(person, text)
    await asyncio.wait_for(watch.done.wait(), 300)
    return len(people) / (time.perf_counter() - began)


async def latencies(watch: Watch, people: Sequence[int], text: str, pause: float) -> list[float]:
    """Let people speak one after another with pauses; return each answer's delay in seconds."""
    watch.expect(len(people))
    for person in people:
        watch.say(person, text)
        await asyncio.sleep(pause)
    await asyncio.wait_for(watch.done.wait(), 120)
    return sorted(watch.latencies)
