"""Every query on what reaches people unasked, and what they said about it."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from bot.delivery.lanes import DeliveryState, Lane
from db.models.attention import LaneChoice
from db.models.delivery import PRIVATE, WAITING, Delivery
from db.upsert import insert_into

TAKEN = (
    DeliveryState.QUEUED,
    DeliveryState.SENDING,
    DeliveryState.SENT,
    DeliveryState.UNKNOWN,
)
"""What has a person's attention, or will have it."""


def choose(session: Session, member_id: int, lane: Lane, wanted: bool, now: datetime) -> None:
    """Remember whether somebody wants a lane."""
    values = {"wanted": wanted, "since": now}
    insert = insert_into(session, LaneChoice).values(member_id=member_id, lane=lane, **values)
    session.execute(insert.on_conflict_do_update(index_elements=["member_id", "lane"], set_=values))


def choices(session: Session, member_ids: Collection[int], lane: Lane) -> dict[int, bool]:
    """Return what people said about a lane; who said nothing is not in it."""
    query = select(col(LaneChoice.member_id), col(LaneChoice.wanted)).where(
        col(LaneChoice.lane) == lane, col(LaneChoice.member_id).in_(member_ids)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def taken(
    session: Session,
    member_id: int,
    lanes: Collection[Lane],
    first: datetime,
    end: datetime,
) -> Sequence[Delivery]:
    """Return what somebody gets in `lanes` from `first` until before `end`, most urgent first."""
    query = select(Delivery).where(
        PRIVATE,
        col(Delivery.chat_id) == member_id,
        col(Delivery.not_before) >= first,
        col(Delivery.not_before) < end,
        col(Delivery.lane).in_(lanes),
        col(Delivery.state).in_(TAKEN),
    )
    return list(session.execute(query.order_by(col(Delivery.priority), col(Delivery.id))).scalars())


def taken_by(
    session: Session,
    member_ids: Collection[int],
    lanes: Collection[Lane],
    first: datetime,
    end: datetime,
) -> dict[int, int]:
    """Return how many messages each of `member_ids` gets in `lanes` within a time."""
    query = (
        select(col(Delivery.chat_id), func.count())
        .where(
            PRIVATE,
            col(Delivery.chat_id).in_(member_ids),
            col(Delivery.not_before) >= first,
            col(Delivery.not_before) < end,
            col(Delivery.lane).in_(lanes),
            col(Delivery.state).in_(TAKEN),
        )
        .group_by(col(Delivery.chat_id))
    )
    return {row[0]: int(row[1]) for row in session.execute(query)}


def latest(session: Session, member_id: int, limit: int) -> Sequence[Delivery]:
    """Return what was meant for somebody in private lately, newest first."""
    query = (
        select(Delivery)
        .where(
            PRIVATE,
            col(Delivery.chat_id) == member_id,
            col(Delivery.state) != DeliveryState.RESERVED,
        )
        .order_by(col(Delivery.not_before).desc(), col(Delivery.id).desc())
    )
    return list(session.execute(query.limit(limit)).scalars())


def refuse_waiting(session: Session, chat_id: int, lane: Lane, why: str, now: datetime) -> int:
    """Drop what waits for somebody in a lane that they just refused."""
    moved = session.execute(
        update(Delivery)
        .where(
            WAITING,
            col(Delivery.chat_id) == chat_id,
            col(Delivery.lane) == lane,
            col(Delivery.state) == DeliveryState.QUEUED,
        )
        .values(state=DeliveryState.SUPPRESSED, why=why, settled_at=now)
        .execution_options(synchronize_session=False)
    )
    return int(moved.rowcount)  # type: ignore[attr-defined]


def put_off(session: Session, lane: Lane, until: datetime) -> int:
    """Let what waits for people in a lane wait until the quiet hours are over."""
    moved = session.execute(
        update(Delivery)
        .where(
            WAITING,
            col(Delivery.lane) == lane,
            col(Delivery.chat_id) > 0,
            col(Delivery.state) == DeliveryState.QUEUED,
            col(Delivery.not_before) < until,
        )
        .values(not_before=until)
        .execution_options(synchronize_session=False)
    )
    return int(moved.rowcount)  # type: ignore[attr-defined]
