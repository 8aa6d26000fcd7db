"""What is remembered of a feed between two fetches, so that it may answer "nothing new"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from bot.market.headlines import Headline
from bot.market.http import Validators


@dataclass(frozen=True, slots=True)
class FeedState:
    """The last of a feed: `headlines` are those of its last whole answer.

    `fetched_at`: the last answer, changed or not; None before the first. `failures`: how many
    tries failed since, `problem` being the kind of the last; `unchanged`: how many answers in
    a row said "nothing new".
    """

    url: str
    validators: Validators = field(default_factory=Validators)
    fetched_at: datetime | None = None
    failures: int = 0
    unchanged: int = 0
    headlines: tuple[Headline, ...] = ()
    problem: str = ""

    @property
    def askable(self) -> Validators:
        """Return what to ask with: nothing where an unchanged answer would leave us without."""
        return self.validators if self.headlines else Validators()

    def failed(self, problem: str) -> "FeedState":
        """Return the state after a failure; what was known stays known."""
        return replace(self, failures=self.failures + 1, problem=problem)

    def confirmed(self, now: datetime) -> "FeedState":
        """Return the state after the feed said that nothing has changed."""
        return replace(self, fetched_at=now, failures=0, unchanged=self.unchanged + 1, problem="")

    def renewed(
        self, headlines: tuple[Headline, ...], validators: Validators, now: datetime
    ) -> "FeedState":
        """Return the state after a whole answer."""
        return FeedState(self.url, validators, now, headlines=headlines)


class FeedMemory(Protocol):
    """Where the states of feeds are kept."""

    async def recall(self, urls: Sequence[str]) -> Mapping[str, FeedState]:
        """Return what is known of `urls`; a feed that nothing is known of is not in it."""

    async def keep(self, states: Sequence[FeedState]) -> None:
        """Keep the states in place of those before."""


class ShortMemory:
    """Remembers as long as the process runs."""

    def __init__(self) -> None:
        self._states: dict[str, FeedState] = {}

    async def recall(self, urls: Sequence[str]) -> Mapping[str, FeedState]:
        """Return what is known of `urls`."""
        return {url: self._states[url] for url in urls if url in self._states}

    async def keep(self, states: Sequence[FeedState]) -> None:
        """Keep the states."""
        self._states |= {state.url: state for state in states}
