from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.delivery.acts import Act
from bot.questions.desk.adding import is_thanks
from bot.questions.desk.answering import answer
from bot.questions.question import Kind
from bot.questions.states import QuestionState
from tests.factories.experts import (
    DESK,
    GROUP,
    NOW,
    OPS,
    case_now,
    make_addition,
    make_deed,
    make_typed,
    make_waiting,
    posts,
)


@pytest.mark.parametrize(
    "text", ["谢谢！", "好的，明白了", "多谢老师🙏", "OK thanks", "👍", "收到"]
)
def test_thanks_are_thanks(text: str) -> None:
    assert is_thanks(text)


@pytest.mark.parametrize(
    "text", ["谢谢，那深市呢", "好的，还有一个问题想问", "不明白", "ok but why"]
)
def test_what_says_more_is_no_thanks(text: str) -> None:
    assert not is_thanks(text)


def test_thanks_for_an_answer_open_nothing(session: Session) -> None:
    case = make_waiting(session)
    answer(session, DESK, case.id, make_typed(), make_deed())
    assert make_addition(session, case.id, "谢谢老师", NOW).kind is Kind.QUIET
    assert case_now(session, case.id).state is QuestionState.ANSWERED


def test_what_ended_long_ago_stays_ended(session: Session) -> None:
    case = make_waiting(session)
    answer(session, DESK, case.id, make_typed(), make_deed())
    late = NOW + timedelta(days=8)
    assert make_addition(session, case.id, "还是不行", late).kind is Kind.TOO_LATE


def test_what_is_added_while_people_have_it_stands_on_the_card(session: Session) -> None:
    case = make_waiting(session)
    assert make_addition(session, case.id, "是沪市的", NOW).kind is Kind.ADDED
    assert "补充：是沪市的" in posts(session, OPS)[0].markup


def test_private_data_in_a_public_reply_to_the_desk_is_removed_and_masked(session: Session) -> None:
    case = make_waiting(session)
    make_addition(session, case.id, "我的资金账号是 310012345678", NOW, message=4711)
    (gone,) = [post for post in posts(session, GROUP) if post.act is Act.DELETE]
    assert gone.message_id == 4711
    assert "310012345678" not in posts(session, OPS)[0].markup
