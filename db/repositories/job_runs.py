"""Every query on runs of timed jobs."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col

from db.models.job_run import JobRun
from db.upsert import insert_into


def claim(session: Session, job: str, scheduled_at: datetime, holder: str, now: datetime) -> bool:
    """Win the right to one run; tell whether nobody had it before."""
    insert = insert_into(session, JobRun).values(
        job=job, scheduled_at=scheduled_at, holder=holder, started_at=now
    )
    won = session.execute(insert.on_conflict_do_nothing().returning(col(JobRun.job)))
    return won.first() is not None


def finish(
    session: Session, job: str, scheduled_at: datetime, now: datetime, error: str | None
) -> None:
    """Record how a run ended."""
    session.execute(
        update(JobRun)
        .where(col(JobRun.job) == job, col(JobRun.scheduled_at) == scheduled_at)
        .values(finished_at=now, error=error)
    )


def forget(session: Session, before: datetime) -> None:
    """Delete runs older than `before`."""
    session.execute(delete(JobRun).where(col(JobRun.scheduled_at) < before))
