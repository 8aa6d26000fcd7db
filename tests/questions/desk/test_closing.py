from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from bot.questions.desk import watching
from bot.questions.desk.answering import answer, ask_back
from bot.questions.desk.claiming import claim
from bot.questions.desk.closing import BAD, GOOD, close, make_entry, rate
from bot.questions.desk.errors import (
    QuestionEndedError,
    QuestionTakenError,
    RatingLateError,
    RatingNotYoursError,
)
from bot.questions.desk.service import Experts
from bot.questions.states import CloseReason, EventKind, QuestionState
from bot.questions.steering import reopen
from db.models.question import QuestionCase
from db.repositories import expert_desk, questions
from tests.factories.experts import (
    ASKER,
    DESK,
    EXPERT,
    GROUP,
    HELPER,
    NOW,
    SECOND,
    case_now,
    make_deed,
    make_desk,
    make_typed,
    make_waiting,
    posts,
)


class Shelf:
    """Keeps what it is given."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, int]] = []

    def suggestions(self, session: Session, case: QuestionCase, now: datetime) -> list[str]:
        return ["科创板开通条件"]

    def draft(
        self, session: Session, case: QuestionCase, answer: str, owner_id: int, now: datetime
    ) -> int:
        self.kept.append((answer, owner_id))
        return 17


def make_answered(session: Session) -> QuestionCase:
    case = make_waiting(session)
    answer(session, DESK, case.id, make_typed("先开通权限"), make_deed())
    return case_now(session, case.id)


def test_closing_without_an_answer_is_told_to_whoever_asked(session: Session) -> None:
    case = make_waiting(session)
    claim(session, DESK, case.id, make_deed())
    with pytest.raises(QuestionTakenError):
        close(session, DESK, case.id, make_deed(SECOND))
    closed = close(session, DESK, case.id, make_deed())
    assert (closed.state, closed.close_reason) == (QuestionState.CLOSED, CloseReason.BY_STAFF)
    assert "没有另外的回答" in posts(session, GROUP)[0].markup
    assert close(session, DESK, case.id, make_deed()).version == closed.version


def test_closing_after_an_answer_disturbs_nobody(session: Session) -> None:
    case = make_answered(session)
    close(session, DESK, case.id, make_deed())
    assert len(posts(session, GROUP)) == 1


def test_an_asker_who_does_not_answer_back_ends_the_case_and_is_told(session: Session) -> None:
    case = make_waiting(session)
    ask_back(session, DESK, case.id, make_typed("哪个市场？"), make_deed())
    for _ in range(2):
        watching.tick(session, DESK, make_deed(99, NOW + timedelta(days=4)))
    assert case_now(session, case.id).close_reason is CloseReason.QUIET
    assert sum("等了两个交易日" in post.markup for post in posts(session, GROUP)) == 1


def test_the_asker_rates_once_and_may_change_it(session: Session) -> None:
    case = make_answered(session)
    for score in (BAD, GOOD, GOOD):
        assert rate(session, case.id, score, make_deed(ASKER)).rating == score
    found = expert_desk.ratings_between(session, NOW, NOW + timedelta(hours=1))
    assert [(rating.expert_id, rating.score) for rating in found] == [(EXPERT, GOOD)]


def test_nobody_else_rates_and_not_for_ever(session: Session) -> None:
    case = make_answered(session)
    for other in (HELPER, EXPERT):
        with pytest.raises(RatingNotYoursError):
            rate(session, case.id, GOOD, make_deed(other))
    with pytest.raises(RatingLateError):
        rate(session, case.id, GOOD, make_deed(ASKER, NOW + timedelta(days=8)))


def test_an_answer_becomes_a_draft_once(session: Session) -> None:
    shelf = Shelf()
    desk, case = make_desk(shelf=shelf), make_answered(session)
    assert make_entry(session, desk, case.id, make_deed()) == 17
    assert make_entry(session, desk, case.id, make_deed(SECOND)) == 17
    assert shelf.kept == [("先开通权限", EXPERT)]
    assert len(questions.events(session, case.id, [EventKind.DRAFTED])) == 1


def test_what_has_no_answer_becomes_no_draft(session: Session) -> None:
    case = make_waiting(session)
    with pytest.raises(QuestionEndedError):
        make_entry(session, make_desk(shelf=Shelf()), case.id, make_deed())


def test_without_a_knowledge_base_nothing_becomes_an_entry(session: Session) -> None:
    case = make_answered(session)
    assert make_entry(session, DESK, case.id, make_deed()) is None


def test_the_card_names_entries_that_may_help(session: Session) -> None:
    make_waiting(session, desk=make_desk(shelf=Shelf()))
    assert "可参考：「科创板开通条件」" in posts(session)[0].markup


def test_an_answer_to_a_reopened_question_is_rated_for_itself(session: Session) -> None:
    case = make_answered(session)
    rate(session, case.id, BAD, make_deed(ASKER))
    reopen(session, case.id, ASKER, Experts(lambda: DESK), NOW)
    answer(session, DESK, case.id, make_typed("再答一次"), make_deed(SECOND))
    assert case_now(session, case.id).rating is None
