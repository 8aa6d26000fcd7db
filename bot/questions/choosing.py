"""What the bot does with what was found: one answer, up to three titles, or the way to a person."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.questions.states import BotSaid

MOST_CHOICES = 3
FAR_BEHIND = 0.35
"""An entry that fits less than this share of the best is no choice worth a button."""
MOST_ROUNDS = 3
"""After so many lists that held nothing, only a person helps."""


class Scored(Protocol):
    """An entry and how well it fits."""

    @property
    def id(self) -> str:
        """Return the entry's key."""

    @property
    def score(self) -> float:
        """Return how well it fits; comparable within one match only."""


class Named(Protocol):
    """A member of an enum of texts."""

    @property
    def value(self) -> str:
        """Return the text."""


class Found(Protocol):
    """What the matcher returns (`bot/questions/matching.py`: Match)."""

    @property
    def ranked(self) -> Sequence[Scored]:
        """Return the entries, best first."""

    @property
    def action(self) -> Named:
        """Return what to do: answer, choose or human."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One entry to show; `rank` counts from 1, `score` is in thousandths."""

    key: str
    version: int
    rank: int
    score: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What to say, the entries to say it with, and what the question is about."""

    said: BotSaid
    offers: tuple[Offered, ...] = ()
    topic: str | None = None


NOTHING = Plan(BotSaid.UNSURE)


def plan(
    found: Found, versions: Mapping[str, int], skip: Collection[str] = (), rounds: int = 0
) -> Plan:
    """Return what to do with a match.

    `versions`: the entries that may be shown, by key. `skip`: those that were shown before and
    were not it; with any of them the certainty of the match is gone, so the next best are
    offered as a choice. `rounds`: how often something was shown already.
    """
    action = found.action.value
    left = [one for one in found.ranked if one.id in versions and one.id not in skip]
    if not left or action == "human" or rounds >= MOST_ROUNDS:
        return NOTHING
    if action == "answer" and not skip and left[0].id == found.ranked[0].id:
        return Plan(BotSaid.ANSWER, (_offered(left[0], 1, versions),))
    near = [one for one in left if one.score >= FAR_BEHIND * left[0].score][:MOST_CHOICES]
    offers = tuple(_offered(one, rank, versions) for rank, one in enumerate(near, start=1))
    return Plan(BotSaid.CHOICE, offers)


def _offered(one: Scored, rank: int, versions: Mapping[str, int]) -> Offered:
    return Offered(one.id, versions[one.id], rank, round(one.score * 1000))
