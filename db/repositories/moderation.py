"""Every query on moderation's decisions, policies, standings, notes and second opinions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlmodel import Session, SQLModel, col

from bot.delivery.lanes import DeliveryState
from bot.members.tiers import Binding, GroupState
from bot.moderation.measures import Measure
from db.models.delivery import Delivery
from db.models.group import Group, Membership
from db.models.moderation import (
    ModerationDecision,
    ModerationNote,
    ModerationPolicy,
    ModerationStanding,
    PendingMeasure,
)
from db.prepared import Prepared
from db.upsert import insert_into

STANDING = SQLModel.metadata.tables["moderation_standing"]
UNSENT = (DeliveryState.RESERVED, DeliveryState.QUEUED, DeliveryState.SENDING)


def policy(session: Session, group_id: int) -> ModerationPolicy | None:
    """Return the policy of a group that counts."""
    query = select(ModerationPolicy).where(col(ModerationPolicy.group_id) == group_id)
    newest = query.order_by(col(ModerationPolicy.version).desc()).limit(1)
    return session.execute(newest).scalars().first()


def policy_version(session: Session, group_id: int, version: int) -> ModerationPolicy | None:
    """Return a group's policy as it was in one version."""
    query = select(ModerationPolicy).where(
        col(ModerationPolicy.group_id) == group_id, col(ModerationPolicy.version) == version
    )
    return session.execute(query).scalars().first()


def add_policy(
    session: Session, group_id: int, version: int, terms: dict[str, Any], by: int, now: datetime
) -> bool:
    """Store the next version of a policy; tell whether nobody else stored it first."""
    insert = insert_into(session, ModerationPolicy).values(
        group_id=group_id, version=version, terms=terms, changed_by=by, changed_at=now
    )
    stored = session.execute(
        insert.on_conflict_do_nothing(index_elements=["group_id", "version"]).returning(
            col(ModerationPolicy.id)
        )
    )
    return stored.first() is not None


_COUNT = Prepared(
    lambda insert: (
        insert(STANDING)
        .values(group_id=bindparam("group"), member_id=bindparam("member"), messages=bindparam("n"))
        .on_conflict_do_update(
            index_elements=["group_id", "member_id"],
            set_={"messages": STANDING.c.messages + bindparam("n")},
        )
        .returning(STANDING.c.joined_at, STANDING.c.messages, STANDING.c.held)
    )
)


def count_message(session: Session, group_id: int, member_id: int, by: int) -> Row[Any]:
    """Count messages of somebody who may be new; return joined_at, messages, held."""
    row: Row[Any] = _COUNT(session, group=group_id, member=member_id, n=by).one()
    return row


def note_joined(session: Session, group_id: int, member_id: int, now: datetime) -> None:
    """Remember when somebody was first seen to join a group; coming back is not joining anew."""
    insert = insert_into(session, ModerationStanding).values(
        group_id=group_id, member_id=member_id, joined_at=now, messages=0
    )
    session.execute(insert.on_conflict_do_nothing())


def hold(session: Session, group_id: int, member_id: int, why: str | None) -> None:
    """Hold somebody's messages back, or no more."""
    insert = insert_into(session, ModerationStanding).values(
        group_id=group_id, member_id=member_id, messages=0, held=why
    )
    session.execute(
        insert.on_conflict_do_update(index_elements=["group_id", "member_id"], set_={"held": why})
    )


def add_decision(session: Session, values: dict[str, Any]) -> ModerationDecision | None:
    """Write a decision down; nothing if it was written before."""
    insert = insert_into(session, ModerationDecision).values(**values)
    written = session.execute(
        insert.on_conflict_do_nothing(index_elements=["key"]).returning(col(ModerationDecision.id))
    ).first()
    return session.get(ModerationDecision, written[0]) if written else None


def decision(
    session: Session, decision_id: int, *, lock: bool = False
) -> ModerationDecision | None:
    """Return a decision."""
    return session.get(
        ModerationDecision, decision_id, with_for_update=lock, populate_existing=lock
    )


def decision_with_key(session: Session, key: str) -> ModerationDecision | None:
    """Return the decision of a key."""
    query = select(ModerationDecision).where(col(ModerationDecision.key) == key)
    return session.execute(query).scalars().first()


