from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from bot.questions.desk import stopping, watching
from bot.questions.desk.answering import answer
from bot.questions.desk.errors import NoStopError, StopReasonError, StopRunsError
from bot.questions.states import EventKind
from db.repositories import questions
from tests.factories.experts import (
    DESK,
    GROUP,
    NOW,
    OPERATOR,
    OPS,
    case_now,
    make_deed,
    make_typed,
    make_waiting,
    minutes,
    posts,
)


def pause(session: Session, later: int = 0) -> None:
    stopping.pause(session, DESK, "行情系统故障", make_deed(OPERATOR, NOW + minutes(later)))


def resume(session: Session, later: int) -> int:
    return stopping.resume(session, DESK, make_deed(OPERATOR, NOW + minutes(later)))


def test_the_deadline_moves_by_what_stood_and_the_asker_hears_of_it(session: Session) -> None:
    case = make_waiting(session)
    pause(session, 10)
    for later in (35, 65):
        watching.tick(session, DESK, make_deed(99, NOW + minutes(later)))
    assert case_now(session, case.id).missed_at is None
    assert resume(session, 70) == 1
    case = case_now(session, case.id)
    assert case.due_at == datetime(2026, 11, 20, 3, 30, tzinfo=UTC)
    held, told = posts(session, GROUP)
    assert "临时暂停" in held.markup
    assert "今天 11:30" in told.markup
    answer(session, DESK, case.id, make_typed(), make_deed(now=NOW + minutes(80)))
    details = questions.events(session, case.id, [EventKind.ANSWERED])[0].details
    assert (details["minutes"], details["kept"]) == (20, True)


def test_a_pause_over_lunch_moves_nothing_and_tells_nobody(session: Session) -> None:
    case = make_waiting(session)
    pause(session, 121)
    assert resume(session, 200) == 0
    assert case_now(session, case.id).due_at == case.due_at
    assert posts(session, GROUP) == []


def test_what_was_missed_before_stays_missed(session: Session) -> None:
    case = make_waiting(session)
    watching.tick(session, DESK, make_deed(99, NOW + minutes(61)))
    pause(session, 62)
    assert resume(session, 70) == 0
    assert case_now(session, case.id).due_at == case.due_at


def test_while_it_lasts_nothing_is_promised_and_afterwards_it_is(session: Session) -> None:
    pause(session)
    case = make_waiting(session, now=NOW + minutes(5))
    assert case.due_at is None
    assert "全台暂停计时" in posts(session, OPS)[-1].markup
    resume(session, 35)
    assert case_now(session, case.id).due_at == NOW + minutes(95)
    assert "今天 11:05" in posts(session, GROUP)[0].markup


def test_the_switch_has_two_positions(session: Session) -> None:
    with pytest.raises(NoStopError):
        resume(session, 0)
    pause(session)
    with pytest.raises(StopRunsError) as refused:
        pause(session, 1)
    assert refused.value.fields["reason"] == "行情系统故障"
    resume(session, 2)
    pause(session, 3)


def test_a_pause_needs_its_reason(session: Session) -> None:
    for reason in ("", "x", "长" * 201):
        with pytest.raises(StopReasonError):
            stopping.pause(session, DESK, reason, make_deed(OPERATOR))
