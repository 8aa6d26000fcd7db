"""Queries on what a brief tells from our own records."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from bot.checkin.question import Purpose
from bot.contest.states import ContestState
from db.models.brief import BriefEdition
from db.models.checkin import DailyQuestion
from db.models.contest import Contest
from db.models.index_turnover import IndexTurnover
from db.models.market import QuotePoint
from db.repositories import contests
from db.upsert import insert_into

ANNOUNCED = (ContestState.OPEN, ContestState.RUNNING, ContestState.PAUSED)


def announced_contests(session: Session) -> list[tuple[Contest, bool, int]]:
    """Return open and running contests, whether each runs, and how many take part."""
    found = contests.in_states(session, ANNOUNCED)
    counts = contests.participants(session, [contest.id for contest in found])
    return [
        (contest, contest.state is not ContestState.OPEN, counts.get(contest.id, 0))
        for contest in found
    ]


def asked_questions(session: Session, day: date, most: int) -> Sequence[str]:
    """Return the questions put on a day for check-ins, the most often missed first."""
    missed = func.count().filter(col(DailyQuestion.correct).is_(False))
    query = (
        select(col(DailyQuestion.question_id))
        .where(col(DailyQuestion.day) == day, col(DailyQuestion.purpose) == Purpose.DAILY)
        .group_by(col(DailyQuestion.question_id))
        .order_by(missed.desc(), func.count().desc(), col(DailyQuestion.question_id))
        .limit(most)
    )
    return list(session.execute(query).scalars())


def close_of(session: Session, symbol: str, first: datetime, last: datetime) -> Decimal | None:
    """Return the newest value of `symbol` recorded from `first` to `last`."""
    query = (
        select(col(QuotePoint.last))
        .where(
            col(QuotePoint.symbol) == symbol,
            col(QuotePoint.at) >= first,
            col(QuotePoint.at) <= last,
        )
        .order_by(col(QuotePoint.at).desc())
        .limit(1)
    )
    return session.execute(query).scalars().first()


def keep_turnover(session: Session, values: Mapping[str, Any]) -> None:
    """Keep an index's turnover of a day; what is not newer than the one kept changes nothing."""
    insert = insert_into(session, IndexTurnover).values(**values)
    given = insert.excluded
    newer = {name: given[name] for name in ("amount", "source", "at")}
    session.execute(
        insert.on_conflict_do_update(
            index_elements=["symbol", "day"], set_=newer, where=col(IndexTurnover.at) < given["at"]
        )
    )


def turnovers(session: Session, symbol: str, days: Sequence[date]) -> Sequence[IndexTurnover]:
    """Return what was recorded of an index on `days`, newest first."""
    query = (
        select(IndexTurnover)
        .where(col(IndexTurnover.symbol) == symbol, col(IndexTurnover.day).in_(days))
        .order_by(col(IndexTurnover.day).desc())
    )
    return list(session.execute(query).scalars())


def snapshots(session: Session, first: date, last: date) -> list[dict[str, Any]]:
    """Return the snapshots of the editions of days from `first` to `last` that have a text."""
    query = select(col(BriefEdition.snapshot)).where(
        col(BriefEdition.day) >= first,
        col(BriefEdition.day) <= last,
        col(BriefEdition.markup) != "",
    )
    return list(session.execute(query).scalars())
