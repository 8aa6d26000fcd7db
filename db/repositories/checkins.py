"""Every query on check-ins, streaks and the questions that were put.

Checking in is the hot path: its statements are built once, for building one costs more than
running it.
"""

from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel, col

from bot.checkin.question import Purpose, Question
from bot.checkin.streak import StreakState
from db.models.checkin import CheckIn, DailyQuestion

STREAK = SQLModel.metadata.tables["streak"]
CHECK_IN = SQLModel.metadata.tables["check_in"]
QUESTION = SQLModel.metadata.tables["daily_question"]

STATE = ("length", "best", "last_day", "freezes", "lost_length", "lost_day")
"""The columns of `StreakState`, in its order."""

STREAK_OF = select(*(STREAK.c[name] for name in STATE)).where(
    STREAK.c.member_id == bindparam("person")
)
SAVE_STREAK = (
    update(STREAK)
    .where(STREAK.c.member_id == bindparam("person"))
    .values({name: bindparam(name) for name in STATE})
)
ADD_CHECK_IN = CHECK_IN.insert().inline()


@cache
def _lock_streak(dialect: str) -> Any:
    """Return an upsert that changes nothing, because a row that is not there cannot be locked."""
    insert = sqlite.insert(STREAK) if dialect == "sqlite" else postgresql.insert(STREAK)
    nothing = {"length": 0, "best": 0, "freezes": 0, "lost_length": 0}
    made = insert.values(member_id=bindparam("person"), **nothing)
    held = made.on_conflict_do_update(
        index_elements=["member_id"], set_={"length": STREAK.c.length}
    )
    return held.returning(*(STREAK.c[name] for name in STATE))


@cache
def _put_question(dialect: str) -> Any:
    """Return an upsert after which a question that was not answered gives way to a newer one."""
    insert = sqlite.insert(QUESTION) if dialect == "sqlite" else postgresql.insert(QUESTION)
    newer = ("question_id", "question_version", "asked_at")
    made = insert.values(
        {name: bindparam(name) for name in ("member_id", "day", "purpose", *newer)}
    )
    return made.on_conflict_do_update(
        index_elements=["member_id", "day", "purpose"],
        set_={name: made.excluded[name] for name in newer},
        where=QUESTION.c.choice.is_(None),
    )


def lock_streak(session: Session, member_id: int) -> StreakState:
    """Return a person's streak, held until the end of the transaction; made if it is not there.

    Whoever comes second waits here, and then sees what the first one wrote.
    """
    statement = _lock_streak(session.get_bind().dialect.name)
    return StreakState(*session.connection().execute(statement, {"person": member_id}).one())


def save_streak(session: Session, member_id: int, state: StreakState) -> None:
    """Keep where a streak stands; the caller holds its lock."""
    values = {name: getattr(state, name) for name in STATE}
    session.connection().execute(SAVE_STREAK, {"person": member_id, **values})


def streak_of(session: Session, member_id: int) -> StreakState:
    """Return a person's streak as it was after their last check-in, without holding it."""
    row = session.connection().execute(STREAK_OF, {"person": member_id}).first()
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
    values = {
        "member_id": member_id,
        "day": day,
        "at": at,
        "update_id": update_id,
        "streak": streak,
        "points": points,
    }
    session.connection().execute(ADD_CHECK_IN, values)


def on_day(session: Session, member_id: int, day: date) -> CheckIn | None:
    """Return a person's check-in of a community day."""
    query = select(CheckIn).where(col(CheckIn.member_id) == member_id, col(CheckIn.day) == day)
    return session.execute(query).scalars().first()


def put_question(
    session: Session, member_id: int, day: date, purpose: Purpose, question: Question, at: datetime
) -> None:
    """Record which question was put; one that was answered already stays as it is."""
    values = {
        "member_id": member_id,
        "day": day,
        "purpose": purpose,
        "question_id": question.id,
        "question_version": question.version,
        "asked_at": at,
    }
    session.connection().execute(_put_question(session.get_bind().dialect.name), values)


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
