"""The figures of the queue over a period, read from the database."""

from datetime import datetime

from sqlmodel import Session

from bot.review.figures import Counted, Figures, figures
from db.models.review import ReviewCase
from db.repositories import review


def figures_between(session: Session, start: datetime, end: datetime, at: datetime) -> Figures:
    """Return the figures of the cases opened from `start` to before `end`, as of `at`."""
    return figures((_counted(case) for case in review.opened_between(session, start, end)), at)


def _counted(case: ReviewCase) -> Counted:
    return Counted(
        kind=case.kind,
        severity=case.severity,
        rules=tuple(map(str, case.rules)),
        opened_at=case.opened_at,
        due_at=case.due_at,
        first_claimed_at=case.first_claimed_at or case.decided_at,
        decided_at=case.decided_at,
        decision=case.decision,
        count=case.count,
    )
