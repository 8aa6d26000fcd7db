"""`/verify`: whether somebody is staff, by their id, and whom they could be taken for."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session

from bot.members.roles import STAFF, Role
from bot.members.service import roles_of
from bot.review.impostors import Named, impostor_of
from db.repositories import members

GRAVEST = (Role.OWNER, Role.OPERATOR, Role.COMPLIANCE, Role.EXPERT)


@dataclass(frozen=True, slots=True)
class Wondered:
    """Who is meant: an id that Telegram vouches for, or a username that was typed."""

    member_id: int | None = None
    username: str | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """What may be told: of staff their role and name, of others nothing but a likeness.

    `member_id` is the staff member's, for asking Telegram whose username it is today.
    """

    role: Role | None = None
    member_id: int | None = None
    name: str = ""
    like: str = ""


def verify(session: Session, who: Wondered, owners: Collection[int]) -> Verified:
    """Tell whether somebody is staff; an unknown and a known member get the same answer."""
    member_id = who.member_id
    if member_id is None and who.username:
        found = members.by_username(session, who.username)
        member_id = found.id if found else None
    held = roles_of(session, member_id, owners) if member_id is not None else frozenset()
    role = next((each for each in GRAVEST if each in held & STAFF), None)
    if role is not None and member_id is not None:
        known = members.by_id(session, member_id)
        return Verified(role, member_id, known.first_name if known else who.name)
    return Verified(like=likeness(session, who, member_id, owners))


def likeness(
    session: Session, who: Wondered, member_id: int | None, owners: Collection[int]
) -> str:
    """Return the name of the staff member for whom somebody could be taken, or nothing."""
    found = impostor_of(Named(member_id or 0, who.name, who.username), staff_names(session, owners))
    return found.name if found else ""


def staff_names(session: Session, owners: Collection[int]) -> list[Named]:
    """Return how everybody of the staff calls themselves."""
    people = {member.id: member for role, member in members.granted(session) if role in STAFF}
    for owner in owners:
        known = members.by_id(session, owner)
        if known is not None:
            people[owner] = known
    return [
        Named(member.id, f"{member.first_name} {member.last_name or ''}".strip(), member.username)
        for member in people.values()
    ]
