"""The wrapper around every job: claimed once among all processes, timed, never fatal."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.i18n import Say
from bot.telegram.house import House
from db.repositories import job_runs, leases

log = structlog.get_logger()
GRACE_SECONDS = 50
LEASE_RUNS = 3
"""A lease outlasts so many runs, so that one that takes longer is not taken for dead."""


@dataclass(frozen=True, slots=True)
class Job:
    """A timed job: what it is called, what it runs, and when.

    Either `every` so often, or daily `at` a community time; `at_start` also once when the
    bot starts, for what may be overdue. What a job missed while nothing
    ran it decides itself, from the database: the scheduler never catches up.

    `leased`: for a job of a few seconds, whose runs change nothing when repeated. A row for
    each would be half a million a month, so the process that runs it holds a lease instead,
    and another takes over once that has run out.
    """

    id: str
    run: Callable[[House, datetime], Awaitable[None]]
    every: timedelta | None = None
    at: time | None = None
    at_start: bool = False
    leased: bool = False


class Runner:
    """Runs a timetable in this process; any number of processes may run the same one."""

    def __init__(self, house: House, timetable: tuple[Job, ...]) -> None:
        self._house = house
        self._timetable = timetable
        self._scheduler = AsyncIOScheduler(timezone=house.community.zone)

    def start(self) -> None:
        """Start the clockwork."""
        now = self._house.clock.now()
        for job in self._timetable:
            first = {"next_run_time": now} if job.at_start else {}
            self._scheduler.add_job(
                self.tick,
                self._trigger(job),
                args=[job],
                id=job.id,
                coalesce=True,
                max_instances=1,
                misfire_grace_time=GRACE_SECONDS,
                **first,
            )
        self._scheduler.start()

    async def tick_all(self) -> None:
        """Run every frequent job once, now: for a rehearsal whose clock was moved."""
        for job in self._timetable:
            if job.at is None:
                await self.tick(job)

    def stop(self) -> None:
        """Start nothing new."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def tick(self, job: Job) -> None:
        """Run a job if this process is the first to claim this run of it."""
        house = self._house
        now = house.clock.now()
        slot = scheduled_slot(job, now, self._house)
        try:
            if not await self._claim(job, slot, now):
                return
        except Exception as error:  # noqa: BLE001 - the edge: the next tick tries again
            log.error("job.not_claimed", job=job.id, error=repr(error))
            return
        await self._run(job, slot, now)

    async def _claim(self, job: Job, slot: datetime, now: datetime) -> bool:
        house = self._house
        if not job.leased:
            return await house.db.run(job_runs.claim, job.id, slot, house.name, now)
        until = now + LEASE_RUNS * (job.every or timedelta(minutes=1))
        return await house.db.run(leases.take, f"job:{job.id}", house.name, now, until)

    async def _run(self, job: Job, slot: datetime, now: datetime) -> None:
        house, failure = self._house, None
        try:
            await job.run(self._house, now)
        except Exception as error:
            failure = repr(error)[:2000]
            log.error("job.failed", job=job.id, error=failure, exc_info=error)
            say = Say("alert-job-failed", job=job.id, error=failure[:200])
            key = f"job:{job.id}:{now:%Y-%m-%dT%H}"
            await house.db.run(house.alerts.raise_in, key, say, now)
        if not job.leased:
            await house.db.run(job_runs.finish, job.id, slot, house.clock.now(), failure)

    def _trigger(self, job: Job) -> CronTrigger | IntervalTrigger:
        zone = self._house.community.zone
        if job.at is not None:
            return CronTrigger(hour=job.at.hour, minute=job.at.minute, timezone=zone)
        every = job.every or timedelta(minutes=1)
        if every % timedelta(minutes=1):
            return IntervalTrigger(seconds=int(every.total_seconds()), timezone=zone)
        return CronTrigger(minute=f"*/{every // timedelta(minutes=1)}", timezone=zone)


def scheduled_slot(job: Job, now: datetime, house: House) -> datetime:
    """Return the instant that names this run, the same in every process.

    A daily job is named by its local date and time, so an hour that happens twice in autumn
    runs it once; a frequent one by the UTC instant rounded down.
    """
    if job.at is not None:
        zone = house.community.zone
        day = now.astimezone(zone).date()
        return datetime.combine(day, job.at, zone).astimezone(UTC)
    grain = (job.every or timedelta(minutes=1)).total_seconds()
    return datetime.fromtimestamp(now.timestamp() // grain * grain, UTC)
