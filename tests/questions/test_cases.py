from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session

from bot.questions import cases
from bot.questions.promise import Promise
from bot.questions.states import CloseReason, EventKind, QuestionState
from db.models.question import QuestionCase
from db.repositories import questions
from db.session import Database
from tests.factories.questions import ASKER, GROUP, make_asked

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
S = QuestionState


class Desk:
    """Promises half an hour."""

    def enter(self, session: Session, case: QuestionCase, now: datetime) -> Promise:
        assert case.state is S.WAITING
        return Promise(now + timedelta(minutes=30))

    def changed(self, session: Session, case: QuestionCase, now: datetime) -> None: ...


def _opened(db: Database, message_id: int = 7, **changes: object) -> cases.Opened:
    return db.run_sync(cases.open_case, make_asked(message_id, **changes), NOW)


def _kinds(db: Database, case_id: int) -> list[EventKind]:
    return db.run_sync(lambda s: [event.kind for event in questions.events(s, case_id)])


def test_a_question_told_twice_opens_one_case(db: Database) -> None:
    first, again = _opened(db), _opened(db)
    assert first.is_new
    assert not again.is_new
    assert again.case.id == first.case.id
    assert _kinds(db, first.case.id) == [EventKind.OPENED]


def test_a_second_question_of_the_same_asker_in_the_same_place_points_to_the_open_case(
    db: Database,
) -> None:
    first, second = _opened(db, 7), _opened(db, 8)
    assert second.case.id == first.case.id
    assert not second.is_new


@pytest.mark.parametrize("other", [{"thread_id": 5}, {"asker_id": 502}, {"chat_id": GROUP - 1}])
def test_another_topic_asker_or_chat_is_another_case(db: Database, other: dict[str, int]) -> None:
    assert _opened(db, 7).is_new
    assert _opened(db, 8, **other).is_new


def test_a_closed_case_leaves_its_place_to_the_next(db: Database) -> None:
    case = _opened(db).case
    assert db.run_sync(cases.close, case, ASKER, CloseReason.BY_ASKER, NOW)
    assert _opened(db, 8).is_new


def test_of_two_who_claim_at_once_one_wins(db: Database) -> None:
    case = _opened(db).case
    db.run_sync(cases.hand_to_human, case.id, ASKER, NOW, Desk())

    def claim(who: int) -> bool:
        return db.run_sync(
            lambda s: cases.change(s, case.id, S.WAITING, S.HUMAN, NOW, assignee_id=who)
        )

    with ThreadPoolExecutor(4) as pool:
        won = list(pool.map(claim, [1, 2, 3, 4]))
    assert won.count(True) == 1
    stored = db.run_sync(cases.get, case.id)
    assert stored.assignee_id == 1 + won.index(True)
    assert stored.claimed_at == NOW


def test_a_step_that_the_table_does_not_know_is_a_mistake_of_the_caller(db: Database) -> None:
    case = _opened(db).case
    with pytest.raises(ValueError, match="human"):
        db.run_sync(cases.change, case.id, S.BOT, S.HUMAN, NOW)


def test_handing_to_a_human_keeps_the_promise_and_happens_once(db: Database) -> None:
    case = _opened(db).case
    promise = db.run_sync(cases.hand_to_human, case.id, ASKER, NOW, Desk())
    assert promise == Promise(NOW + timedelta(minutes=30))
    assert db.run_sync(cases.hand_to_human, case.id, ASKER, NOW, Desk()) is None
    stored = db.run_sync(cases.get, case.id)
    assert stored.state is S.WAITING
    assert stored.waiting_since == NOW
    assert stored.promised_at == NOW + timedelta(minutes=30)
    assert _kinds(db, case.id) == [EventKind.OPENED, EventKind.HANDED_TO_HUMAN]


def test_a_release_does_not_start_the_clock_anew(db: Database) -> None:
    case = _opened(db).case
    later = NOW + timedelta(minutes=9)
    db.run_sync(cases.hand_to_human, case.id, ASKER, NOW, Desk())
    db.run_sync(lambda s: cases.change(s, case.id, S.WAITING, S.HUMAN, later, assignee_id=9))
    assert db.run_sync(cases.change, case.id, S.HUMAN, S.WAITING, later)
    stored = db.run_sync(cases.get, case.id)
    assert (stored.waiting_since, stored.assignee_id) == (NOW, None)


def test_reopening_is_refused_while_another_case_of_the_place_is_open(db: Database) -> None:
    first = _opened(db, 7).case
    db.run_sync(cases.close, first, ASKER, CloseReason.BY_ASKER, NOW)
    _opened(db, 8)
    assert not db.run_sync(cases.change, first.id, S.CLOSED, S.WAITING, NOW)
    assert db.run_sync(cases.get, first.id).state is S.CLOSED


def test_a_line_with_a_key_is_written_once(db: Database) -> None:
    case = _opened(db).case
    line = cases.Line(EventKind.ADDED, ASKER, "补充", GROUP, 9, "add:9")
    assert db.run_sync(cases.note, case.id, line, NOW)
    assert not db.run_sync(cases.note, case.id, line, NOW)


def test_a_case_follows_its_group_to_a_new_chat(db: Database) -> None:
    case = _opened(db).case
    db.run_sync(questions.readdress, GROUP, GROUP - 5)
    stored = db.run_sync(cases.get, case.id)
    assert (stored.chat_id, stored.origin_chat_id) == (GROUP - 5, GROUP - 5)


def test_a_group_moves_although_an_asker_has_asked_in_its_new_chat_already(db: Database) -> None:
    _opened(db)
    _opened(db, 8, chat_id=-1009)
    db.run_sync(questions.readdress, GROUP, -1009)
    first, second = (db.run_sync(cases.get, number) for number in (1, 2))
    assert (first.state, first.chat_id, first.closed_at) == (S.CLOSED, -1009, NOW)
    assert second.state is S.BOT
