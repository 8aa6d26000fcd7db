"""Jobs that keep the house in order: the archive's chain, the nightly audit, old rows."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.archive import service as archive
from bot.i18n import Say
from bot.points import audit as points_audit
from bot.telegram.house import House
from db.repositories import inbox, job_runs, quote_points

KEEP_DONE_UPDATES = timedelta(days=7)
KEEP_JOB_RUNS = timedelta(days=30)
KEEP_QUOTE_POINTS = timedelta(days=40)


async def seal_archive(house: House, _now: datetime) -> None:
    """Link what was said since the last time into the archive's chain."""
    while await house.db.run(archive.seal_waiting, house.chance) == archive.SEAL_AT_ONCE:
        pass


async def audit_points(house: House, now: datetime) -> None:
    """Recompute every balance from the ledger; tell the operators what differs."""
    differences = await house.db.read(points_audit.audit_points)
    if differences:
        say = Say("alert-points-differ", count=len(differences), first=str(differences[0])[:200])
        key = f"audit:{house.community.day_of(now)}"
        await house.db.run(house.alerts.raise_in, key, say, now)


async def forget_finished(house: House, now: datetime) -> None:
    """Delete bookkeeping that nobody needs any more; what was said stays in the archive."""
    await house.db.run(_forget, now)


def _forget(session: Session, now: datetime) -> None:
    inbox.forget_done(session, now - KEEP_DONE_UPDATES)
    job_runs.forget(session, now - KEEP_JOB_RUNS)
    quote_points.forget(session, now - KEEP_QUOTE_POINTS)
