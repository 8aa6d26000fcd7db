"""Every query on AMAs."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from bot.ama.states import GOING_ON, AmaState, AskedState
from db.models.ama import AmaQuestion, AmaSeries, AmaSession, AmaVote
from db.upsert import insert_into

RECENT = timedelta(days=1)
"""For how long after its end replies to an AMA's messages are still understood as such."""


def add_session(session: Session, key: str, values: Mapping[str, Any]) -> AmaSession:
    """Add a session; the same key makes it only once."""
    insert = insert_into(session, AmaSession).values(key=key, **values)
    session.execute(insert.on_conflict_do_nothing(index_elements=["key"]))
    query = select(AmaSession).where(col(AmaSession.key) == key)
    made: AmaSession = session.execute(query).scalar_one()
    return made


def by_id(session: Session, session_id: int) -> AmaSession | None:
    """Return a session."""
    return session.get(AmaSession, session_id)


def locked(session: Session, session_id: int) -> AmaSession | None:
    """Return a session that nobody else changes meanwhile."""
    query = select(AmaSession).where(col(AmaSession.id) == session_id).with_for_update()
    return session.execute(query.execution_options(populate_existing=True)).scalar_one_or_none()


def in_states(session: Session, states: Collection[AmaState]) -> Sequence[AmaSession]:
    """Return the sessions in any of `states`, the next to begin first."""
    query = (
        select(AmaSession)
        .where(col(AmaSession.state).in_(states))
        .order_by(col(AmaSession.starts_at), col(AmaSession.id))
    )
    return session.execute(query).scalars().all()


def latest_ended(
    session: Session, limit: int, states: Collection[AmaState] = (AmaState.CLOSED,)
) -> Sequence[AmaSession]:
    """Return the sessions that ended last in one of `states`, the latest first."""
    query = (
        select(AmaSession)
        .where(col(AmaSession.state).in_(states))
        .order_by(col(AmaSession.starts_at).desc(), col(AmaSession.id).desc())
        .limit(limit)
    )
    return session.execute(query).scalars().all()


def recent(session: Session, now: datetime) -> Sequence[AmaSession]:
    """Return the sessions that go on or ended within a day."""
    query = select(AmaSession).where(
        col(AmaSession.state).in_(GOING_ON) | (col(AmaSession.closed_at) > now - RECENT)
    )
    return session.execute(query).scalars().all()


def undigested(session: Session) -> Sequence[AmaSession]:
    """Return what has ended and whose digest was not made yet."""
    query = select(AmaSession).where(
        col(AmaSession.state) == AmaState.CLOSED, col(AmaSession.digested_at).is_(None)
    )
    return session.execute(query).scalars().all()


def add_series(session: Session, values: Mapping[str, Any]) -> AmaSeries:
    """Add a weekly series."""
    series = AmaSeries(**values)
    session.add(series)
    session.flush()
    return series


def series_by_id(session: Session, series_id: int) -> AmaSeries | None:
    """Return a weekly series."""
    return session.get(AmaSeries, series_id)


def running_series(session: Session) -> Sequence[AmaSeries]:
    """Return the series that were not stopped."""
    query = select(AmaSeries).where(col(AmaSeries.stopped_at).is_(None)).order_by(col(AmaSeries.id))
    return session.execute(query).scalars().all()


def latest_of(session: Session, series_id: int) -> AmaSession | None:
    """Return the latest session of a series."""
    query = (
        select(AmaSession)
        .where(col(AmaSession.series_id) == series_id)
        .order_by(col(AmaSession.starts_at).desc())
        .limit(1)
    )
    return session.execute(query).scalar_one_or_none()


def add_question(session: Session, key: str, values: Mapping[str, Any]) -> AmaQuestion | None:
    """Add a question; None if its words were asked before in this AMA, or the key is known."""
    insert = insert_into(session, AmaQuestion).values(key=key, **values)
    done = session.execute(insert.on_conflict_do_nothing().returning(col(AmaQuestion.id)))
    made = done.scalar_one_or_none()
    return session.get(AmaQuestion, made) if made is not None else None


def question(session: Session, question_id: int) -> AmaQuestion | None:
    """Return a question."""
    return session.get(AmaQuestion, question_id)


