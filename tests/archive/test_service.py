import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select, text
from sqlmodel import Session, col

from bot.archive import service as archive
from bot.archive.chain import GENESIS, Break
from bot.archive.kinds import RecordKind
from bot.members.tiers import Binding
from db.models import ArchiveRecord
from db.repositories import groups
from db.session import Database

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
GROUP, UNBOUND = -1001, -1002


def _said(number: int, chat: int = GROUP, words: str = "话") -> archive.Said:
    return archive.Said(RecordKind.RECEIVED, chat, number, 7, NOW, f"{words} {number}", {"n": 1})


def _keep(session: Session, count: int = 3, chat: int = GROUP) -> None:
    groups.ensure(session, GROUP, "群", NOW).binding = Binding.NEWBIE
    groups.ensure(session, UNBOUND, "外", NOW)
    session.flush()
    archive.keep(session, [_said(number, chat) for number in range(1, count + 1)])


def _tamper(session: Session, statement: str) -> None:
    session.execute(text(statement))


async def test_what_was_said_in_bound_groups_is_kept_and_sealed_in_its_order(db: Database) -> None:
    await db.run(_keep)
    waiting = await db.read(archive.verify)
    assert (waiting.sealed, waiting.waiting, waiting.head) == (0, 3, GENESIS)
    assert await db.run(archive.seal_waiting) == 3
    found = await db.read(archive.verify)
    assert (found.sealed, found.waiting, found.broken) == (3, 0, None)
    assert await db.run(archive.seal_waiting) == 0


async def test_what_was_said_elsewhere_is_not_kept(db: Database) -> None:
    await db.run(_keep, 2, UNBOUND)
    assert await db.run(archive.seal_waiting) == 0


async def test_the_chain_goes_on_where_it_stopped(db: Database) -> None:
    for _ in range(3):
        await db.run(_keep, 2)
        await db.run(archive.seal_waiting)
    found = await db.read(archive.verify)
    assert (found.sealed, found.broken) == (6, None)


async def test_text_that_no_database_takes_is_kept_without_it(db: Database) -> None:
    def keep(session: Session) -> None:
        _keep(session, 0)
        archive.keep(session, [_said(1, words="a\x00b\ud800c")])

    await db.run(keep)
    await db.run(archive.seal_waiting)
    assert (await db.read(archive.verify)).broken is None


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE archive_record SET text = 'x' WHERE position = 2", Break(2, "altered")),
        ("DELETE FROM archive_record WHERE position = 2", Break(2, "missing")),
        (
            "UPDATE archive_record SET previous_hash = hash WHERE position = 2",
            Break(2, "relinked"),
        ),
    ],
)
async def test_whatever_is_changed_behind_its_back_shows(
    db: Database, statement: str, problem: Break
) -> None:
    await db.run(_keep)
    await db.run(archive.seal_waiting)
    await db.run(_tamper, statement)
    assert (await db.read(archive.verify)).broken == problem


async def test_two_sealers_at_once_make_one_chain(db: Database) -> None:
    for _ in range(5):
        await db.run(_keep, 40)
        sealed = await asyncio.gather(*(db.run(archive.seal_waiting) for _ in range(6)))
        assert sum(sealed) == 40
    found = await db.read(archive.verify)
    assert (found.sealed, found.waiting, found.broken) == (200, 0, None)
    assert await db.read(_count) == 200


def _count(session: Session) -> int:
    return int(session.execute(select(func.count(col(ArchiveRecord.id)))).scalar_one())
