"""Every query on check-ins, streaks and the questions that were put."""

from datetime import date, datetime

from sqlalchemy import insert, select, update
from sqlmodel import Session, col

from bot.checkin.question import Purpose, Question
from bot.checkin.streak import StreakState
from db.models.checkin import CheckIn, DailyQuestion, Streak
from db.upsert import insert_into

_STATE = (
    col(Streak.length),
    col(Streak.best),
    col(Streak.last_day),
    col(Streak.freezes),
    col(Streak.lost_length),
    col(Streak.lost_day),
)
"""The columns of `StreakState`, in its order."""


def lock_streak(session: Session, member_id: int) -> StreakState:
    """Return a person's streak, held until the end of the transaction; made if it is not there.

    An upsert that changes nothing, because a row that does not exist yet cannot be locked:
    whoever comes second waits here, and then sees what the first one wrote.
    """
    made = insert_into(session, Streak).values(
        member_id=member_id, length=0, best=0, freezes=0, lost_length=0
    )
    held = made.on_conflict_do_update(
        index_elements=["member_id"], set_={"length": col(Streak.length)}
    )
    return StreakState(*session.execute(held.returning(*_STATE)).one())


def save_streak(session: Session, member_id: int, state: StreakState) -> None:
    """Keep where a streak stands; the caller holds its lock."""
    session.execute(
        update(Streak)
        .where(col(Streak.member_id) == member_id)
        .values(
            length=state.length,
            best=state.best,
            last_day=state.last_day,
            freezes=state.freezes,
            lost_length=state.lost_length,
            lost_day=state.lost_day,
        )
    )


def streak_of(session: Session, member_id: int) -> StreakState:
    """Return a person's streak as it was after their last check-in, without holding it."""
    query = select(*_STATE).where(col(Streak.member_id) == member_id)
    row = session.execute(query).first()
    return StreakState(*row) if row else StreakState()


def add(
    session: Session,
    member_id: int,
    day: date,
    at: datetime,
    update_id: int | None,
    streak: int,
    points: int,
) -> None:
    """Record a check-in; a second one of that day is refused by the table itself."""
    session.execute(
        insert(CheckIn).values(
            member_id=member_id, day=day, at=at, update_id=update_id, streak=streak, points=points
        )
    )


def on_day(session: Session, member_id: int, day: date) -> CheckIn | None:
    """Return a person's check-in of a community day."""
    query = select(CheckIn).where(col(CheckIn.member_id) == member_id, col(CheckIn.day) == day)
    return session.execute(query).scalars().first()


def put_question(
    session: Session, member_id: int, day: date, purpose: Purpose, question: Question, at: datetime
) -> None:
    """Record which question was put; one that was not answered gives way to a newer one."""
    values = {
        "question_id": question.id,
        "question_version": question.version,
        "asked_at": at,
    }
    made = insert_into(session, DailyQuestion).values(
        member_id=member_id, day=day, purpose=purpose, **values
    )
    session.execute(
        made.on_conflict_do_update(
            index_elements=["member_id", "day", "purpose"],
            set_=values,
            where=col(DailyQuestion.choice).is_(None),
        )
    )


def question(
    session: Session, member_id: int, day: date, purpose: Purpose, *, lock: bool = False
) -> DailyQuestion | None:
    """Return the question that was put, with its answer if there is one."""
    query = select(DailyQuestion).where(
        col(DailyQuestion.member_id) == member_id,
        col(DailyQuestion.day) == day,
        col(DailyQuestion.purpose) == purpose,
    )
    if lock:
        query = query.with_for_update()
    return session.execute(query).scalars().first()


def answer_question(
    session: Session, question_row: int, choice: int, correct: bool, at: datetime
) -> None:
    """Record the one answer that counts; the caller holds the question's lock."""
    session.execute(
        update(DailyQuestion)
        .where(col(DailyQuestion.id) == question_row)
        .values(choice=choice, correct=correct, answered_at=at)
    )
