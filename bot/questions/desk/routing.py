"""Whom a question suits: topic, tier, licence, and how much somebody has on their desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.members.tiers import Tier
from bot.questions.desk.licences import Licence, Needs, fitting

SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class Expert:
    """Somebody on the desk; without `tags` or `tiers` they take all of them."""

    id: int
    name: str
    open_cases: int = 0
    tags: frozenset[str] = frozenset()
    tiers: frozenset[Tier] = frozenset()
    licences: tuple[Licence, ...] = ()
    away_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """What decides who may and should answer: of whom, about what, whether it asks for advice."""

    asker_id: int
    tag: str | None
    tier: Tier | None
    is_advice: bool


def may_answer(expert: Expert, matter: Matter, day: date, needs: Needs) -> bool:
    """Tell whether somebody may answer: not themselves, and advice only with a licence today."""
    if expert.id == matter.asker_id:
        return False
    return not matter.is_advice or bool(fitting(expert.licences, matter.tag, day, needs))


def suitable(
    experts: Sequence[Expert], matter: Matter, now: datetime, day: date, needs: Needs
) -> tuple[Expert, ...]:
    """Return who should answer: those for the topic and tier first, the fewest cases first."""
    able = [
        expert
        for expert in experts
        if may_answer(expert, matter, day, needs) and not is_away(expert, now)
    ]
    takers = [expert for expert in able if _takes(expert, matter)]
    ordered = sorted(takers or able, key=lambda expert: (_distance(expert, matter), expert.id))
    return tuple(ordered[:SUGGESTED])


def _takes(expert: Expert, matter: Matter) -> bool:
    topic = not expert.tags or matter.tag in expert.tags
    return topic and (not expert.tiers or matter.tier in expert.tiers)


def _distance(expert: Expert, matter: Matter) -> tuple[int, int]:
    """Return how far somebody is from a matter: who named its topic goes before who takes all."""
    return expert.open_cases, 0 if matter.tag in expert.tags else 1


def is_away(expert: Expert, now: datetime) -> bool:
    """Tell whether somebody takes no questions now."""
    return expert.away_until is not None and now < expert.away_until
