from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from sqlmodel import Session

from bot.archive import watching
from bot.archive.coverage import Coverage, measure
from bot.archive.kinds import GapCause
from bot.members import groups as group_service
from bot.members.abilities import OUTSIDE, Abilities
from bot.members.deed import Deed
from bot.members.tiers import Binding
from db.repositories import groups, inbox
from db.session import Database

START = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
GROUP = -1001
WELL = Abilities(inside=True, posts=True, reads_all=True, deletes=True)
DEAF = Abilities(inside=True, posts=True, reads_all=False, deletes=False)


def _at(**parts: float) -> datetime:
    return START + timedelta(**parts)


@pytest.fixture(autouse=True)
async def _bound(db: Database) -> None:
    def bind(session: Session) -> None:
        deed = Deed(1, "bind", START, START.date())
        group_service.bind(session, GROUP, "新手一群", Binding.NEWBIE, deed)

    await db.run(bind)


async def _look(db: Database, able: Abilities | None, now: datetime) -> None:
    known: Mapping[int, Abilities] = {GROUP: able} if able is not None else {}
    await db.run(watching.look, known, now)


async def _measure(db: Database, now: datetime) -> Coverage:
    return await db.read(measure, now)


async def _every_five_minutes(db: Database, able: Abilities, first: int, last: int) -> None:
    for minute in range(first, last + 1, 5):
        await _look(db, able, _at(minutes=minute))


async def test_a_group_that_is_read_all_the_time_is_covered_whole(db: Database) -> None:
    await _every_five_minutes(db, WELL, 0, 60)
    [line] = (await _measure(db, _at(hours=1))).groups
    assert (line.percent, line.lost, line.title) == (Decimal("100.0"), (), "新手一群")


async def test_the_time_in_which_the_bot_could_not_read_is_a_gap_with_its_cause(
    db: Database,
) -> None:
    await _every_five_minutes(db, WELL, 0, 25)
    await _every_five_minutes(db, DEAF, 30, 55)
    await _every_five_minutes(db, WELL, 60, 100)
    [line] = (await _measure(db, _at(minutes=100))).groups
    assert line.lost == ((GapCause.NOT_READING, timedelta(minutes=35)),)
    assert line.percent == Decimal("65.0")


async def test_a_removed_bot_reads_nothing_until_it_is_back(db: Database) -> None:
    await _every_five_minutes(db, WELL, 0, 10)
    await _every_five_minutes(db, OUTSIDE, 15, 20)
    [line] = (await _measure(db, _at(minutes=30))).groups
    assert line.lost == ((GapCause.REMOVED, timedelta(minutes=20)),)


async def test_that_telegram_would_not_say_changes_nothing(db: Database) -> None:
    await _look(db, DEAF, _at())
    await _look(db, None, _at(minutes=5))
    [line] = (await _measure(db, _at(minutes=10))).groups
    assert line.lost == ((GapCause.NOT_READING, timedelta(minutes=10)),)


async def test_a_downtime_that_telegram_bridges_is_a_delay_and_no_gap(db: Database) -> None:
    await _look(db, WELL, _at())
    await _look(db, WELL, _at(hours=5))
    found = await _measure(db, _at(hours=5))
    assert found.groups[0].percent == Decimal("100.0")
    assert (found.delays, found.delayed) == (1, timedelta(hours=5))


async def test_of_a_longer_downtime_all_but_the_last_day_is_lost(db: Database) -> None:
    await _look(db, WELL, _at())
    await _look(db, WELL, _at(hours=100))
    [line] = (await _measure(db, _at(hours=100))).groups
    assert line.lost == ((GapCause.DOWNTIME, timedelta(hours=76)),)
    assert line.percent == Decimal("24.0")


async def test_a_rehearsals_clock_that_jumps_is_no_downtime(db: Database) -> None:
    await _look(db, WELL, _at())
    await db.run(watching.look, {}, _at(hours=100), clock_jumps=True)
    assert (await _measure(db, _at(hours=100))).groups[0].lost == ()


async def test_a_released_group_is_not_archived_until_it_is_bound_again(db: Database) -> None:
    def release(session: Session) -> None:
        group_service.unbind(session, GROUP, Deed(1, "a", _at(hours=6), START.date()))
        again = Deed(1, "b", _at(hours=8), START.date())
        group_service.bind(session, GROUP, "新手一群", Binding.NEWBIE, again)

    await db.run(release)
    [line] = (await _measure(db, _at(hours=10))).groups
    assert line.lost == ((GapCause.UNBOUND, timedelta(hours=2)),)
    assert line.percent == Decimal("80.0")


async def test_numbers_of_updates_that_jump_are_counted_and_dated(db: Database) -> None:
    async def arrive(*numbers: int, at: datetime) -> None:
        await db.run(inbox.add, [{"update_id": number} for number in numbers], "me", at)

    await _look(db, WELL, _at())
    await arrive(10, 11, 12, at=_at(minutes=1))
    await arrive(16, 15, at=_at(minutes=2))
    await _look(db, WELL, _at(minutes=5))
    await arrive(17, at=_at(minutes=6))
    await arrive(13, at=_at(minutes=7))
    await _look(db, WELL, _at(minutes=10))
    found = await _measure(db, _at(minutes=10))
    assert (found.seen, found.missing) == (7, 2)
    assert found.groups[0].percent == Decimal("100.0")
    await arrive(900_000, at=_at(days=9))
    await arrive(5, at=_at(days=9, minutes=1))
    await _look(db, WELL, _at(days=9, minutes=5))
    found = await _measure(db, _at(days=9, minutes=5))
    assert (found.seen, found.missing) == (9, 2)


async def test_a_group_that_changed_its_number_is_one_group(db: Database) -> None:
    await db.run(group_service.chat_moved, GROUP, -1009, _at(minutes=30))
    [line] = (await _measure(db, _at(hours=1))).groups
    assert (line.chat_id, line.moved, line.percent) == (-1009, True, Decimal("100.0"))
    assert await db.read(groups.by_chat, GROUP) is None
