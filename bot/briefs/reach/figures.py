"""The reach of an edition in figures: pure, and honest about of how many."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.briefs.reach.kinds import ReachKind


@dataclass(frozen=True, slots=True)
class Sign:
    """One stored sign of reach."""

    kind: ReachKind
    chat_id: int
    person_id: int
    what: str
    detail: Mapping[str, Any]
    count: int


@dataclass(frozen=True, slots=True)
class Reach:
    """How far an edition came.

    `groups` got it, of `wanted`; `people` are those known to be in them: a bot cannot list a
    group's members, so it is the least there are. `tappers` are different people, `taps` all
    taps. `reactors`: people who reacted under their own name; hidden ones are in `reactions`.
    """

    groups: int
    wanted: int
    people: int
    reactions: Mapping[str, int]
    reactors: int
    tappers: int
    taps: int
    sources: int
    terms: int
    votes: int

    @property
    def touched(self) -> int:
        """Return how many signs there are at all."""
        return sum(self.reactions.values()) + self.taps + self.votes


def reach_of(signs: Sequence[Sign], groups: int, wanted: int, people: int) -> Reach:
    """Return the figures of one edition."""
    reactions: Counter[str] = Counter()
    for sign in signs:
        if sign.kind in {ReachKind.REACTION, ReachKind.REACTION_COUNTS}:
            reactions.update({name: int(count) for name, count in sign.detail.items()})
    taps = [sign for sign in signs if sign.kind is ReachKind.TAP]
    own = {s.person_id for s in signs if s.kind is ReachKind.REACTION and s.detail}
    return Reach(
        groups=groups,
        wanted=wanted,
        people=people,
        reactions=dict(reactions.most_common()),
        reactors=len(own),
        tappers=len({sign.person_id for sign in taps}),
        taps=sum(sign.count for sign in taps),
        sources=sum(sign.count for sign in taps if sign.what == "sources"),
        terms=sum(sign.count for sign in taps if sign.what.startswith("term:")),
        votes=sum(int(s.detail.get("total", 0)) for s in signs if s.kind is ReachKind.VOTES),
    )
