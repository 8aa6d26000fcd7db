"""The second chance to repair a missed day, which a passed level of the quiz opens."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from sqlmodel import Session

from bot.checkin.errors import RepairTriedError
from bot.checkin.outcome import AnswerOutcome, Put
from bot.checkin.question import Purpose, place_in_bank
from bot.checkin.service import answer_question, check_in, put_repair_question, streak_on
from bot.checkin.telling import note_on_answer, tell_answer
from bot.i18n import Language
from db.opening import open_database
from db.repositories import quiz
from db.session import Database
from tests.factories.checkin import (
    COMMUNITY,
    at,
    make_checked_in_member,
    make_means,
    make_streak,
)

WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 11, n) for n in range(18, 21))
ME = 1


@pytest.fixture
def db(sqlite_url: str) -> Iterator[Database]:
    database = open_database(sqlite_url)
    database.run_sync(make_checked_in_member, ME)
    database.run_sync(make_streak, ME, 12, WEDNESDAY)
    database.run_sync(check_in, ME, make_means(), at(FRIDAY), 1)
    yield database
    database.close()


def _pass_level(session: Session, level: int = 1) -> None:
    quiz.add_pass(session, ME, level, 1, 8, at(WEDNESDAY))


def _put(db: Database, now: datetime) -> Put:
    put, _ = db.run_sync(put_repair_question, ME, ME, THURSDAY, make_means(), now)
    return put


def _answer(db: Database, put: Put, now: datetime, *, right: bool) -> AnswerOutcome:
    choice = put.question.correct if right else (put.question.correct + 1) % 3
    return db.run_sync(answer_question, ME, put.ref, choice, make_means(), now)


def test_a_passed_level_gives_a_second_question_that_mends_the_streak(db: Database) -> None:
    db.run_sync(_pass_level)
    first = _put(db, at(FRIDAY, "10:00"))
    wrong = _answer(db, first, at(FRIDAY, "10:01"), right=False)
    assert wrong.offer is not None
    assert wrong.offer.second
    assert note_on_answer(wrong).id == "checkin-note-not-repaired"
    telling = tell_answer(wrong, Language.SIMPLIFIED)
    assert telling.lines[0].id == "checkin-not-repaired-yet"
    second = _put(db, at(FRIDAY, "10:02"))
    assert second.ref.purpose is Purpose.SECOND_REPAIR
    assert second.question.id != first.question.id
    mended = _answer(db, second, at(FRIDAY, "10:03"), right=True)
    assert (mended.correct, mended.offer) == (True, None)
    assert db.run_sync(streak_on, ME, FRIDAY, COMMUNITY).length == 14


def test_there_is_no_third_question(db: Database) -> None:
    db.run_sync(_pass_level)
    for minute in (0, 2):
        put = _put(db, at(FRIDAY, f"10:0{minute}"))
        outcome = _answer(db, put, at(FRIDAY, f"10:0{minute + 1}"), right=False)
    assert outcome.offer is None
    with pytest.raises(RepairTriedError):
        _put(db, at(FRIDAY, "10:05"))


def test_without_a_passed_level_there_is_one_question(db: Database) -> None:
    outcome = _answer(db, _put(db, at(FRIDAY, "10:00")), at(FRIDAY, "10:01"), right=False)
    assert outcome.offer is None
    with pytest.raises(RepairTriedError):
        _put(db, at(FRIDAY, "10:02"))


def test_the_second_question_is_none_of_the_days_around_it() -> None:
    for size in range(4, 40):
        second = place_in_bank(size, THURSDAY, Purpose.SECOND_REPAIR)
        others = {
            place_in_bank(size, THURSDAY, Purpose.REPAIR),
            place_in_bank(size, THURSDAY, Purpose.DAILY),
            place_in_bank(size, FRIDAY, Purpose.DAILY),
        }
        assert second not in others
