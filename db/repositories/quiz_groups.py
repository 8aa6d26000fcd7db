"""Every query on the quiz in groups: polls, votes, goals."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Integer, and_, func, select, update
from sqlmodel import Session, col

from bot.delivery.lanes import DeliveryState
from bot.quiz.states import PollState
from db.models.delivery import Delivery
from db.models.quiz import QuizGoal, QuizPoll, QuizVote
from db.upsert import insert_into


def add_poll(session: Session, values: Mapping[str, Any]) -> bool:
    """Write a group's quiz down; tell whether it was new."""
    insert = insert_into(session, QuizPoll).values(**values)
    added = insert.on_conflict_do_nothing(index_elements=["group_id", "day", "place"])
    return session.execute(added.returning(col(QuizPoll.id))).first() is not None


def has_polls(session: Session, group_id: int, day: date) -> bool:
    """Tell whether a group got its quizzes of a day."""
    query = select(col(QuizPoll.id)).where(
        col(QuizPoll.group_id) == group_id, col(QuizPoll.day) == day
    )
    return session.execute(query.limit(1)).first() is not None


def last_day(session: Session, group_id: int, until: date) -> date | None:
    """Return the last day up to `until` on which a group got a quiz."""
    query = select(func.max(col(QuizPoll.day))).where(
        col(QuizPoll.group_id) == group_id, col(QuizPoll.day) <= until
    )
    found: date | None = session.execute(query).scalar_one()
    return found


def times_put(session: Session, group_id: int) -> dict[str, int]:
    """Return how often each item was put to a group."""
    query = (
        select(col(QuizPoll.item_id), func.count())
        .where(col(QuizPoll.group_id) == group_id)
        .group_by(col(QuizPoll.item_id))
    )
    return {row[0]: int(row[1]) for row in session.execute(query)}


def open_polls(session: Session) -> Sequence[Any]:
    """Return the open quizzes with their deliveries, oldest first."""
    query = (
        select(QuizPoll, Delivery)
        .outerjoin(Delivery, col(Delivery.send_key) == col(QuizPoll.send_key))
        .where(col(QuizPoll.state) == PollState.OPEN)
        .order_by(col(QuizPoll.id))
    )
    return session.execute(query.execution_options(populate_existing=True)).all()


def move(
    session: Session, poll_id: int, before: PollState, after: PollState, **values: Any
) -> bool:
    """Move a quiz from one state to another; tell whether it was where it was thought."""
    moved = session.execute(
        update(QuizPoll)
        .where(col(QuizPoll.id) == poll_id, col(QuizPoll.state) == before)
        .values(state=after, **values)
    )
    return bool(moved.rowcount)  # type: ignore[attr-defined]


def closed_sets(session: Session) -> Sequence[Any]:
    """Return (group, day, when the last closed) where quizzes are closed and none is open."""
    still_open = func.sum((col(QuizPoll.state) == PollState.OPEN).cast(Integer))
    closed = func.sum((col(QuizPoll.state) == PollState.CLOSED).cast(Integer))
    query = (
        select(col(QuizPoll.group_id), col(QuizPoll.day), func.max(col(QuizPoll.closed_at)))
        .where(col(QuizPoll.state).in_([PollState.OPEN, PollState.CLOSED]))
        .group_by(col(QuizPoll.group_id), col(QuizPoll.day))
        .having(and_(still_open == 0, closed > 0))
        .order_by(col(QuizPoll.day), col(QuizPoll.group_id))
    )
    return session.execute(query).all()


def polls_of(session: Session, group_id: int, day: date) -> Sequence[QuizPoll]:
    """Return a group's quizzes of a day, in order."""
    query = select(QuizPoll).where(col(QuizPoll.group_id) == group_id, col(QuizPoll.day) == day)
    ordered = query.order_by(col(QuizPoll.place))
    return list(session.execute(ordered.execution_options(populate_existing=True)).scalars())


def add_vote(session: Session, poll_id: str, member_id: int, shown: int, now: datetime) -> bool:
    """Keep somebody's first answer to a poll; tell whether it was the first."""
    insert = insert_into(session, QuizVote).values(
        poll_id=poll_id, member_id=member_id, shown=shown, at=now, goal_paid=False
    )
    added = insert.on_conflict_do_nothing(index_elements=["poll_id", "member_id"])
    return session.execute(added.returning(col(QuizVote.shown))).first() is not None


