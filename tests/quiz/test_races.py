"""Presses at the same instant, on a real Postgres: one answer, one round, one award."""

import asyncio
from collections.abc import Iterator

import pytest
from sqlmodel import Session, select

from bot.quiz import climbing
from bot.quiz.outcome import Answered, Asked
from db.models import QuizAnswer, QuizRound
from db.opening import open_database
from db.repositories import points
from db.session import Database
from tests.factories.members import NOW
from tests.factories.quiz import make_player, make_quiz_means

ME = 7
MEANS = make_quiz_means()


@pytest.fixture
def db(postgres_url: str) -> Iterator[Database]:
    database = open_database(postgres_url)
    database.run_sync(make_player, ME)
    yield database
    database.close()


def _balance(session: Session) -> int:
    found = points.balance_of(session, ME)
    return found.amount if found else 0


async def test_twenty_presses_at_once_begin_one_round_give_one_answer_and_pay_once(
    db: Database,
) -> None:
    steps = await asyncio.gather(*(db.run(climbing.begin, ME, 1, MEANS, NOW) for _ in range(20)))
    first = steps[0]
    assert isinstance(first, Asked)
    assert {step.round.id for step in steps} == {first.round.id}
    right = first.shuffle.index(str(first.item.correct))
    presses = [right, *((right + 1) % 4 for _ in range(19))]
    told = await asyncio.gather(
        *(db.run(climbing.answer, ME, first.round.id, 0, shown, MEANS, NOW) for shown in presses)
    )
    answered = [step for step in told if isinstance(step, Answered)]
    assert len({step.choice for step in answered}) == 1
    (row,) = await db.read(lambda session: session.exec(select(QuizAnswer)).all())
    assert row.choice == answered[0].choice
    assert len(await db.read(lambda session: session.exec(select(QuizRound)).all())) == 1
    assert await db.read(_balance) == int(bool(row.correct))
