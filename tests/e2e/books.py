"""What the database holds after people have acted: the facts that no answer can embellish."""

from sqlalchemy import func, select
from sqlmodel import Session, col

from bot.members.tiers import Presence
from db.models import (
    Balance,
    CheckIn,
    Group,
    GroupTopic,
    LedgerEntry,
    Member,
    Membership,
    OperatorAction,
)


def member(session: Session, member_id: int) -> Member | None:
    """Return a person as the bot knows them."""
    return session.get(Member, member_id)


def balance(session: Session, member_id: int) -> int:
    """Return somebody's points."""
    held = session.get(Balance, member_id)
    return held.amount if held else 0


def entries(session: Session, member_id: int) -> list[LedgerEntry]:
    """Return somebody's movements, oldest first."""
    query = select(LedgerEntry).where(col(LedgerEntry.member_id) == member_id)
    return list(session.execute(query.order_by(col(LedgerEntry.id))).scalars())


def check_ins(session: Session, member_id: int) -> int:
    """Return on how many days somebody checked in."""
    query = select(func.count()).where(col(CheckIn.member_id) == member_id)
    return int(session.execute(query).scalar_one())


def members_known(session: Session) -> set[int]:
    """Return everybody whom the bot has registered."""
    return set(session.execute(select(col(Member.id))).scalars())


def ledger_size(session: Session) -> int:
    """Return how many movements of points there are in all."""
    return int(session.execute(select(func.count()).select_from(LedgerEntry)).scalar_one())


def group(session: Session, chat_id: int) -> Group | None:
    """Return the group that has a chat id now."""
    query = select(Group).where(col(Group.chat_id) == chat_id)
    return session.execute(query).scalars().first()


def topics(session: Session, chat_id: int) -> dict[str, int]:
    """Return a group's purposes and their topics."""
    query = select(GroupTopic).join(Group, col(Group.id) == col(GroupTopic.group_id))
    rows = session.execute(query.where(col(Group.chat_id) == chat_id)).scalars()
    return {row.purpose.value: row.thread_id for row in rows}


def present(session: Session, chat_id: int) -> set[int]:
    """Return who is in a group, as far as the bot knows."""
    query = select(col(Membership.member_id)).join(Group, col(Group.id) == Membership.group_id)
    inside = col(Membership.presence) == Presence.PRESENT
    return set(session.execute(query.where(col(Group.chat_id) == chat_id, inside)).scalars())


def actions(session: Session) -> list[OperatorAction]:
    """Return the operators' action log, oldest first."""
    return list(session.execute(select(OperatorAction).order_by(col(OperatorAction.id))).scalars())
