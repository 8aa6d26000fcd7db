"""A broadcast as its form holds it: the words, for whom, when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.broadcast.states import Variant
from bot.i18n import Language
from bot.members.tiers import Tier

USUAL_HOURS = 6


class Activity(StrEnum):
    """What somebody's check-ins have to say; `days` goes with the first and the last."""

    ANY = "any"
    WITHIN = "within"
    NEVER = "never"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Segment:
    """Who is meant in private; no tier: nobody. Levels are inclusive, 0 being no limit.

    `asked`: only who asked for such messages; else everybody who did not refuse them.
    `excluded`: ids of people who are left out by name.
    """

    tiers: tuple[Tier, ...] = ()
    level_from: int = 0
    level_to: int = 0
    languages: tuple[Language, ...] = ()
    activity: Activity = Activity.ANY
    days: int = 0
    asked: bool = False
    excluded: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that the form asks for.

    `text` and `other` are plain text, as typed; `other` is variant B, empty for none.
    `source` is where figures are quoted from. `starts_at`: nothing for as soon as approved.
    `useless_hours`: how long after the start it may still go out.
    """

    text: str = ""
    other: str = ""
    source: str = ""
    language: Language = Language.SIMPLIFIED
    groups: tuple[Tier, ...] = ()
    segment: Segment = field(default_factory=Segment)
    starts_at: datetime | None = None
    trading_days_only: bool = False
    useless_hours: int = USUAL_HOURS

    @property
    def variants(self) -> tuple[Variant, ...]:
        """Return the variants that there are texts for."""
        return (Variant.A, Variant.B) if self.other else (Variant.A,)

    def words(self, variant: Variant) -> str:
        """Return a variant's text as it was typed."""
        return self.other if variant is Variant.B else self.text


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """Return a plan as the database keeps it."""
    segment = plan.segment
    return {
        "text": plan.text,
        "other": plan.other,
        "source": plan.source,
        "language": plan.language.value,
        "groups": [tier.value for tier in plan.groups],
        "segment": {
            "tiers": [tier.value for tier in segment.tiers],
            "levels": [segment.level_from, segment.level_to],
            "languages": [language.value for language in segment.languages],
            "activity": [segment.activity.value, segment.days],
            "asked": segment.asked,
            "excluded": list(segment.excluded),
        },
        "starts_at": plan.starts_at.isoformat() if plan.starts_at else None,
        "trading_days_only": plan.trading_days_only,
        "useless_hours": plan.useless_hours,
    }


def plan_from_json(stored: Mapping[str, Any]) -> Plan:
    """Return the plan that the database keeps."""
    people, starts = stored["segment"], stored["starts_at"]
    level_from, level_to = people["levels"]
    activity, days = people["activity"]
    return Plan(
        text=stored["text"],
        other=stored["other"],
        source=stored["source"],
        language=Language(stored["language"]),
        groups=tuple(Tier(value) for value in stored["groups"]),
        segment=Segment(
            tiers=tuple(Tier(value) for value in people["tiers"]),
            level_from=level_from,
            level_to=level_to,
            languages=tuple(Language(value) for value in people["languages"]),
            activity=Activity(activity),
            days=days,
            asked=people["asked"],
            excluded=tuple(people["excluded"]),
        ),
        starts_at=datetime.fromisoformat(starts) if starts else None,
        trading_days_only=stored["trading_days_only"],
        useless_hours=stored["useless_hours"],
    )
