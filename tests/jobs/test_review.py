from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.review.kinds import CaseState
from bot.review.service import case_of
from db.session import Database
from handlers import TABLE
from jobs.review import review_tick
from tests.factories.review import OWNER, make_case, make_house
from tests.fixtures.telegram import NOW, Rig


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url


@pytest.fixture
def rig(db: Database) -> Iterator[Rig]:
    db.run_sync(make_house)
    yield Rig(db, TABLE)


async def test_the_owners_are_told_when_a_clock_runs_out_however_often_it_ticks(rig: Rig) -> None:
    await rig.db.run(make_case)
    for minutes in (0, 1, 2):
        await review_tick(rig.house, NOW + timedelta(hours=24, minutes=minutes))
    told = [post for post in await rig.queued() if post.chat_id == OWNER]
    assert len(told) == 1
    assert (await rig.db.read(case_of, 1)).state is CaseState.EXPIRED