def unjudged(session: Session, limit: int) -> Sequence[Any]:
    """Return votes not judged yet whose poll is known by now, with that poll."""
    query = (
        select(QuizVote, QuizPoll)
        .join(Delivery, col(Delivery.poll_id) == col(QuizVote.poll_id))
        .join(QuizPoll, col(QuizPoll.send_key) == col(Delivery.send_key))
        .where(col(QuizVote.picked).is_(None), col(Delivery.state) == DeliveryState.SENT)
        .order_by(col(QuizVote.poll_id), col(QuizVote.member_id))
        .limit(limit)
    )
    return session.execute(query.execution_options(populate_existing=True)).all()


def judge(
    session: Session, vote: QuizVote, quiz_poll_id: int, picked: int, *, correct: bool
) -> bool:
    """Write down what a vote was worth; tell whether nobody had yet."""
    judged = session.execute(
        update(QuizVote)
        .where(
            col(QuizVote.poll_id) == vote.poll_id,
            col(QuizVote.member_id) == vote.member_id,
            col(QuizVote.picked).is_(None),
        )
        .values(quiz_poll_id=quiz_poll_id, picked=picked, correct=correct)
    )
    return bool(judged.rowcount)  # type: ignore[attr-defined]


def votes_of(session: Session, quiz_poll_ids: Collection[int]) -> Sequence[QuizVote]:
    """Return the judged votes of some quizzes."""
    query = select(QuizVote).where(col(QuizVote.quiz_poll_id).in_(quiz_poll_ids))
    ordered = query.order_by(col(QuizVote.quiz_poll_id), col(QuizVote.member_id))
    return list(session.execute(ordered.execution_options(populate_existing=True)).scalars())


def right_between(session: Session, group_id: int, first: date, last: date) -> int:
    """Return how many right answers a group gave from one day to another, both included."""
    query = (
        select(func.count())
        .select_from(QuizVote)
        .join(QuizPoll, col(QuizPoll.id) == col(QuizVote.quiz_poll_id))
        .where(
            col(QuizPoll.group_id) == group_id,
            col(QuizPoll.day).between(first, last),
            col(QuizVote.correct).is_(True),
        )
    )
    return int(session.execute(query).scalar_one())


def reach_goal(session: Session, group_id: int, week: date, goal: int, now: datetime) -> bool:
    """Write down that a group reached its goal of a week; tell whether that is new."""
    insert = insert_into(session, QuizGoal).values(
        group_id=group_id, week=week, goal=goal, reached_at=now
    )
    added = insert.on_conflict_do_nothing(index_elements=["group_id", "week"])
    return session.execute(added.returning(col(QuizGoal.goal))).first() is not None


def goals_since(session: Session, week: date) -> Sequence[QuizGoal]:
    """Return the goals reached in a week or later."""
    query = select(QuizGoal).where(col(QuizGoal.week) >= week).order_by(col(QuizGoal.group_id))
    return list(session.execute(query).scalars())


def unpaid(session: Session, group_id: int, first: date, last: date, limit: int) -> list[int]:
    """Return people who took part between two days and were not rewarded for the goal yet."""
    query = (
        select(col(QuizVote.member_id))
        .join(QuizPoll, col(QuizPoll.id) == col(QuizVote.quiz_poll_id))
        .where(
            col(QuizPoll.group_id) == group_id,
            col(QuizPoll.day).between(first, last),
            col(QuizVote.goal_paid).is_(False),
        )
        .distinct()
        .order_by(col(QuizVote.member_id))
        .limit(limit)
    )
    return list(session.execute(query).scalars())


def mark_paid(session: Session, group_id: int, first: date, last: date, member_id: int) -> None:
    """Remember that somebody was rewarded for a group's goal."""
    polls = select(col(QuizPoll.id)).where(
        col(QuizPoll.group_id) == group_id, col(QuizPoll.day).between(first, last)
    )
    session.execute(
        update(QuizVote)
        .where(col(QuizVote.member_id) == member_id, col(QuizVote.quiz_poll_id).in_(polls))
        .values(goal_paid=True)
    )