def strikes_of(session: Session, member_id: int, since: datetime) -> Sequence[tuple[int, datetime]]:
    """Return what a member's decisions count that stand, as (strikes, at)."""
    query = select(col(ModerationDecision.strikes), col(ModerationDecision.at)).where(
        col(ModerationDecision.member_id) == member_id,
        col(ModerationDecision.at) >= since,
        col(ModerationDecision.strikes) > 0,
        col(ModerationDecision.acted),
        col(ModerationDecision.undone_at).is_(None),
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def standing_measures(
    session: Session, member_id: int, chat_id: int, measure: Measure, now: datetime
) -> Sequence[ModerationDecision]:
    """Return the measures of a kind upon a member in a chat that are in force."""
    query = select(ModerationDecision).where(
        col(ModerationDecision.member_id) == member_id,
        col(ModerationDecision.chat_id) == chat_id,
        col(ModerationDecision.measure) == measure,
        col(ModerationDecision.acted),
        col(ModerationDecision.undone_at).is_(None),
        col(ModerationDecision.until).is_(None) | (col(ModerationDecision.until) > now),
    )
    return list(session.execute(query).scalars())


def mark_undone(session: Session, decision_id: int, by: int, now: datetime) -> bool:
    """Take a decision back; tell whether it stood."""
    undone = session.execute(
        update(ModerationDecision)
        .where(
            col(ModerationDecision.id) == decision_id, col(ModerationDecision.undone_at).is_(None)
        )
        .values(undone_by=by, undone_at=now)
    )
    return bool(undone.rowcount)  # type: ignore[attr-defined]


def decisions_of(session: Session, member_id: int, limit: int) -> Sequence[ModerationDecision]:
    """Return the newest decisions about a member."""
    query = select(ModerationDecision).where(col(ModerationDecision.member_id) == member_id)
    newest = query.order_by(col(ModerationDecision.at).desc(), col(ModerationDecision.id).desc())
    return list(session.execute(newest.limit(limit)).scalars())


def guarded_chats_of(session: Session, member_id: int) -> Sequence[Group]:
    """Return the tiers' groups in which a member is or was."""
    query = (
        select(Group)
        .join(Membership, col(Membership.group_id) == col(Group.id))
        .where(
            col(Membership.member_id) == member_id,
            col(Group.state) == GroupState.ACTIVE,
            col(Group.binding).is_not(None),
            col(Group.binding) != Binding.OPERATORS,
        )
        .order_by(col(Group.id))
    )
    return list(session.execute(query).scalars())


def add_note(session: Session, send_key: str, lifetime: int, now: datetime) -> None:
    """Remember that a message of the bot's is to go after a while."""
    insert = insert_into(session, ModerationNote).values(
        send_key=send_key, lifetime=lifetime, settled=False, created_at=now
    )
    session.execute(insert.on_conflict_do_nothing())


def open_notes(session: Session, limit: int) -> Sequence[tuple[ModerationNote, Delivery]]:
    """Return the notes that were sent or never will be, with their deliveries."""
    query = (
        select(ModerationNote, Delivery)
        .join(Delivery, col(Delivery.send_key) == col(ModerationNote.send_key))
        .where(col(ModerationNote.settled).is_(False), col(Delivery.state).not_in(UNSENT))
        .order_by(col(ModerationNote.created_at))
        .limit(limit)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def add_pending(session: Session, values: dict[str, Any]) -> PendingMeasure:
    """Let a measure wait for a second operator, once for each key."""
    insert = insert_into(session, PendingMeasure).values(**values)
    session.execute(insert.on_conflict_do_nothing(index_elements=["key"]))
    query = select(PendingMeasure).where(col(PendingMeasure.key) == values["key"])
    found: PendingMeasure = session.execute(query).scalars().one()
    return found


def pending(session: Session, pending_id: int) -> PendingMeasure | None:
    """Return a measure that waits or waited."""
    return session.get(PendingMeasure, pending_id)


def decide_pending(
    session: Session, pending_id: int, by: int, confirmed: bool, now: datetime, since: datetime
) -> bool:
    """Confirm or reject what has waited since `since` at most; tell whether it still waited."""
    decided = session.execute(
        update(PendingMeasure)
        .where(
            col(PendingMeasure.id) == pending_id,
            col(PendingMeasure.decided_by).is_(None),
            col(PendingMeasure.requested_at) >= since,
        )
        .values(decided_by=by, decided_at=now, confirmed=confirmed)
    )
    return bool(decided.rowcount)  # type: ignore[attr-defined]
