"""Answering the question of the day and repairing a missed day, on both engines."""

import asyncio
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlmodel import Session, col

from bot.checkin.errors import (
    NothingToRepairError,
    NotYourQuestionError,
    QuestionExpiredError,
    QuestionNotPutError,
    RepairTooLateError,
    RepairTriedError,
)
from bot.checkin.outcome import AnswerOutcome, Put, QuestionRef
from bot.checkin.question import Purpose
from bot.checkin.service import answer_question, check_in, put_repair_question
from db.models import Balance, DailyQuestion, LedgerEntry
from db.repositories import checkins
from db.session import Database
from tests.factories.checkin import at, make_checked_in_member, make_means, make_streak

WEDNESDAY, THURSDAY, FRIDAY, SATURDAY = (date(2026, 11, n) for n in range(18, 22))
ME, ANOTHER = 1, 2


@pytest.fixture(autouse=True)
def people(db: Database) -> None:
    db.run_sync(make_checked_in_member, ME)
    db.run_sync(make_checked_in_member, ANOTHER)


def _asked(db: Database, now: datetime) -> Put:
    outcome = db.run_sync(check_in, ME, make_means(), now, int(now.timestamp()))
    assert outcome.question is not None
    return outcome.question


def _answer(
    db: Database, put: Put, now: datetime, *, right: bool = True, presser: int = ME, **changes: Any
) -> AnswerOutcome:
    correct = put.question.correct
    choice = correct if right else (correct + 1) % 3
    return db.run_sync(answer_question, presser, put.ref, choice, make_means(**changes), now)


def _broken(db: Database, length: int = 12, now: datetime = at(FRIDAY)) -> None:  # noqa: B008
    db.run_sync(make_streak, ME, length, WEDNESDAY)
    _asked(db, now)


def _repair_question(db: Database, now: datetime, presser: int = ME) -> Put:
    put, _ = db.run_sync(put_repair_question, presser, ME, THURSDAY, make_means(), now)
    return put


def _balance(session: Session) -> int:
    return session.execute(select(col(Balance.amount))).scalar_one()


def _entries(session: Session) -> int:
    return session.execute(select(func.count()).select_from(LedgerEntry)).scalar_one()


def test_a_right_answer_earns_the_rest(db: Database) -> None:
    put = _asked(db, at(FRIDAY))
    outcome = _answer(db, put, at(FRIDAY, "09:01"))
    assert (outcome.correct, outcome.first, outcome.gain.points) == (True, True, 5)
    assert outcome.streak == 1
    assert db.run_sync(_balance) == 8


def test_a_wrong_answer_earns_a_little(db: Database) -> None:
    outcome = _answer(db, _asked(db, at(FRIDAY)), at(FRIDAY, "09:01"), right=False)
    assert (outcome.correct, outcome.gain.points) == (False, 1)
    assert db.run_sync(_balance) == 4


def test_only_the_first_tap_counts(db: Database) -> None:
    put = _asked(db, at(FRIDAY))
    _answer(db, put, at(FRIDAY, "09:01"), right=False)
    second = _answer(db, put, at(FRIDAY, "09:02"))
    assert (second.first, second.correct, second.gain.points) == (False, False, 1)
    assert db.run_sync(_balance) == 4


def test_an_answered_question_is_not_put_again(db: Database) -> None:
    _answer(db, _asked(db, at(FRIDAY)), at(FRIDAY, "09:01"))
    again = db.run_sync(check_in, ME, make_means(), at(FRIDAY, "10:00"), 77)
    assert (again.first, again.question) == (False, None)


def test_a_replayed_press_is_told_the_same_as_the_first_time(db: Database) -> None:
    put = _asked(db, at(FRIDAY))
    first = _answer(db, put, at(FRIDAY, "09:01"))
    assert _answer(db, put, at(FRIDAY, "09:01")) == first
    assert db.run_sync(_balance) == 8


async def test_a_hundred_simultaneous_taps_give_one_award(db: Database) -> None:
    outcome = await db.run(check_in, ME, make_means(), at(FRIDAY), 1)
    assert outcome.question is not None
    ref = outcome.question.ref
    told = await asyncio.gather(
        *(
            db.run(answer_question, ME, ref, n % 3, make_means(), at(FRIDAY, f"09:{n % 60:02}"))
            for n in range(100)
        )
    )
    assert len({(one.choice, one.gain.points) for one in told}) == 1
    assert await db.read(_entries) == 2


def test_nobody_answers_for_somebody_else(db: Database) -> None:
    put = _asked(db, at(FRIDAY))
    with pytest.raises(NotYourQuestionError):
        _answer(db, put, at(FRIDAY, "09:01"), presser=ANOTHER)
    assert db.run_sync(_balance) == 3


def test_the_question_can_be_answered_until_the_community_day_ends(db: Database) -> None:
    put = _asked(db, at(FRIDAY))
    with pytest.raises(QuestionExpiredError) as caught:
        _answer(db, put, at(SATURDAY, "04:00"))
    assert caught.value.fields == {"purpose": "daily"}
    assert _answer(db, put, at(SATURDAY, "03:59")).correct


