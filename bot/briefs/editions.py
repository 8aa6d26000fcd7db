"""Editions in the database: made once, rewritten while unposted, every version kept."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.briefs.due import DueSlot
from bot.briefs.screening import Pair
from bot.briefs.slots import EditionState, Origin, SkipReason
from db.models.brief import BriefEdition
from db.repositories import briefs, corrections, deliveries


@dataclass(frozen=True, slots=True)
class Content:
    """What an edition says: its text, its picture (PNG), where they came from, the judgement."""

    markup: str = ""
    picture: bytes | None = None
    snapshot: Mapping[str, Any] | None = None
    verdict: Mapping[str, Any] | None = None


NOTHING = Content()


def make(
    session: Session,
    due: DueSlot,
    pair: Pair,
    state: EditionState,
    content: Content,
    now: datetime,
    origin: Origin = Origin.DRAFT,
    why: str | None = None,
) -> BriefEdition | None:
    """Make an edition; nothing if there is one, unless it only said that data were missing."""
    values = _values(due, pair, state, now) | _stored(session, content) | {"why": why}
    made = briefs.add(session, values)
    if made is None:
        made = briefs.edition(session, due.day, due.slot, *pair)
        is_open = made is not None and made.why == SkipReason.NO_DATA.value
        if made is None or not is_open or state is EditionState.SKIPPED:
            return None
        if not briefs.rewrite(session, made.id, made.revision, _without_keys(values)):
            return None
    if content.markup:
        _keep(session, made.id, 1, origin, None, content, why, now)
        briefs.set_version(session, made.id, 1)
    return briefs.by_id(session, made.id)


def change(
    session: Session,
    edition: BriefEdition,
    content: Content,
    origin: Origin,
    now: datetime,
    author: int | None = None,
    reason: str | None = None,
    **more: Any,
) -> bool:
    """Give an unposted edition a new version; tell whether nobody changed it meanwhile."""
    number = edition.version + 1
    values = _stored(session, content) | {"version": number} | more
    if content.picture is None:
        del values["picture"]  # words alone were changed
    if not briefs.rewrite(session, edition.id, edition.revision, values):
        return False
    _keep(session, edition.id, number, origin, author, content, reason, now)
    return True


def mark(session: Session, edition: BriefEdition, state: EditionState, why: str | None) -> bool:
    """Change what became of an unposted edition, not what it says."""
    return briefs.rewrite(session, edition.id, edition.revision, {"state": state, "why": why})


def correct(
    session: Session,
    edition: BriefEdition,
    content: Content,
    number: int,
    now: datetime,
    author: int,
    reason: str | None,
) -> bool:
    """Give a posted edition its corrected version; tell whether nobody corrected it meanwhile."""
    values = _stored(session, content) | {"version": number, "author_id": author}
    if content.picture is None:
        del values["picture"]  # words alone were wrong
    if not corrections.rewrite(session, edition.id, edition.version, values):
        return False
    _keep(session, edition.id, number, Origin.CORRECTION, author, content, reason, now)
    return True


def _keep(
    session: Session,
    edition_id: int,
    number: int,
    origin: Origin,
    author: int | None,
    content: Content,
    reason: str | None,
    now: datetime,
) -> None:
    briefs.add_version(
        session,
        {
            "edition_id": edition_id,
            "number": number,
            "origin": origin,
            "author_id": author,
            "markup": content.markup,
            "snapshot": dict(content.snapshot or {}),
            "verdict": dict(content.verdict or {}),
            "reason": reason[:512] if reason else None,
            "created_at": now,
        },
    )


def _stored(session: Session, content: Content) -> dict[str, Any]:
    picture = None
    if content.picture is not None:
        picture = hashlib.sha256(content.picture).hexdigest()
        deliveries.add_picture(session, picture, content.picture)
    return {
        "markup": content.markup,
        "picture": picture,
        "snapshot": dict(content.snapshot or {}),
    }


def _values(due: DueSlot, pair: Pair, state: EditionState, now: datetime) -> dict[str, Any]:
    return {
        "day": due.day,
        "slot": due.slot,
        "tier": pair[0],
        "language": pair[1],
        "state": state,
        "created_at": now,
        "version": 0,
        "revision": 0,
    }


def _without_keys(values: Mapping[str, Any]) -> dict[str, Any]:
    kept = ("day", "slot", "tier", "language", "version", "revision")
    return {name: value for name, value in values.items() if name not in kept}
