"""Every query on who wants the morning brief of their own watch list."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlmodel import Session, col

from bot.i18n import Language
from bot.members.tiers import Binding, GroupState, Presence
from db.models.group import Group, Membership
from db.models.market import Watch
from db.models.member import Member
from db.models.watch_brief import WatchBrief
from db.upsert import insert_into


def ask(session: Session, member_id: int, now: datetime) -> None:
    """Remember that a member wants it; wanting it already changes nothing."""
    insert = insert_into(session, WatchBrief).values(member_id=member_id, asked_at=now)
    session.execute(insert.on_conflict_do_nothing(index_elements=["member_id"]))


def withdraw(session: Session, member_id: int) -> None:
    """Forget that a member wanted it."""
    session.execute(delete(WatchBrief).where(col(WatchBrief.member_id) == member_id))


def is_wanted(session: Session, member_id: int) -> bool:
    """Tell whether a member wants it."""
    return session.get(WatchBrief, member_id) is not None


def readers(session: Session) -> list[tuple[int, Language | None]]:
    """Return who wants it, can be reached and is in a VIP group, with their language."""
    query = (
        select(col(Member.id), col(Member.language))
        .join(WatchBrief, col(WatchBrief.member_id) == col(Member.id))
        .join(Membership, col(Membership.member_id) == col(Member.id))
        .join(Group, col(Group.id) == col(Membership.group_id))
        .where(
            col(Membership.presence) == Presence.PRESENT,
            col(Group.state) == GroupState.ACTIVE,
            col(Group.binding) == Binding.VIP,
            col(Member.unreachable_since).is_(None),
        )
        .distinct()
        .order_by(col(Member.id))
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def watched(session: Session, member_ids: Sequence[int]) -> dict[int, list[str]]:
    """Return what each of these members watches, the oldest first."""
    query = (
        select(col(Watch.member_id), col(Watch.symbol))
        .where(col(Watch.member_id).in_(member_ids))
        .order_by(col(Watch.added_at), col(Watch.symbol))
    )
    found: dict[int, list[str]] = {}
    for member_id, symbol in session.execute(query):
        found.setdefault(member_id, []).append(symbol)
    return found