def test_a_question_that_was_never_put_cannot_be_answered(db: Database) -> None:
    ref = QuestionRef(ME, FRIDAY, Purpose.DAILY)
    with pytest.raises(QuestionNotPutError):
        db.run_sync(answer_question, ME, ref, 0, make_means(), at(FRIDAY))


@pytest.mark.parametrize(
    "changed", [{"question_id": "no-longer-there"}, {"question_version": 9_999}]
)
def test_a_question_that_changed_since_lapses_and_is_put_anew(
    db: Database, changed: dict[str, Any]
) -> None:
    put = _asked(db, at(FRIDAY))
    db.run_sync(lambda session: session.execute(update(DailyQuestion).values(**changed)) and None)
    with pytest.raises(QuestionNotPutError):
        _answer(db, put, at(FRIDAY, "09:01"))
    again = db.run_sync(check_in, ME, make_means(), at(FRIDAY, "10:00"), 77)
    assert again.question == put
    assert _answer(db, put, at(FRIDAY, "10:01")).correct


def test_a_right_answer_repairs_the_streak(db: Database) -> None:
    _broken(db)
    put = _repair_question(db, at(FRIDAY, "10:00"))
    outcome = _answer(db, put, at(FRIDAY, "10:01"))
    assert (outcome.correct, outcome.streak, outcome.gain.points) == (True, 14, 0)
    assert (outcome.offer, outcome.wallet) == (None, None)
    assert db.run_sync(checkins.streak_of, ME).length == 14
    assert db.run_sync(_balance) == 3


def test_a_repair_pays_the_milestone_that_it_reaches_once(db: Database) -> None:
    _broken(db, length=18)
    put = _repair_question(db, at(FRIDAY, "10:00"))
    first = _answer(db, put, at(FRIDAY, "10:01"))
    assert (first.streak, first.gain.points) == (20, 15)
    assert _answer(db, put, at(FRIDAY, "10:01")) == first
    assert db.run_sync(_balance) == 18
    assert _answer(db, put, at(SATURDAY, "09:00")).first is False
    assert db.run_sync(_balance) == 18


def test_a_milestone_of_the_broken_streak_is_not_paid_again_by_its_repair(db: Database) -> None:
    _broken(db, length=20)
    outcome = _answer(db, _repair_question(db, at(FRIDAY, "10:00")), at(FRIDAY, "10:01"))
    assert (outcome.streak, outcome.gain.milestones) == (22, ())


def test_the_check_in_of_a_repaired_day_shows_the_whole_streak(db: Database) -> None:
    _broken(db)
    _answer(db, _repair_question(db, at(FRIDAY, "10:00")), at(FRIDAY, "10:01"))
    daily = db.run_sync(check_in, ME, make_means(), at(FRIDAY, "10:02"), 77).question
    assert daily is not None
    assert _answer(db, daily, at(FRIDAY, "10:03")).streak == 14


def test_the_repair_question_is_another_one_than_the_days(db: Database) -> None:
    _broken(db)
    daily = db.run_sync(check_in, ME, make_means(), at(FRIDAY, "10:00"), 77).question
    repair = _repair_question(db, at(FRIDAY, "10:00"))
    assert daily is not None
    assert repair.question.id != daily.question.id
    assert _repair_question(db, at(FRIDAY, "10:05")) == repair


def test_a_wrong_answer_repairs_nothing_and_there_is_one_try(db: Database) -> None:
    _broken(db)
    put = _repair_question(db, at(FRIDAY, "10:00"))
    outcome = _answer(db, put, at(FRIDAY, "10:01"), right=False)
    assert (outcome.correct, outcome.streak, outcome.offer) == (False, 1, None)
    assert _answer(db, put, at(FRIDAY, "10:02")).correct is False
    with pytest.raises(RepairTriedError):
        _repair_question(db, at(FRIDAY, "10:03"))


def test_a_day_can_be_repaired_until_24_hours_after_its_end(db: Database) -> None:
    _broken(db)
    put = _repair_question(db, at(SATURDAY, "03:58"))
    with pytest.raises(RepairTooLateError):
        _repair_question(db, at(SATURDAY, "04:00"))
    with pytest.raises(QuestionExpiredError) as caught:
        _answer(db, put, at(SATURDAY, "04:00"))
    assert caught.value.fields == {"purpose": "repair"}
    assert _answer(db, put, at(SATURDAY, "03:59")).correct


def test_nothing_is_repaired_where_nothing_is_broken(db: Database) -> None:
    _asked(db, at(FRIDAY))
    with pytest.raises(NothingToRepairError):
        _repair_question(db, at(FRIDAY, "10:00"))


def test_nobody_repairs_for_somebody_else(db: Database) -> None:
    _broken(db)
    with pytest.raises(NotYourQuestionError):
        _repair_question(db, at(FRIDAY, "10:00"), presser=ANOTHER)


def test_an_answer_that_pays_nothing_any_more_says_so(db: Database) -> None:
    put = _asked(db, at(FRIDAY))
    full = replace(make_means().economy, daily_cap=3)
    outcome = _answer(db, put, at(FRIDAY, "09:01"), economy=full)
    assert (outcome.gain.points, outcome.gain.short) == (0, True)
