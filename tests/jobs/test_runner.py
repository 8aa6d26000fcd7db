"""A job of a few seconds holds a lease, so that its runs leave no rows behind."""

from datetime import datetime, timedelta

from sqlmodel import Session, select

from bot.telegram.house import House
from db.models.job_run import JobRun
from db.session import Database
from jobs.runner import Job, Runner
from tests.briefs.houses import make_house


def rows(session: Session) -> int:
    return len(session.exec(select(JobRun)).all())


async def test_one_process_runs_a_leased_job_until_its_lease_runs_out(db: Database) -> None:
    ran: list[str] = []

    async def work(house: House, _now: datetime) -> None:
        ran.append(house.name)

    job = Job("often", work, every=timedelta(seconds=5), leased=True)
    houses = [make_house(db, name=name) for name in ("one", "two")]
    runners = [Runner(house, ()) for house in houses]
    for _ in range(3):
        for runner in runners:
            await runner.tick(job)
    assert ran == ["one"] * 3
    assert await db.read(rows) == 0


async def test_a_leased_job_that_fails_is_told_and_runs_again(db: Database) -> None:
    ran: list[datetime] = []

    async def work(_house: House, now: datetime) -> None:
        ran.append(now)
        raise ValueError("broken")

    house = make_house(db)
    job = Job("often", work, every=timedelta(seconds=5), leased=True)
    for _ in range(2):
        await Runner(house, ()).tick(job)
    assert len(ran) == 2
    assert await db.read(rows) == 0
