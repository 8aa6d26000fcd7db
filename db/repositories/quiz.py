"""Every query on who climbs the quiz ladder: standings, rounds, answers, passed levels."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from bot.quiz.states import RoundKind, RoundState
from db.models.quiz import QuizAnswer, QuizPass, QuizRound, QuizStanding
from db.upsert import insert_into


def hold(session: Session, member_id: int) -> int | None:
    """Return where somebody begins, held until the end of the transaction; made if need be."""
    made = insert_into(session, QuizStanding).values(member_id=member_id)
    held = made.on_conflict_do_update(
        index_elements=["member_id"], set_={"member_id": made.excluded.member_id}
    )
    row = session.execute(held.returning(col(QuizStanding.start_level))).one()
    return None if row[0] is None else int(row[0])


def start_level(session: Session, member_id: int) -> int | None:
    """Return where somebody begins; nothing while they have not chosen."""
    query = select(col(QuizStanding.start_level)).where(col(QuizStanding.member_id) == member_id)
    return session.execute(query).scalar_one_or_none()


def place(session: Session, member_id: int, level: int, now: datetime) -> None:
    """Write down where somebody begins; the caller holds their standing."""
    session.execute(
        update(QuizStanding)
        .where(col(QuizStanding.member_id) == member_id)
        .values(start_level=level, placed_at=now)
    )


def passed_levels(session: Session, member_id: int) -> frozenset[int]:
    """Return the levels that somebody passed."""
    query = select(col(QuizPass.level)).where(col(QuizPass.member_id) == member_id)
    return frozenset(session.execute(query).scalars())


def highest_passed(session: Session, member_id: int) -> int:
    """Return the highest level that somebody passed, 0 for none."""
    query = select(func.max(col(QuizPass.level))).where(col(QuizPass.member_id) == member_id)
    return int(session.execute(query).scalar_one() or 0)


def add_pass(
    session: Session, member_id: int, level: int, round_id: int, right: int, now: datetime
) -> bool:
    """Write a passed level down, unless it was passed before; tell whether it is new."""
    insert = insert_into(session, QuizPass).values(
        member_id=member_id, level=level, round_id=round_id, right=right, at=now
    )
    added = insert.on_conflict_do_nothing(index_elements=["member_id", "level"])
    return session.execute(added.returning(col(QuizPass.level))).first() is not None


def pass_of(session: Session, member_id: int, level: int) -> QuizPass | None:
    """Return how somebody passed a level."""
    return session.get(QuizPass, (member_id, level))


def open_round(session: Session, member_id: int) -> QuizRound | None:
    """Return the round that somebody is in."""
    query = select(QuizRound).where(
        col(QuizRound.member_id) == member_id, col(QuizRound.state) == RoundState.OPEN
    )
    return session.execute(query.execution_options(populate_existing=True)).scalars().first()


def round_of(session: Session, round_id: int) -> QuizRound | None:
    """Return a round as it is in the database now."""
    return session.get(QuizRound, round_id, populate_existing=True)


def rounds_on(session: Session, member_id: int, day: date, kind: RoundKind) -> int:
    """Return how many rounds of a kind somebody began on a community day."""
    query = select(func.count()).where(
        col(QuizRound.member_id) == member_id,
        col(QuizRound.day) == day,
        col(QuizRound.kind) == kind,
    )
    return int(session.execute(query).scalar_one())


def add_round(session: Session, round_: QuizRound) -> QuizRound:
    """Begin a round; the caller holds the standing, and there is no open one."""
    session.add(round_)
    session.flush()
    return round_


def end_round(session: Session, round_id: int, state: RoundState, now: datetime) -> None:
    """Write down how a round ended."""
    session.execute(
        update(QuizRound)
        .where(col(QuizRound.id) == round_id, col(QuizRound.state) == RoundState.OPEN)
        .values(state=state, ended_at=now)
    )


def answers_of(session: Session, round_id: int) -> Sequence[QuizAnswer]:
    """Return the items that a round has put so far, in order."""
    query = select(QuizAnswer).where(col(QuizAnswer.round_id) == round_id)
    ordered = query.order_by(col(QuizAnswer.place))
    return list(session.execute(ordered.execution_options(populate_existing=True)).scalars())


def put(session: Session, answer: QuizAnswer) -> None:
    """Write down that an item was put."""
    session.add(answer)
    session.flush()


def put_anew(session: Session, answer_id: int, values: Mapping[str, Any]) -> None:
    """Put another item in an unanswered place."""
    session.execute(
        update(QuizAnswer)
        .where(col(QuizAnswer.id) == answer_id, col(QuizAnswer.answered_at).is_(None))
        .values(**values)
    )


def settle(
    session: Session,
    answer_id: int,
    choice: int | None,
    now: datetime,
    *,
    correct: bool,
    late: bool,
) -> bool:
    """Write the one answer that counts down; tell whether the place was still open."""
    settled = session.execute(
        update(QuizAnswer)
        .where(col(QuizAnswer.id) == answer_id, col(QuizAnswer.answered_at).is_(None))
        .values(choice=choice, correct=correct, late=late, answered_at=now)
    )
    return bool(settled.rowcount)  # type: ignore[attr-defined]


def times_met(session: Session, member_id: int, level: int) -> dict[str, int]:
    """Return how often somebody met each item of a level in rounds."""
    query = (
        select(col(QuizAnswer.item_id), func.count())
        .where(col(QuizAnswer.member_id) == member_id, col(QuizAnswer.level) == level)
        .group_by(col(QuizAnswer.item_id))
    )
    return {row[0]: int(row[1]) for row in session.execute(query)}
