"""What two do at once, on Postgres, where transactions really run side by side."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlmodel import Session

from bot.ama import asking, digest, live, series
from bot.ama.desk import AmaDesk
from bot.ama.errors import AmaDecidedError
from bot.ama.states import AskedState
from db.repositories import ama, deliveries
from db.session import Database
from tests.factories.amas import (
    ASKER,
    BOT,
    EXPERT,
    OTHER,
    STARTS,
    THIRD,
    make_ama,
    make_audience,
    make_deed,
    make_live,
    make_question,
    question_of,
)
from tests.factories.broadcasts import AUTHOR, SECOND

FIRST, NEXT = "现金流量表要先看哪几行？", "利润表里哪一行最重要？"
DURING = STARTS + timedelta(minutes=10)


@pytest.fixture
def database_url(postgres_url: str) -> str:
    return postgres_url


def test_side_by_side_one_wins_and_one_question_lies_on_the_stage(
    db: Database, desk: AmaDesk
) -> None:
    db.run_sync(make_audience)
    number, (first,) = db.run_sync(lambda session: make_live(session, desk, FIRST))
    barrier = Barrier(2)

    def reply(actor: int) -> bool:
        def work(session: Session) -> None:
            barrier.wait(5)
            deed = make_deed(actor, "reply", DURING)
            live.answer(session, desk, first, f"第 {actor} 位这样回答。", deed)

        try:
            db.run_sync(work)
        except AmaDecidedError:
            return False
        return True

    assert sorted(_both(reply, EXPERT, AUTHOR)) == [False, True]
    waiting = [
        db.run_sync(lambda s, t=text: make_question(s, desk, number, t, OTHER, listed=False))
        for text in (NEXT, "资产负债表又该怎么看？")
    ]

    def take(which: int) -> bool:
        def work(session: Session) -> None:
            barrier.wait(5)
            deed = make_deed(SECOND, f"take-{which}", DURING)
            asking.moderate(session, desk, which, True, "", deed)

        db.run_sync(work)
        return db.read_sync(lambda session: question_of(session, which).on_stage)

    _both(take, *waiting)
    staged = [db.read_sync(lambda s, q=q: question_of(s, q).on_stage) for q in waiting]
    assert sorted(staged) == [False, True]


def test_every_query_of_amas_is_understood_there_too(db: Database, desk: AmaDesk) -> None:
    def story(session: Session) -> None:
        make_audience(session)
        number = make_ama(session, desk, weekly=True)
        first = make_question(session, desk, number, FIRST)
        again = asking.ask(session, desk, number, FIRST, make_deed(OTHER, "same"))
        assert again.question.id == first
        asking.vote(session, desk, first, True, make_deed(THIRD, "vote"))
        assert [votes for _, votes in ama.ranked(session, number, {AskedState.LISTED})] == [2]
        assert live.open_stage(session, desk, number, make_deed(BOT, "open", STARTS))
        live.answer(session, desk, first, "先看经营活动的那一行。", make_deed(EXPERT, "a", DURING))
        live.end(session, desk, number, make_deed(EXPERT, "end", DURING))
        assert digest.sum_up(session, desk, number, make_deed(BOT, "digest", DURING))
        assert series.carry_on(session, desk, 1, STARTS + timedelta(days=1))
        stopped, dropped = live.stop(session, desk, number + 1, make_deed(AUTHOR, "stop"))
        assert dropped == 1 and ama.recent(session, STARTS)
        assert len(ama.of_asker(session, number, ASKER)) == 1
        key = f"ama:{stopped.id}:stop:-1001"
        assert deliveries.with_key(session, key) is not None

    db.run_sync(story)


def _both(work: object, one: int, other: int) -> list[bool]:
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(work, (one, other)))  # type: ignore[arg-type]
