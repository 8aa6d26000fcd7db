"""Leases: one holder at a time, until they expire."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlmodel import Session

from db.repositories import leases
from db.session import Database

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
LONG = timedelta(seconds=15)


def _take(session: Session, holder: str, now: datetime = NOW, name: str = "sender") -> bool:
    return leases.take(session, name, holder, now, now + LONG)


def _expire(session: Session) -> None:
    """Move every lease's end into the past of whichever clock counts."""
    session.execute(
        text("UPDATE lease SET expires_at = :past"),
        {"past": "2020-01-01 00:00:00.000000"},
    )


async def test_a_lease_has_one_holder_who_may_renew_it(db: Database) -> None:
    assert await db.run(_take, "a")
    assert not await db.run(_take, "b")
    assert await db.run(_take, "a")


async def test_a_lease_that_expired_passes_on(db: Database) -> None:
    await db.run(_take, "a")
    await db.run(_expire)
    assert await db.run(_take, "b")
    assert not await db.run(_take, "a")


async def test_only_those_who_renew_are_alive(db: Database) -> None:
    await db.run(_take, "a", NOW, "process:a")
    assert await db.read(leases.alive, "process:", NOW) == {"a"}
    await db.run(_expire)
    assert await db.read(leases.alive, "process:", NOW) == set()


async def test_whoever_leaves_gives_everything_back(db: Database) -> None:
    await db.run(_take, "a", NOW, "process:a")
    await db.run(_take, "a")
    await db.run(leases.release_all, "a")
    assert await db.run(_take, "b")
    assert await db.read(leases.alive, "process:", NOW) == set()


async def test_on_sqlite_whoever_starts_ends_everybody_else(db: Database) -> None:
    await db.run(_take, "old")
    await db.run(leases.release_others, "new")
    assert await db.run(_take, "new")


@pytest.mark.parametrize("skew", [timedelta(hours=-1), timedelta(hours=1)])
async def test_clocks_that_differ_do_not_bury_the_living(
    postgres_url: str, skew: timedelta
) -> None:
    from db.postgres import PostgresDatabase

    db = PostgresDatabase(postgres_url)
    assert await db.run(_take, "a", NOW)
    assert not await db.run(_take, "b", NOW + skew)
    assert await db.read(leases.alive, "send", NOW + skew) == {"a"}
    db.close()
