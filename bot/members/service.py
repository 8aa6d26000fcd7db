"""Members and groups: who is trusted with what, which group is bound to what."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session

from bot.members.roles import Role
from db.repositories import members


def roles_of(session: Session, member_id: int, owners: Collection[int]) -> frozenset[Role]:
    """Return everything a person is trusted with; owners come from the settings alone."""
    granted = members.roles_of(session, member_id) - {Role.OWNER}
    owner = {Role.OWNER} if member_id in owners else set()
    return frozenset(granted | owner | {Role.MEMBER})


def note_unreachable(session: Session, member_id: int, now: datetime) -> None:
    """Remember that the bot cannot write to a person; nothing of theirs is deleted."""
    members.set_unreachable(session, member_id, now)
