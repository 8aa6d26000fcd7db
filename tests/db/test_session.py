import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from db.models import Member
from db.repositories import members
from db.session import Database

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


def _save(session: Session, member_id: int) -> int:
    members.save(session, member_id, NOW, first_name="甲", last_name=None, username=None)
    return member_id


def _save_then_fail(session: Session, member_id: int) -> None:
    _save(session, member_id)
    raise LookupError(member_id)


def _ids(session: Session) -> list[int]:
    return sorted(session.execute(select(col(Member.id))).scalars())


async def test_a_result_comes_only_after_its_rows_can_be_read(db: Database) -> None:
    assert await db.run(_save, 1) == 1
    assert await db.read(_ids) == [1]


async def test_one_failing_transaction_leaves_the_others_of_its_group_alone(db: Database) -> None:
    outcomes = await asyncio.gather(
        *(db.run(_save if n % 2 else _save_then_fail, n) for n in range(1, 41)),
        return_exceptions=True,
    )
    assert await db.read(_ids) == list(range(1, 41, 2))
    assert sum(isinstance(outcome, LookupError) for outcome in outcomes) == 20


async def test_instants_come_back_aware_and_in_utc(db: Database) -> None:
    await db.run(_save, 1)
    member = await db.read(members.by_id, 1)
    assert member is not None
    assert member.first_seen_at == NOW
    assert member.first_seen_at.tzinfo is UTC


async def test_a_naive_instant_is_refused(db: Database) -> None:
    with pytest.raises(Exception, match="2026"):
        await db.run(
            members.save,
            1,
            datetime(2026, 11, 20),  # noqa: DTZ001
            first_name="甲",
            last_name=None,
            username=None,
        )


async def test_a_caller_who_gives_up_does_not_stop_the_others(db: Database) -> None:
    """A cancelled future once killed the writer's thread, and everybody waited for ever."""
    for number in range(1, 60):
        giving_up = asyncio.ensure_future(db.run(_save, number))
        await asyncio.sleep(0)
        giving_up.cancel()
        await asyncio.gather(giving_up, return_exceptions=True)
    assert await asyncio.wait_for(db.run(_save, 1000), 10) == 1000
