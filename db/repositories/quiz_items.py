"""Every query on the items of the quiz: operators' edits, and what answers tell of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, literal, or_, select, tuple_, union_all, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from db.models.quiz import QuizAnswer, QuizEdit, QuizPoll, QuizVote
from db.upsert import insert_into


def edits(session: Session) -> Sequence[QuizEdit]:
    """Return every edit in the order in which they were made."""
    query = select(QuizEdit).order_by(col(QuizEdit.item_id), col(QuizEdit.seq))
    return list(session.execute(query.execution_options(populate_existing=True)).scalars())


def edits_of(session: Session, item_id: str) -> Sequence[QuizEdit]:
    """Return an item's edits in the order in which they were made."""
    query = select(QuizEdit).where(col(QuizEdit.item_id) == item_id).order_by(col(QuizEdit.seq))
    return list(session.execute(query.execution_options(populate_existing=True)).scalars())


def add_edit(session: Session, values: Mapping[str, Any]) -> bool:
    """Write an edit down; tell whether its place in the order was still free."""
    insert = insert_into(session, QuizEdit).values(**values)
    added = insert.on_conflict_do_nothing(index_elements=["item_id", "seq"])
    return session.execute(added.returning(col(QuizEdit.id))).first() is not None


def undo(session: Session, edit_id: int, actor_id: int, now: datetime) -> bool:
    """Take an edit back; tell whether it stood until now."""
    undone = session.execute(
        update(QuizEdit)
        .where(col(QuizEdit.id) == edit_id, col(QuizEdit.undone_at).is_(None))
        .values(undone_at=now, undone_by=actor_id)
    )
    return bool(undone.rowcount)  # type: ignore[attr-defined]


def _responses() -> Any:
    """Select first answers from rounds and groups: item, version, member, choice, right."""
    alone: Any = select(
        col(QuizAnswer.item_id).label("item_id"),
        col(QuizAnswer.item_version).label("version"),
        col(QuizAnswer.member_id).label("member_id"),
        col(QuizAnswer.choice).label("choice"),
        col(QuizAnswer.correct).label("correct"),
    ).where(col(QuizAnswer.is_first).is_(True), col(QuizAnswer.answered_at).is_not(None))
    # Whoever met the item in a round before it came to the group knew it.
    met = (
        select(literal(1))
        .where(
            col(QuizAnswer.member_id) == col(QuizVote.member_id),
            col(QuizAnswer.item_id) == col(QuizPoll.item_id),
            col(QuizAnswer.asked_at) < col(QuizVote.at),
        )
        .exists()
    )
    # So did whoever answered it before, in this group or in another.
    earlier, its_poll = aliased(QuizVote), aliased(QuizPoll)
    answered = (
        select(literal(1))
        .where(
            col(earlier.member_id) == col(QuizVote.member_id),
            col(earlier.quiz_poll_id) == col(its_poll.id),
            col(its_poll.item_id) == col(QuizPoll.item_id),
            tuple_(col(earlier.at), col(earlier.poll_id))
            < tuple_(col(QuizVote.at), col(QuizVote.poll_id)),
        )
        .exists()
    )
    together: Any = (
        select(
            col(QuizPoll.item_id).label("item_id"),
            col(QuizPoll.item_version).label("version"),
            col(QuizVote.member_id).label("member_id"),
            col(QuizVote.picked).label("choice"),
            col(QuizVote.correct).label("correct"),
        )
        .join(QuizPoll, col(QuizPoll.id) == col(QuizVote.quiz_poll_id))
        .where(col(QuizVote.picked).is_not(None), ~met, ~answered)
    )
    return union_all(alone, together).subquery()


def responses_of(session: Session, item_id: str, version: int) -> Sequence[Any]:
    """Return the first answers to an item's version as (member, choice, right)."""
    every = _responses()
    query = select(every.c.member_id, every.c.choice, every.c.correct).where(
        every.c.item_id == item_id, every.c.version == version
    )
    return session.execute(query).all()


def answered_items(session: Session, least: int) -> Sequence[Any]:
    """Return (item, version) of everything with at least so many first answers."""
    every = _responses()
    query = (
        select(every.c.item_id, every.c.version)
        .group_by(every.c.item_id, every.c.version)
        .having(func.count() >= least)
        .order_by(every.c.item_id, every.c.version)
    )
    return session.execute(query).all()


def member_totals(session: Session) -> dict[int, tuple[int, int]]:
    """Return each person's first answers over all items, as (answers, right)."""
    every = _responses()
    right = func.sum(case((every.c.correct.is_(True), 1), else_=0))
    query = select(every.c.member_id, func.count(), right).group_by(every.c.member_id)
    return {row[0]: (int(row[1]), int(row[2])) for row in session.execute(query)}


def was_met(session: Session, member_id: int, item_id: str) -> bool:
    """Tell whether somebody met an item before, alone or in a group."""
    alone = select(col(QuizAnswer.id)).where(
        col(QuizAnswer.member_id) == member_id, col(QuizAnswer.item_id) == item_id
    )
    together = (
        select(col(QuizVote.member_id))
        .join(QuizPoll, col(QuizPoll.id) == col(QuizVote.quiz_poll_id))
        .where(col(QuizVote.member_id) == member_id, col(QuizPoll.item_id) == item_id)
    )
    return bool(session.execute(select(or_(alone.exists(), together.exists()))).scalar_one())
