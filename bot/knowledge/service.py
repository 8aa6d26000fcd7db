"""What is served, and drafts from elsewhere: the part that other features use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from bot.i18n import Language
from bot.knowledge import writing
from bot.knowledge.content import Content, from_json
from bot.knowledge.languages import EveryLanguage
from bot.knowledge.states import Change, Origin, VersionState
from bot.markup import storable
from bot.members.tiers import Tier
from db.repositories import knowledge

EVERY_RANK = len(Tier)
LONGEST_REF = 128


@dataclass(frozen=True, slots=True)
class Served:
    """An entry as readers get it.

    `question` and `answer` have a text for every language (`bot/knowledge/languages.py`);
    `phrasings` hold only what somebody wrote: they are for finding it.
    """

    key: str
    version: int
    question: Mapping[Language, str]
    phrasings: Mapping[Language, tuple[str, ...]]
    answer: Mapping[Language, str]
    tags: tuple[str, ...]
    source: str
    as_of: date | None


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A question and its answer from elsewhere; `origin_ref` names the very one."""

    question: str
    answer: str
    language: Language
    tags: tuple[str, ...]
    origin: Origin
    origin_ref: str
    owner_id: int | None


def served(session: Session, now: datetime, tier: Tier | None) -> tuple[Served, ...]:
    """Return what a member of `tier` may be answered with, by key; None: of no tier.

    Approved, not retired, not past its review day. A higher tier sees what lower ones see.
    """
    rows = knowledge.served(session, now, rank_of(tier))
    return tuple(_served(key, number, content) for key, number, content in rows)


def served_version(session: Session, now: datetime) -> str:
    """Return a text that changes whenever what is served changes, by hand or by time.

    Every change is an approved version, and those only grow in number; between two of them
    the number of served entries only falls, as days pass.
    """
    approved, serving = knowledge.served_mark(session, now)
    return f"{approved}.{serving}"


def entry(session: Session, key: str, now: datetime) -> Served | None:
    """Return one served entry, whatever its tier; nothing where it is not served now."""
    rows = knowledge.served(session, now, EVERY_RANK, key)
    return next((_served(*row) for row in rows), None)


def rank_of(tier: Tier | None) -> int:
    """Return the height of a tier as entries keep it: 0 for nobody's."""
    return 0 if tier is None else tier.rank + 1


def draft(session: Session, new: NewEntry, now: datetime) -> int:
    """Keep a question and answer from elsewhere for somebody to approve; return the entry's id.

    The same origin and reference make it only once. The owner counts as its writer. The card
    with the buttons follows within a minute (`jobs/knowledge.py`).
    """
    ref = new.origin_ref[:LONGEST_REF]
    found = knowledge.by_origin(session, new.origin, ref)
    if found is not None:
        return found.id
    content = Content(
        question={new.language: " ".join(storable(new.question).split())},
        answer={new.language: storable(new.answer).strip()},
        tags=tuple(dict.fromkeys(new.tags)),
    )
    made = writing.create(
        session,
        writing.key_for(new.origin, ref),
        content,
        writing.Made(
            key=f"draft:{new.origin.value}:{ref}",
            change=Change.DRAFTED,
            state=VersionState.WAITING,
            author_id=new.owner_id,
            at=now,
        ),
        origin=new.origin,
        origin_ref=ref,
    )
    return made.id


def _served(key: str, number: int, kept: Mapping[str, Any]) -> Served:
    content = from_json(kept)
    return Served(
        key=key,
        version=number,
        question=EveryLanguage(content.question),
        phrasings=content.phrasings,
        answer=EveryLanguage(content.answer),
        tags=content.tags,
        source=content.source,
        as_of=content.as_of,
    )
