"""The whole timetable, in community time."""

from datetime import time, timedelta

from jobs import maintenance
from jobs.runner import Job

TIMETABLE: tuple[Job, ...] = (
    Job("seal-archive", maintenance.seal_archive, every=timedelta(minutes=1)),
    Job("audit-points", maintenance.audit_points, at=time(5, 10)),
    Job("verify-archive", maintenance.verify_archive, at=time(5, 20)),
    Job("forget-finished", maintenance.forget_finished, at=time(5, 30)),
)
