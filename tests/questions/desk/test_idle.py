from datetime import timedelta

from sqlmodel import Session

from bot.questions import cases
from bot.questions.cases import Line
from bot.questions.desk import watching
from bot.questions.desk.closing import IDLE_FOR
from bot.questions.desk.service import Experts
from bot.questions.states import CloseReason, EventKind, QuestionState
from bot.questions.steering import reopen
from db.models.question import QuestionCase
from tests.factories.experts import ASKER, DESK, GROUP, NOW, OPS, case_now, make_deed, posts
from tests.factories.questions import make_asked

A_SECOND = timedelta(seconds=1)


def _with_bot(session: Session, **more: object) -> QuestionCase:
    asked = make_asked(chat_id=GROUP, asker_id=ASKER, **more)
    return cases.open_case(session, asked, NOW).case


def test_what_the_bot_said_and_nobody_pressed_is_closed_after_a_day(session: Session) -> None:
    case = _with_bot(session)
    watching.tick(session, DESK, make_deed(99, NOW + IDLE_FOR - A_SECOND))
    assert case_now(session, case.id).state is QuestionState.BOT
    for _ in range(2):
        watching.tick(session, DESK, make_deed(99, NOW + IDLE_FOR))
    closed = case_now(session, case.id)
    assert (closed.state, closed.close_reason) == (QuestionState.CLOSED, CloseReason.QUIET)


def test_a_day_counts_from_the_last_word_in_a_case(session: Session) -> None:
    case, later = _with_bot(session), NOW + timedelta(hours=5)
    cases.note(session, case.id, Line(EventKind.REPHRASED, ASKER), later)
    watching.tick(session, DESK, make_deed(99, NOW + IDLE_FOR))
    assert case_now(session, case.id).state is QuestionState.BOT


def test_the_operators_get_no_card_of_what_no_person_was_asked(session: Session) -> None:
    case = _with_bot(session)
    cases.close(session, case, ASKER, CloseReason.BY_ASKER, NOW)
    watching.tick(session, DESK, make_deed(99, NOW))
    assert posts(session, OPS) == []
    assert not case_now(session, case.id).stale


def test_a_private_matter_is_never_opened_again_in_the_group(session: Session) -> None:
    case = _with_bot(session, is_sensitive=True)
    watching.tick(session, DESK, make_deed(99, NOW + IDLE_FOR))
    reopen(session, case.id, ASKER, Experts(lambda: DESK), NOW + IDLE_FOR)
    again = case_now(session, case.id)
    assert (again.state, again.chat_id, again.is_private) == (QuestionState.WAITING, ASKER, True)
