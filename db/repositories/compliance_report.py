"""The queries of the monthly report that belong to no noun alone."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, select
from sqlmodel import Session, col

from db.models.brief import BriefEdition
from db.models.moderation import ModerationDecision
from db.models.operator_action import OperatorAction


def measures_between(session: Session, start: datetime, end: datetime) -> dict[str, int]:
    """Return how often each measure of moderation was really taken."""
    query = (
        select(col(ModerationDecision.measure), func.count())
        .where(
            col(ModerationDecision.at) >= start,
            col(ModerationDecision.at) < end,
            col(ModerationDecision.acted),
        )
        .group_by(col(ModerationDecision.measure))
    )
    return {row[0].value: int(row[1]) for row in session.execute(query)}


def undone_between(session: Session, start: datetime, end: datetime) -> int:
    """Return how many measures that were taken in a time have been undone since."""
    query = select(func.count()).where(
        col(ModerationDecision.at) >= start,
        col(ModerationDecision.at) < end,
        col(ModerationDecision.undone_at).is_not(None),
    )
    return int(session.execute(query).scalar_one())


def editions_between(session: Session, first: date, before: date) -> Sequence[BriefEdition]:
    """Return the editions of a time."""
    query = select(BriefEdition).where(
        col(BriefEdition.day) >= first, col(BriefEdition.day) < before
    )
    return list(session.execute(query.order_by(col(BriefEdition.id))).scalars())


def count_targets(session: Session, action: str, start: datetime, end: datetime) -> int:
    """Return how many different things operators did an action to."""
    query = select(func.count(func.distinct(col(OperatorAction.target)))).where(
        col(OperatorAction.action) == action,
        col(OperatorAction.at) >= start,
        col(OperatorAction.at) < end,
    )
    return int(session.execute(query).scalar_one())
