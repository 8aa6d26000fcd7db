"""The archive's jobs, as the timetable runs them."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session

from bot.archive import service
from bot.archive.coverage import measure
from bot.archive.kinds import CheckPart, RecordKind
from bot.archive.watching import watch_of
from bot.clock import RehearsalClock
from bot.members.tiers import Binding
from db.repositories import archive, archive_checks, groups
from jobs import archive as jobs
from tests.factories.updates import GROUP
from tests.fixtures.telegram import NOW, Rig


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url


def _bind(session: Session) -> None:
    groups.ensure(session, GROUP, "群", NOW).binding = Binding.NEWBIE


async def test_the_purge_goes_on_until_nothing_is_left_to_erase(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.archive.purge.AT_ONCE", 2)
    old = datetime(2016, 1, 1, tzinfo=UTC)
    said = [service.Said(RecordKind.RECEIVED, GROUP, n, 7, old, "话", {}) for n in range(5)]
    await rig.db.run(_bind)
    await rig.db.run(service.keep, said)
    await rig.db.run(service.seal_waiting)
    await jobs.purge(rig.house, NOW)
    assert await rig.db.read(archive.count_erased) == 5
    await rig.db.run(service.seal_waiting)
    await jobs.verify_whole(rig.house, NOW)
    found = await rig.db.read(archive_checks.latest, CheckPart.WHOLE)
    assert found is not None
    assert (found.records, found.problem) == (8, None)
    assert await rig.queued() == []


async def test_a_look_survives_a_telegram_that_does_not_answer(rig: Rig) -> None:
    await rig.db.run(_bind)
    rig.request.refuse("getChatMember", "Bad Request: chat not found")
    await jobs.watch(rig.house, NOW)
    watch = await rig.db.read(watch_of)
    assert watch is not None
    assert watch.at == NOW


async def test_moving_a_rehearsals_clock_is_no_downtime(rig: Rig) -> None:
    await rig.db.run(_bind)
    rig.house.clock = RehearsalClock(rig.clock)
    await jobs.watch(rig.house, NOW)
    await jobs.watch(rig.house, NOW + timedelta(days=3))
    found = await rig.db.read(measure, NOW + timedelta(days=3))
    assert [line.lost for line in found.groups] == [()]
