"""Every query on the trading journals of contests."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from bot.members.tiers import Presence
from db.models.contest import ContestEntry, ContestNote
from db.models.contest_trade import ContestOrder
from db.models.group import Membership
from db.upsert import insert_into


def add(
    session: Session,
    contest_id: int,
    member_id: int,
    order_id: int | None,
    text: str,
    key: str,
    at: datetime,
    day: date,
) -> bool:
    """Write a note down once for each `key`; tell whether it is new."""
    insert = insert_into(session, ContestNote).values(
        contest_id=contest_id,
        member_id=member_id,
        order_id=order_id,
        text=text,
        key=key,
        at=at,
        day=day,
    )
    written = session.execute(
        insert.on_conflict_do_nothing(index_elements=["key"]).returning(col(ContestNote.id))
    )
    return written.first() is not None


def of_member(
    session: Session, contest_id: int, member_id: int, offset: int, limit: int
) -> Sequence[ContestNote]:
    """Return a page of a member's notes, newest first."""
    query = (
        select(ContestNote)
        .where(col(ContestNote.contest_id) == contest_id, col(ContestNote.member_id) == member_id)
        .order_by(col(ContestNote.id).desc())
    )
    return list(session.execute(query.offset(offset).limit(limit)).scalars())


def count(session: Session, contest_id: int, member_id: int, day: date | None = None) -> int:
    """Return how many notes a member wrote, on one day if it is given."""
    query = select(func.count()).where(
        col(ContestNote.contest_id) == contest_id, col(ContestNote.member_id) == member_id
    )
    if day is not None:
        query = query.where(col(ContestNote.day) == day)
    return int(session.execute(query).scalar_one())


def days_of(session: Session, contest_id: int, member_id: int) -> int:
    """Return on how many different days a member wrote something."""
    query = select(func.count(func.distinct(col(ContestNote.day)))).where(
        col(ContestNote.contest_id) == contest_id, col(ContestNote.member_id) == member_id
    )
    return int(session.execute(query).scalar_one())


def days_by_member(session: Session, contest_id: int) -> dict[int, int]:
    """Return on how many different days each member wrote something."""
    query = (
        select(col(ContestNote.member_id), func.count(func.distinct(col(ContestNote.day))))
        .where(col(ContestNote.contest_id) == contest_id)
        .group_by(col(ContestNote.member_id))
    )
    return {row[0]: int(row[1]) for row in session.execute(query)}


def _of_week(contest_id: int, group_id: int, first: date, last: date) -> tuple[Any, ...]:
    """Return what holds of the notes that a group's people wrote in a contest in a week."""
    present = select(col(Membership.member_id)).where(
        col(Membership.group_id) == group_id, col(Membership.presence) == Presence.PRESENT
    )
    return (
        col(ContestNote.contest_id) == contest_id,
        col(ContestNote.day).between(first, last),
        col(ContestNote.member_id).in_(present),
    )


def week_of(
    session: Session, contest_id: int, group_id: int, first: date, last: date
) -> tuple[int, int]:
    """Return how many notes a group's people wrote from `first` to `last`, and how many wrote."""
    query = select(func.count(), func.count(func.distinct(col(ContestNote.member_id)))).where(
        *_of_week(contest_id, group_id, first, last)
    )
    notes, people = session.execute(query).one()
    return int(notes), int(people)


def quotable(
    session: Session, contest_id: int, group_id: int, first: date, last: date, limit: int
) -> Sequence[ContestNote]:
    """Return the newest notes of those in a group who allow to be quoted, one for each at most."""
    newest = (
        select(func.max(col(ContestNote.id)))
        .join(
            ContestEntry,
            (col(ContestEntry.contest_id) == col(ContestNote.contest_id))
            & (col(ContestEntry.member_id) == col(ContestNote.member_id)),
        )
        .where(
            *_of_week(contest_id, group_id, first, last),
            col(ContestEntry.quotes_allowed).is_(True),
        )
        .group_by(col(ContestNote.member_id))
    )
    query = select(ContestNote).where(col(ContestNote.id).in_(newest))
    return list(session.execute(query.order_by(col(ContestNote.id).desc()).limit(limit)).scalars())


def set_quotes_allowed(session: Session, contest_id: int, member_id: int, allowed: bool) -> None:
    """Remember whether a member may be quoted."""
    session.execute(
        update(ContestEntry)
        .where(col(ContestEntry.contest_id) == contest_id, col(ContestEntry.member_id) == member_id)
        .values(quotes_allowed=allowed)
    )


def instrument_names(session: Session, contest_id: int) -> set[str]:
    """Return the names of everything that was ordered in a contest."""
    query = select(col(ContestOrder.name)).where(col(ContestOrder.contest_id) == contest_id)
    return set(session.execute(query.distinct()).scalars())
