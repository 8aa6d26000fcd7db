"""Reading a brief again: which edition was the last, and where its figures came from."""

from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from bot.briefs.slots import Slot
from bot.i18n import Language
from bot.members.tiers import Tier, highest
from db.models.brief import BriefEdition
from db.repositories import briefs, deliveries, members


@dataclass(frozen=True, slots=True)
class Shown:
    """An edition that is shown again; `message_id` is its message in the group, if known."""

    edition: BriefEdition
    picture: bytes | None = None
    message_id: int | None = None


def last_for_member(
    session: Session, member_id: int, language: Language, slot: Slot | None = None
) -> Shown | None:
    """Return the last brief of the highest tier that a member is in; newbie outside of all."""
    found = {binding.tier for binding in members.bindings_of(session, member_id)}
    tier = highest({tier for tier in found if tier}) or Tier.NEWBIE
    edition = briefs.last_posted(session, tier, language, slot)
    if edition is None:
        return None
    picture = deliveries.picture(session, edition.picture) if edition.picture else None
    return Shown(edition, picture)


def last_in_group(
    session: Session, group_id: int, tier: Tier, language: Language, slot: Slot | None = None
) -> Shown | None:
    """Return the last brief of a group's tier, with its message there if it arrived."""
    edition = briefs.last_posted(session, tier, language, slot)
    if edition is None:
        return None
    key = f"brief:{edition.day}:{edition.slot.value}:{group_id}"
    found = deliveries.with_key(session, key)
    return Shown(edition, message_id=found.message_id if found else None)


def snapshot_of(session: Session, edition_id: int) -> dict[str, Any]:
    """Return where an edition's figures came from; empty if there is no such edition."""
    edition = briefs.by_id(session, edition_id)
    return edition.snapshot if edition else {}
