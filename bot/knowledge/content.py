"""What an entry says: question, phrasings and answer per language, and what stands beside them."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.i18n import Language
from bot.members.tiers import Tier

TAGS = (
    *("account", "trading", "fees", "settlement", "margin", "funds", "listing", "tax"),
    *("risk", "contest", "points", "security", "suitability", "hongkong", "bot"),
)
"""What an entry can be about; its name is the message `kb-tag-<tag>`."""


@dataclass(frozen=True, slots=True)
class Content:
    """One version of an entry's words.

    `tier` is the lowest tier that may see it, None for everybody. `as_of`: the day for which
    its figures are right. `review_by`: the last day on which it is served.
    """

    question: Mapping[Language, str] = field(default_factory=dict)
    phrasings: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    answer: Mapping[Language, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    tier: Tier | None = None
    source: str = ""
    as_of: date | None = None
    review_by: date | None = None

    @property
    def title(self) -> str:
        """Return the question in the first language that has one."""
        return next((self.question[one] for one in Language if self.question.get(one)), "")


def to_json(content: Content) -> dict[str, Any]:
    """Return a content as the database keeps it, always in the same order."""
    return {
        "question": {
            one.value: content.question[one] for one in Language if one in content.question
        },
        "phrasings": {
            one.value: list(content.phrasings[one])
            for one in Language
            if content.phrasings.get(one)
        },
        "answer": {one.value: content.answer[one] for one in Language if one in content.answer},
        "tags": list(content.tags),
        "tier": content.tier.value if content.tier else None,
        "source": content.source,
        "as_of": content.as_of.isoformat() if content.as_of else None,
        "review_by": content.review_by.isoformat() if content.review_by else None,
    }


def from_json(kept: Mapping[str, Any]) -> Content:
    """Return the content that the database keeps."""
    return Content(
        question={Language(one): text for one, text in kept["question"].items()},
        phrasings={Language(one): tuple(texts) for one, texts in kept["phrasings"].items()},
        answer={Language(one): text for one, text in kept["answer"].items()},
        tags=tuple(kept["tags"]),
        tier=Tier(kept["tier"]) if kept["tier"] else None,
        source=kept["source"],
        as_of=date.fromisoformat(kept["as_of"]) if kept["as_of"] else None,
        review_by=date.fromisoformat(kept["review_by"]) if kept["review_by"] else None,
    )


def fingerprint(content: Content) -> str:
    """Return what is the same for the same content and for no other."""
    kept = json.dumps(to_json(content), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(kept.encode()).hexdigest()
