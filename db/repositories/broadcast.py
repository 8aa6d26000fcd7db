"""Every query on broadcasts, their recipients, and the people they could reach."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select, update
from sqlmodel import Session, col

from bot.broadcast.states import BroadcastState, Variant
from bot.delivery.lanes import DeliveryState, Lane
from bot.members.roles import STAFF
from bot.members.tiers import Binding, GroupState, Presence
from db.models.broadcast import Broadcast, BroadcastRecipient
from db.models.checkin import CheckIn
from db.models.delivery import WAITING, Delivery
from db.models.group import Group, Membership
from db.models.member import Member
from db.models.points import Balance
from db.models.role import RoleGrant
from db.models.watch_brief import WatchBrief
from db.upsert import insert_into

TIER_BINDINGS = tuple(binding for binding in Binding if binding is not Binding.OPERATORS)


def add(session: Session, key: str, values: Mapping[str, Any]) -> Broadcast:
    """Write a broadcast down, or return the one that this key made before."""
    insert = insert_into(session, Broadcast).values(
        key=key, cursor=0, filled=False, round=0, **values
    )
    session.execute(insert.on_conflict_do_nothing(index_elements=["key"]))
    query = select(Broadcast).where(col(Broadcast.key) == key)
    found: Broadcast = session.execute(query).scalars().one()
    return found


def by_id(session: Session, broadcast_id: int) -> Broadcast | None:
    """Return a broadcast."""
    return session.get(Broadcast, broadcast_id)


def locked(session: Session, broadcast_id: int) -> Broadcast | None:
    """Return a broadcast that nobody else changes until this transaction ends."""
    return session.get(Broadcast, broadcast_id, with_for_update=True, populate_existing=True)


def latest(session: Session, limit: int) -> Sequence[Broadcast]:
    """Return the latest broadcasts, newest first."""
    query = select(Broadcast).order_by(col(Broadcast.id).desc()).limit(limit)
    return list(session.execute(query).scalars())


def in_states(session: Session, states: Collection[BroadcastState]) -> Sequence[Broadcast]:
    """Return the broadcasts in any of `states`, oldest first."""
    query = select(Broadcast).where(col(Broadcast.state).in_(states)).order_by(col(Broadcast.id))
    return list(session.execute(query).scalars())


def people_after(
    session: Session, cursor: int, seen_until: datetime, limit: int
) -> Sequence[Row[Any]]:
    """Return a page of everybody known, by id: names apart, all that a segment asks."""
    checked_in = (
        select(func.max(col(CheckIn.day)))
        .where(col(CheckIn.member_id) == col(Member.id))
        .scalar_subquery()
    )
    query = (
        select(
            col(Member.id),
            col(Member.language),
            col(Member.hidden),
            col(Member.unreachable_since),
            col(Member.private_since),
            func.coalesce(col(Balance.lifetime), 0).label("lifetime"),
            checked_in.label("checked_in"),
        )
        .outerjoin(Balance, col(Balance.member_id) == col(Member.id))
        .where(col(Member.id) > cursor, col(Member.first_seen_at) <= seen_until)
        .order_by(col(Member.id))
        .limit(limit)
    )
    return session.execute(query).all()


def presences(
    session: Session, member_ids: Collection[int]
) -> Sequence[tuple[int, Binding, Presence]]:
    """Return in which tier groups people are or were: (member, binding, presence)."""
    query = (
        select(col(Membership.member_id), col(Group.binding), col(Membership.presence))
        .join(Group, col(Group.id) == col(Membership.group_id))
        .where(
            col(Membership.member_id).in_(member_ids),
            col(Group.binding).in_(TIER_BINDINGS),
            col(Group.state) == GroupState.ACTIVE,
        )
    )
    return [(row[0], row[1], row[2]) for row in session.execute(query)]


def staff_among(session: Session, member_ids: Collection[int]) -> set[int]:
    """Return which of `member_ids` hold a role of the staff."""
    query = select(col(RoleGrant.member_id)).where(
        col(RoleGrant.member_id).in_(member_ids), col(RoleGrant.role).in_(STAFF)
    )
    return set(session.execute(query).scalars())


def asked_for_briefs(session: Session, member_ids: Collection[int]) -> set[int]:
    """Return which of `member_ids` asked for briefs in private."""
    query = select(col(WatchBrief.member_id)).where(col(WatchBrief.member_id).in_(member_ids))
    return set(session.execute(query).scalars())


def different_people_in(session: Session, group_ids: Collection[int]) -> int:
    """Return how many different people are known to be in some groups."""
    query = select(func.count(col(Membership.member_id).distinct())).where(
        col(Membership.group_id).in_(group_ids),
        col(Membership.presence) == Presence.PRESENT,
    )
    return int(session.execute(query).scalar_one())


def add_recipient(
    session: Session, broadcast_id: int, send_key: str, chat_id: int, variant: Variant
) -> bool:
    """Write a recipient down; tell whether they are new."""
    insert = insert_into(session, BroadcastRecipient).values(
        send_key=send_key, broadcast_id=broadcast_id, chat_id=chat_id, variant=variant
    )
    added = session.execute(
        insert.on_conflict_do_nothing(index_elements=["send_key"]).returning(
            col(BroadcastRecipient.send_key)
        )
    )
    return added.first() is not None


def recipients(session: Session, broadcast_id: int) -> Sequence[BroadcastRecipient]:
    """Return the recipients of a broadcast so far."""
    query = select(BroadcastRecipient).where(col(BroadcastRecipient.broadcast_id) == broadcast_id)
    return list(session.execute(query.order_by(col(BroadcastRecipient.send_key))).scalars())


def counts(session: Session, broadcast_id: int) -> dict[DeliveryState, int]:
    """Return how many messages of a broadcast stand in each state."""
    query = (
        select(col(Delivery.state), func.count())
        .join(BroadcastRecipient, col(BroadcastRecipient.send_key) == col(Delivery.send_key))
        .where(col(BroadcastRecipient.broadcast_id) == broadcast_id)
        .group_by(col(Delivery.state))
    )
    return {row[0]: int(row[1]) for row in session.execute(query)}


def waiting(session: Session, now: datetime) -> int:
    """Return how many messages of all broadcasts could go now and wait for their place."""
    query = select(func.count()).where(
        WAITING,
        col(Delivery.state) == DeliveryState.QUEUED,
        col(Delivery.lane) == Lane.CAMPAIGN,
        col(Delivery.not_before) <= now,
    )
    return int(session.execute(query).scalar_one())


def move_all(
    session: Session,
    broadcast_id: int,
    before: Collection[DeliveryState],
    after: DeliveryState,
    **values: Any,
) -> int:
    """Move every message of a broadcast that has not left; return how many there were."""
    keys = select(col(BroadcastRecipient.send_key)).where(
        col(BroadcastRecipient.broadcast_id) == broadcast_id
    )
    moved = session.execute(
        update(Delivery)
        .where(col(Delivery.send_key).in_(keys), col(Delivery.state).in_(before))
        .values(state=after, **values)
        .execution_options(synchronize_session=False)
    )
    return int(moved.rowcount)  # type: ignore[attr-defined]
