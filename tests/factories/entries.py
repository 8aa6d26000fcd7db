"""A small knowledge base with a matcher that counts shared pairs of characters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlmodel import Session

from bot.i18n import Language
from bot.members.tiers import Tier

HANS, ENGLISH = Language.SIMPLIFIED, Language.ENGLISH


@dataclass(frozen=True)
class StandEntry:
    key: str
    question: Mapping[Language, str]
    answer: Mapping[Language, str]
    version: int = 1
    phrasings: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    source: str = "上交所规则"
    as_of: date | None = date(2026, 11, 1)


class StandAction(Enum):
    ANSWER = "answer"
    CHOOSE = "choose"
    HUMAN = "human"


@dataclass(frozen=True)
class StandRanked:
    id: str
    score: float


@dataclass(frozen=True)
class StandMatch:
    ranked: tuple[StandRanked, ...]
    action: StandAction


def make_entry(key: str, question: str, answer: str, **more: Any) -> StandEntry:
    """Return an entry in simplified Chinese."""
    return StandEntry(key, {HANS: question}, {HANS: answer}, **more)


ENTRIES = (
    make_entry("star", "科创板怎么开通", "日均资产不低于50万元，参与证券交易满24个月。"),
    make_entry("gem", "创业板怎么开通", "日均资产不低于10万元，参与证券交易满24个月。"),
    make_entry("hk", "港股通怎么开通", "日均资产不低于50万元，并通过知识测评。"),
    make_entry("fee", "佣金怎么收", "佣金由双方约定，最低5元。"),
)


class StandKnowledge:
    """Serves the same entries to everybody."""

    def __init__(self, entries: Sequence[StandEntry] = ENTRIES) -> None:
        self.entries = entries

    def served(self, session: Session, now: datetime, tier: Tier | None) -> Sequence[StandEntry]:
        return self.entries

    def served_version(self, session: Session, now: datetime) -> str:
        return str(len(self.entries))


class StandIndex:
    """Sure of what shares almost all pairs, unsure of the rest, silent where there is none."""

    def __init__(self, entries: Sequence[Any]) -> None:
        self.entries = [(one.key, _pairs(one.question[HANS])) for one in entries]

    def match(self, query: str) -> StandMatch:
        asked = _pairs(query)
        shares = [(key, len(asked & pairs) / len(pairs)) for key, pairs in self.entries]
        ranked = sorted((one for one in shares if one[1] > 0.2), key=lambda one: -one[1])
        if not ranked:
            return StandMatch((), StandAction.HUMAN)
        sure = ranked[0][1] > 0.9
        action = StandAction.ANSWER if sure else StandAction.CHOOSE
        return StandMatch(tuple(StandRanked(*one) for one in ranked), action)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
