"""Postgres goes away and comes back; races are lost and run again."""

from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import text
from sqlmodel import Session

from db.postgres import PostgresDatabase


@pytest.fixture
def db(postgres_url: str) -> Iterator[PostgresDatabase]:
    database = PostgresDatabase(postgres_url)
    yield database
    database.close()


def _one(session: Session) -> int:
    return int(session.execute(text("SELECT 1")).scalar_one())


async def test_connections_that_the_server_closed_are_replaced_unnoticed(
    db: PostgresDatabase,
) -> None:
    assert await db.run(_one) == 1
    with psycopg.connect(db.url, autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    assert await db.run(_one) == 1


async def test_a_lost_race_runs_again_from_the_start(db: PostgresDatabase) -> None:
    tries: list[int] = []

    def lose_once(session: Session) -> str:
        tries.append(1)
        if len(tries) == 1:
            raise_it = "DO $$ BEGIN RAISE EXCEPTION 'deadlock' USING ERRCODE = '40P01'; END $$"
            session.execute(text(raise_it))
        return "won"

    assert await db.run(lose_once) == "won"
    assert len(tries) == 2
