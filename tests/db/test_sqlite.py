"""The one writer thread of SQLite: it must outlive whatever its jobs do."""

import asyncio
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from db.models import Member
from db.repositories import members
from db.sqlite import SQLiteDatabase

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


@pytest.fixture
def db(sqlite_url: str) -> Iterator[SQLiteDatabase]:
    database = SQLiteDatabase(sqlite_url)
    yield database
    database.close()


def _save(session: Session, member_id: int) -> int:
    members.save(session, member_id, NOW, first_name="甲", last_name=None, username=None)
    return member_id


def _ids(session: Session) -> list[int]:
    return sorted(session.execute(select(col(Member.id))).scalars())


def _hold(_session: Session, begun: threading.Event, go_on: threading.Event) -> None:
    begun.set()
    go_on.wait(5)


async def _within(seconds: float, work: object) -> object:
    return await asyncio.wait_for(work, seconds)  # type: ignore[arg-type]


async def test_a_caller_who_is_cancelled_does_not_end_the_writer(db: SQLiteDatabase) -> None:
    begun, go_on = threading.Event(), threading.Event()
    held = asyncio.create_task(db.run(_hold, begun, go_on))
    await asyncio.to_thread(begun.wait, 5)
    waiting = asyncio.create_task(db.run(_save, 1))
    await asyncio.sleep(0)
    held.cancel()
    waiting.cancel()
    await asyncio.gather(held, waiting, return_exceptions=True)
    go_on.set()
    assert await _within(5, db.run(_save, 2)) == 2
    assert 2 in await db.read(_ids)


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit, asyncio.CancelledError])
async def test_whatever_a_job_raises_is_its_own(
    db: SQLiteDatabase, kind: type[BaseException]
) -> None:
    def explode(session: Session) -> None:
        _save(session, 1)
        raise kind

    # Looked at on the thread's own future: a loop would take some of these for its own end.
    failed = db._submit(explode)
    assert isinstance(await asyncio.to_thread(failed.exception, 5), kind)
    assert await _within(5, db.run(_save, 2)) == 2
    assert await db.read(_ids) == [2]


async def test_a_job_that_ends_an_iteration_by_mistake_fails_instead_of_hanging(
    db: SQLiteDatabase,
) -> None:
    def explode(_session: Session) -> None:
        next(iter(()))

    with pytest.raises(RuntimeError):
        await _within(5, db.run(explode))
    with pytest.raises(RuntimeError):
        await _within(5, db.read(explode))


async def test_a_commit_that_fails_fails_every_job_of_its_group(db: SQLiteDatabase) -> None:
    begun, go_on = threading.Event(), threading.Event()
    held = asyncio.create_task(db.run(_hold, begun, go_on))
    await asyncio.to_thread(begun.wait, 5)

    def owe(session: Session) -> None:
        session.execute(text("PRAGMA defer_foreign_keys = ON"))
        session.execute(
            text("INSERT INTO streak VALUES (99, 0, 0, NULL, 0, 0, NULL)")  # a debt to nobody
        )

    group = [asyncio.create_task(db.run(_save, 1)), asyncio.create_task(db.run(owe))]
    await asyncio.sleep(0)
    go_on.set()
    await held
    outcomes = await _within(5, asyncio.gather(*group, return_exceptions=True))
    assert [type(outcome) for outcome in outcomes] == [IntegrityError] * 2  # type: ignore[attr-defined]
    assert await db.read(_ids) == []
    assert await _within(5, db.run(_save, 2)) == 2


async def test_closing_finishes_what_is_queued_and_takes_nothing_new(sqlite_url: str) -> None:
    database = SQLiteDatabase(sqlite_url)
    queued = [asyncio.create_task(database.run(_save, n)) for n in range(1, 100)]
    await asyncio.sleep(0)
    await asyncio.to_thread(database.close)
    assert await _within(5, asyncio.gather(*queued)) == list(range(1, 100))
    with pytest.raises(RuntimeError):
        await _within(5, database.run(_save, 100))


async def test_a_file_that_cannot_be_opened_fails_each_job_and_not_the_writer(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "away"
    database = SQLiteDatabase(f"sqlite:///{folder}/bell.db")
    folder.rmdir()
    with pytest.raises(Exception, match="unable to open"):
        await _within(5, database.run(_ids))
    folder.mkdir()
    assert await _within(5, database.run(lambda _session: 1)) == 1
    database.close()
