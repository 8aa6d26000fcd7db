"""Every query on check-ins, streaks and the questions that were put.

Checking in is the hot path: its statements are prepared.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlmodel import Session, SQLModel, col

from bot.checkin.question import Purpose, Question
from bot.checkin.streak import StreakState
from db.models.checkin import CheckIn, DailyQuestion
from db.prepared import Prepared

STREAK = SQLModel.metadata.tables["streak"]
CHECK_IN = SQLModel.metadata.tables["check_in"]
QUESTION = SQLModel.metadata.tables["daily_question"]

STATE = ("length", "best", "last_day", "freezes", "lost_length", "lost_day")
"""The columns of `StreakState`, in its order."""

_STREAK_OF = Prepared(
    lambda _insert: select(*(STREAK.c[name] for name in STATE)).where(
        STREAK.c.member_id == bindparam("person")
    )
)
_SAVE_STREAK = Prepared(
    lambda _insert: (
        update(STREAK)
        .where(STREAK.c.member_id == bindparam("person"))
        .values({name: bindparam(name) for name in STATE})
    )
)
_ADD = Prepared(lambda _insert: CHECK_IN.insert().inline())


def _lock_streak(insert: Any) -> Any:
    """Build an upsert that changes nothing, because a row that is not there cannot be locked."""
    nothing = {"length": 0, "best": 0, "freezes": 0, "lost_length": 0}
    made = insert(STREAK).values(member_id=bindparam("person"), **nothing)
    held = made.on_conflict_do_update(
        index_elements=["member_id"], set_={"length": STREAK.c.length}
    )
    return held.returning(*(STREAK.c[name] for name in STATE))


def _put_question(insert: Any) -> Any:
    """Build an upsert after which a question that was not answered gives way to a newer one."""
    newer = ("question_id", "question_version", "asked_at")
    every = ("member_id", "day", "purpose", *newer)
    made = insert(QUESTION).values({name: bindparam(name) for name in every})
    return made.on_conflict_do_update(
        index_elements=["member_id", "day", "purpose"],
        set_={name: made.excluded[name] for name in newer},
        where=QUESTION.c.choice.is_(None),
    )


_LOCK_STREAK = Prepared(_lock_streak)
_PUT_QUESTION = Prepared(_put_question)


def lock_streak(session: Session, member_id: int) -> StreakState:
    """Return a person's streak, held until the end of the transaction; made if it is not there.

    Whoever comes second waits here, and then sees what the first one wrote.
    """
    return StreakState(*_LOCK_STREAK(session, person=member_id).one())


def save_streak(session: Session, member_id: int, state: StreakState) -> None:
    """Keep where a streak stands; the caller holds its lock."""
    _SAVE_STREAK(session, person=member_id, **{name: getattr(state, name) for name in STATE})


def streak_of(session: Session, member_id: int) -> StreakState:
    """Return a person's streak as it was after their last check-in, without holding it."""
    row = _STREAK_OF(session, person=member_id).first()
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
    _ADD(
        session,
        member_id=member_id,
        day=day,
        at=at,
        update_id=update_id,
        streak=streak,
        points=points,
    )


def on_day(session: Session, member_id: int, day: date) -> CheckIn | None:
    """Return a person's check-in of a community day."""
    query = select(CheckIn).where(col(CheckIn.member_id) == member_id, col(CheckIn.day) == day)
    return session.execute(query).scalars().first()


def put_question(
    session: Session, member_id: int, day: date, purpose: Purpose, question: Question, at: datetime
) -> None:
    """Record which question was put; one that was answered already stays as it is."""
    _PUT_QUESTION(
        session,
        member_id=member_id,
        day=day,
        purpose=purpose,
        question_id=question.id,
        question_version=question.version,
        asked_at=at,
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