def question_with(session: Session, key: str) -> AmaQuestion | None:
    """Return the question that a message made."""
    query = select(AmaQuestion).where(col(AmaQuestion.key) == key)
    return session.execute(query).scalar_one_or_none()


def same_words(session: Session, session_id: int, folded: str) -> AmaQuestion | None:
    """Return the question of an AMA with the same words."""
    query = select(AmaQuestion).where(
        col(AmaQuestion.session_id) == session_id, col(AmaQuestion.folded) == folded
    )
    return session.execute(query).scalar_one_or_none()


def count_of(
    session: Session, session_id: int, asker_id: int, states: Collection[AskedState]
) -> int:
    """Return how many questions in `states` somebody has in an AMA."""
    query = select(func.count()).where(
        col(AmaQuestion.session_id) == session_id,
        col(AmaQuestion.asker_id) == asker_id,
        col(AmaQuestion.state).in_(states),
    )
    return int(session.execute(query).scalar_one())


def of_asker(session: Session, session_id: int, asker_id: int) -> Sequence[AmaQuestion]:
    """Return what somebody asked in an AMA, oldest first."""
    query = (
        select(AmaQuestion)
        .where(col(AmaQuestion.session_id) == session_id, col(AmaQuestion.asker_id) == asker_id)
        .order_by(col(AmaQuestion.id))
    )
    return session.execute(query).scalars().all()


def change(
    session: Session,
    question_id: int,
    before: Collection[AskedState],
    values: Mapping[str, Any],
) -> bool:
    """Change a question that is in one of `before`; tell whether it was."""
    statement = (
        update(AmaQuestion)
        .where(col(AmaQuestion.id) == question_id, col(AmaQuestion.state).in_(before))
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    done = session.execute(statement)
    found = session.get(AmaQuestion, question_id)
    if found is not None:
        session.refresh(found)
    return int(getattr(done, "rowcount", 0)) == 1


def ranked(
    session: Session, session_id: int, states: Collection[AskedState]
) -> list[tuple[AmaQuestion, int]]:
    """Return questions with their votes: the most wanted first, then the oldest.

    What the expert put off stands last.
    """
    votes = func.count(col(AmaVote.member_id)).label("votes")
    query = (
        select(AmaQuestion, votes)
        .outerjoin(AmaVote, col(AmaVote.question_id) == col(AmaQuestion.id))
        .where(col(AmaQuestion.session_id) == session_id, col(AmaQuestion.state).in_(states))
        .group_by(col(AmaQuestion.id))
        .order_by(col(AmaQuestion.skipped), votes.desc(), col(AmaQuestion.id))
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def count_by_state(session: Session, session_id: int) -> dict[AskedState, int]:
    """Return how many questions of an AMA stand where."""
    query = (
        select(col(AmaQuestion.state), func.count())
        .where(col(AmaQuestion.session_id) == session_id)
        .group_by(col(AmaQuestion.state))
    )
    return {row[0]: row[1] for row in session.execute(query)}


def vote_of(session: Session, session_id: int, member_id: int) -> int | None:
    """Return the question that somebody votes for in an AMA."""
    vote = session.get(AmaVote, (session_id, member_id))
    return vote.question_id if vote else None


def put_vote(
    session: Session, session_id: int, member_id: int, question_id: int, now: datetime
) -> None:
    """Give somebody's one vote in an AMA to a question."""
    insert = insert_into(session, AmaVote).values(
        session_id=session_id, member_id=member_id, question_id=question_id, at=now
    )
    session.execute(
        insert.on_conflict_do_update(
            index_elements=["session_id", "member_id"],
            set_={"question_id": question_id, "at": now},
        )
    )


def take_vote(session: Session, session_id: int, member_id: int) -> None:
    """Take somebody's vote in an AMA back."""
    vote = session.get(AmaVote, (session_id, member_id))
    if vote is not None:
        session.delete(vote)
        session.flush()


def count_voters(session: Session, session_id: int) -> int:
    """Return how many voted in an AMA."""
    query = select(func.count()).where(col(AmaVote.session_id) == session_id)
    return int(session.execute(query).scalar_one())
