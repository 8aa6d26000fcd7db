"""Looking at entries: how each stands, how many stand how, which hold some words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.compliance.normalise import fold
from bot.knowledge.content import Content, from_json
from bot.knowledge.finding import named, newest
from bot.knowledge.states import PENDING, Status, VersionState, status_of
from db.models.knowledge import KnowledgeEntry, KnowledgeVersion
from db.repositories import knowledge, members


@dataclass(frozen=True, slots=True)
class Found:
    """An entry with the version that it is shown with, and how it stands."""

    entry: KnowledgeEntry
    version: KnowledgeVersion
    content: Content
    status: Status


def look_at(session: Session, entry: KnowledgeEntry, now: datetime) -> Found:
    """Return an entry with its pending version, else the one that is served."""
    version = newest(session, entry)
    return _found(entry, version, now)


def look_up(session: Session, key: str, now: datetime) -> Found:
    """Return the entry of a key as `look_at` does."""
    return look_at(session, named(session, key), now)


def by_id(session: Session, entry_id: int, now: datetime) -> Found | None:
    """Return an entry by its number."""
    entry = knowledge.by_id(session, entry_id)
    return None if entry is None else look_at(session, entry, now)


def everything(session: Session, now: datetime) -> Sequence[Found]:
    """Return every entry, by key, each with its pending version or the one that is served."""
    served = knowledge.served_versions(session)
    found = []
    for entry, latest in knowledge.latest_pairs(session):
        is_pending = latest.state in PENDING
        version = latest if is_pending else served.get(entry.id, latest)
        found.append(_found(entry, version, now))
    return found


def counts(session: Session, now: datetime) -> Counter[Status]:
    """Return how many entries stand how; an edit that waits counts as waiting as well."""
    told: Counter[Status] = Counter()
    for one in everything(session, now):
        told.update(standings(one))
    return told


def standing(session: Session, status: Status, now: datetime) -> Sequence[Found]:
    """Return the entries that stand so."""
    return [one for one in everything(session, now) if status in standings(one)]


def standings(found: Found) -> set[Status]:
    """Return under which headings an entry is listed: a served one may have an edit waiting."""
    told = {found.status}
    if found.status is not Status.RETIRED and found.version.state is VersionState.WAITING:
        told.add(Status.WAITING)
    return told


def search(session: Session, words: str, now: datetime, most: int) -> tuple[Sequence[Found], int]:
    """Return up to `most` entries that hold all of `words`, best first, and how many there are."""
    wanted = [folded for word in words.split() if (folded := fold(word).strip())]
    scored = [(score, one) for one in everything(session, now) if (score := _score(one, wanted))]
    scored.sort(key=lambda pair: (-pair[0], pair[1].entry.key))
    return [one for _, one in scored[:most]], len(scored)


def names_of(session: Session, found: Found) -> dict[int, str]:
    """Return the names of those who wrote and approved an entry."""
    people = {found.entry.owner_id, found.version.author_id, found.version.decided_by}
    return _names(session, people)


def history(session: Session, key: str) -> tuple[Sequence[KnowledgeVersion], dict[int, str]]:
    """Return every version of an entry, newest first, and the names of those in it."""
    versions = knowledge.versions(session, named(session, key).id)
    people = {person for one in versions for person in (one.author_id, one.decided_by)}
    return versions, _names(session, people)


def _names(session: Session, people: set[int | None]) -> dict[int, str]:
    known = (members.by_id(session, person) for person in people if person is not None)
    return {one.id: one.first_name for one in known if one is not None}


def _found(entry: KnowledgeEntry, version: KnowledgeVersion, now: datetime) -> Found:
    status = status_of(
        retired=entry.retired_at is not None,
        served=entry.served is not None,
        expires_at=entry.expires_at,
        pending=version.state if version.state in PENDING else None,
        now=now,
    )
    return Found(entry, version, from_json(version.content), status)


def _score(found: Found, wanted: Sequence[str]) -> int:
    """Return how well an entry fits: 0 where a word is nowhere in it."""
    content = found.content
    places = (
        (8, " ".join([found.entry.key, *content.question.values()])),
        (4, " ".join(one for texts in content.phrasings.values() for one in texts)),
        (2, " ".join(content.tags)),
        (1, " ".join([*content.answer.values(), content.source])),
    )
    folded = [(weight, fold(text)) for weight, text in places]
    scores = [sum(weight for weight, text in folded if word in text) for word in wanted]
    return sum(scores) if scores and all(scores) else 0
