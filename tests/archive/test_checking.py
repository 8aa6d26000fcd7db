from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlmodel import Session

from bot.archive import service
from bot.archive.checking import BLOCK, BLOCKS, check_part, check_whole, drawn, keep_result
from bot.archive.kinds import CheckPart, RecordKind
from bot.members.tiers import Binding
from db.repositories import archive_checks, groups
from db.session import Database

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
DAY = date(2026, 11, 20)
GROUP = -1001


@given(length=st.integers(0, 100_000), day=st.dates())
def test_the_days_blocks_lie_within_the_chain_and_are_the_same_when_drawn_again(
    length: int, day: date
) -> None:
    firsts = drawn(day, length)
    assert firsts == drawn(day, length) == sorted(set(firsts))
    assert all(1 <= first <= length for first in firsts)
    if length > BLOCKS * BLOCK:
        assert all(first + BLOCK - 1 <= length for first in firsts)


def test_a_short_chain_is_drawn_whole_and_a_long_one_differs_by_the_day() -> None:
    assert drawn(DAY, 600) == [1, 251, 501]
    assert drawn(DAY, 0) == []
    assert len({tuple(drawn(DAY + timedelta(days=n), 100_000)) for n in range(30)}) == 30


@pytest.fixture
async def filled(db: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    monkeypatch.setattr("bot.archive.checking.BLOCK", 3)
    monkeypatch.setattr("bot.archive.checking.BLOCKS", 2)

    def fill(session: Session) -> None:
        groups.ensure(session, GROUP, "群", NOW).binding = Binding.NEWBIE
        session.flush()
        said = [
            service.Said(RecordKind.RECEIVED, GROUP, n, 7, NOW, f"话 {n}", {}) for n in range(20)
        ]
        service.keep(session, said)
        service.seal_waiting(session)

    await db.run(fill)
    return db


async def test_a_part_of_a_sound_chain_holds_and_its_result_is_kept(filled: Database) -> None:
    for number in range(5):
        found = await filled.read(check_part, DAY + timedelta(days=number), NOW)
        assert (found.problem, found.part) == (None, CheckPart.PART)
        assert 3 <= found.records <= 6
        await filled.run(keep_result, found)
    await filled.run(keep_result, await filled.read(check_whole, NOW))
    whole = await filled.read(archive_checks.latest)
    assert whole is not None
    assert (whole.part, whole.records, whole.problem) == (CheckPart.WHOLE, 20, None)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE archive_record SET text = 'x' WHERE position = {}",
        "UPDATE archive_record SET author_id = 8 WHERE position = {}",
        "UPDATE archive_record SET record_class = 'contest' WHERE position = {}",
        "DELETE FROM archive_record WHERE position = {}",
    ],
)
async def test_whatever_was_changed_in_the_drawn_part_is_found(
    filled: Database, statement: str
) -> None:
    [first, *_] = drawn(DAY, 20)
    forge = text(statement.format(first + 1))
    await filled.run(lambda session: session.execute(forge) and None)
    found = await filled.read(check_part, DAY, NOW)
    assert found.problem_position == first + 1


async def test_days_of_draws_come_to_every_place(filled: Database) -> None:
    await filled.run(
        lambda s: s.execute(text("DELETE FROM archive_record WHERE position = 9")) and None
    )
    days = (DAY + timedelta(days=number) for number in range(40))
    assert any([(await filled.read(check_part, day, NOW)).problem for day in days])
