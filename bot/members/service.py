"""Members: who is trusted with what, in which tier, and what they chose for themselves."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.i18n import Language
from bot.members.deed import Deed
from bot.members.errors import MemberUnknownError, OwnerFixedError
from bot.members.roles import APPOINTABLE, Role
from bot.members.sight import Names
from bot.members.tiers import Tier, highest
from db.models.member import Member
from db.repositories import members

MOST_DIGITS = 16
"""Telegram's ids have at most 52 bits."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """Whose roles were changed, and to what."""

    member: Member
    before: frozenset[Role]
    after: frozenset[Role]


def roles_of(session: Session, member_id: int, owners: Collection[int]) -> frozenset[Role]:
    """Return everything a person is trusted with; owners come from the settings alone."""
    granted = members.roles_of(session, member_id) - {Role.OWNER}
    owner = {Role.OWNER} if member_id in owners else set()
    return frozenset(granted | owner | {Role.MEMBER})


def tier_of(session: Session, member_id: int) -> Tier | None:
    """Return the highest tier among the groups in which a person is and the bot can speak."""
    bindings = members.bindings_of(session, member_id)
    return highest({binding.tier for binding in bindings if binding.tier is not None})


def note_unreachable(session: Session, member_id: int, now: datetime) -> None:
    """Remember that the bot cannot write to a person; nothing of theirs is deleted."""
    members.set_unreachable(session, member_id, now)


def note_reachable(session: Session, member_id: int) -> None:
    """Remember that the bot can write to a person again."""
    members.set_unreachable(session, member_id, None)


def choose_language(session: Session, member_id: int, language: Language) -> None:
    """Remember in which language a person wants to read."""
    members.set_language(session, member_id, language)


def choose_hidden(session: Session, member_id: int, hidden: bool) -> None:
    """Remember whether a person wants to be left out of boards."""
    members.set_hidden(session, member_id, hidden)


def is_hidden(session: Session, member_id: int) -> bool:
    """Tell whether a person is left out of boards."""
    member = members.by_id(session, member_id)
    return member is not None and member.hidden


def find_member(session: Session, handle: str) -> Member:
    """Return who is meant by `@username` or an id; refuse whom the bot has never seen."""
    number = handle.isascii() and handle.isdigit() and len(handle) <= MOST_DIGITS
    found = members.by_id(session, int(handle)) if number else members.by_username(session, handle)
    if found is None:
        raise MemberUnknownError(received=handle[:40])
    return found


def register(session: Session, member_id: int, names: Names, now: datetime) -> Member:
    """Return a person who was pointed at, made known now if need be."""
    if members.by_id(session, member_id) is None:
        members.save(session, member_id, now, **names.stored())
    return find_member(session, str(member_id))


def appoint(
    session: Session, member: Member, role: Role | None, owners: Collection[int], deed: Deed
) -> Appointment:
    """Give a role, or take all away with none; owners cannot be changed."""
    if member.id in owners:
        raise OwnerFixedError
    before = frozenset(members.roles_of(session, member.id)) & APPOINTABLE
    after = before | {role} if role is not None else frozenset()
    for lost in before - after:
        members.revoke_role(session, member.id, lost)
    for gained in after - before:
        members.grant_role(session, member.id, gained, deed.actor_id, deed.now)
    if before != after:
        deed.log(session, "role", f"member:{member.id}", _names(before), _names(after))
    return Appointment(member, before, after)


def trusted(
    session: Session, owners: Collection[int]
) -> list[tuple[Role, tuple[tuple[int, Member | None], ...]]]:
    """Return who holds what: each role with its people, as (id, what is known of them)."""
    held: dict[Role, list[tuple[int, Member | None]]] = {
        Role.OWNER: [(owner, members.by_id(session, owner)) for owner in sorted(owners)]
    }
    for role, member in members.granted(session):
        held.setdefault(role, []).append((member.id, member))
    order = (Role.OWNER, Role.OPERATOR, Role.COMPLIANCE, Role.EXPERT)
    return [(role, tuple(held[role])) for role in order if role in held]


def _names(roles: Collection[Role]) -> dict[str, list[str]]:
    return {"roles": sorted(role.value for role in roles)}
