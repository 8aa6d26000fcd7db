from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import Session

from bot.questions.desk.answering import ask_back
from bot.questions.desk.claiming import claim, colleagues, hand_on, release
from bot.questions.desk.errors import (
    NotAnExpertError,
    NotLicensedError,
    OwnQuestionError,
    QuestionTakenError,
)
from bot.questions.states import QuestionState
from db.session import Database
from tests.factories.experts import (
    ASKER,
    DESK,
    EXPERT,
    GROUP,
    NOW,
    OPERATOR,
    OPS,
    OWNER,
    SECOND,
    case_now,
    deliver,
    make_deed,
    make_licence,
    make_people,
    make_typed,
    make_waiting,
    minutes,
    posts,
)


def test_the_first_has_it_and_the_other_is_told_who(session: Session) -> None:
    case = make_waiting(session)
    assert claim(session, DESK, case.id, make_deed()).assignee_id == EXPERT
    assert claim(session, DESK, case.id, make_deed()).state is QuestionState.HUMAN
    with pytest.raises(QuestionTakenError) as refused:
        claim(session, DESK, case.id, make_deed(SECOND))
    assert refused.value.fields["who"] == "林顾问"
    assert "林顾问 已接手" in posts(session, OPS)[0].markup


def test_of_two_who_take_it_at_once_exactly_one_has_it(db: Database) -> None:
    def prepare(session: Session) -> int:
        make_people(session)
        return make_waiting(session).id

    case_id = db.run_sync(prepare)

    def take(expert: int) -> str:
        try:
            db.run_sync(claim, DESK, case_id, make_deed(expert))
        except QuestionTakenError as taken:
            return f"refused: {taken.fields['who']}"
        return "took"

    with ThreadPoolExecutor(2) as pool:
        results = sorted(pool.map(take, (EXPERT, SECOND)))
    assert results[1] == "took"
    winner = db.run_sync(case_now, case_id).assignee_id
    assert results[0] == f"refused: {'林顾问' if winner == EXPERT else '陈顾问'}"


def test_it_is_given_back_by_who_has_it_or_by_an_operator(session: Session) -> None:
    case = make_waiting(session)
    claim(session, DESK, case.id, make_deed())
    with pytest.raises(QuestionTakenError):
        release(session, DESK, case.id, make_deed(SECOND))
    back = release(session, DESK, case.id, make_deed(OPERATOR))
    assert (back.state, back.assignee_id, back.due_at) == (QuestionState.WAITING, None, case.due_at)


def test_taking_and_giving_back_again_redraws_the_card_each_time(session: Session) -> None:
    case = make_waiting(session)
    deliver(session)
    for _ in range(2):
        claim(session, DESK, case.id, make_deed())
        deliver(session)
        release(session, DESK, case.id, make_deed())
        deliver(session)
    shown = ["待接手" in post.markup for post in posts(session, OPS)]
    assert shown == [True, False, True, False, True]


def test_it_is_handed_on_to_a_colleague_who_is_called(session: Session) -> None:
    case = make_waiting(session)
    claim(session, DESK, case.id, make_deed())
    assert {
        each.id for each in colleagues(session, DESK, case_now(session, case.id), make_deed())
    } == {
        SECOND,
        OPERATOR,
        OWNER,
    }
    with pytest.raises(NotAnExpertError):
        hand_on(session, DESK, case.id, ASKER, make_deed())
    assert hand_on(session, DESK, case.id, SECOND, make_deed()).assignee_id == SECOND
    assert "陈顾问" in posts(session, OPS)[-1].markup


def test_advice_is_taken_and_handed_on_only_with_a_licence_valid_that_day(session: Session) -> None:
    case = make_waiting(session, is_advice=True)
    with pytest.raises(NotLicensedError):
        claim(session, DESK, case.id, make_deed())
    make_licence(session, EXPERT)
    assert claim(session, DESK, case.id, make_deed()).assignee_id == EXPERT
    with pytest.raises(NotLicensedError) as refused:
        hand_on(session, DESK, case.id, SECOND, make_deed())
    said = DESK.words.say(DESK.language, refused.value.fields["who"])
    assert said == "林顾问"


def test_the_card_says_who_is_missing_where_nobody_may_take_it(session: Session) -> None:
    make_waiting(session, is_advice=True, topic_tag="margin")
    markup = posts(session, OPS)[0].markup
    assert "没有人可以接" in markup
    assert "证券投资咨询和融资融券" in markup


def test_nobody_takes_their_own_question(session: Session) -> None:
    case = make_waiting(session, asker_id=EXPERT)
    with pytest.raises(OwnQuestionError):
        claim(session, DESK, case.id, make_deed(EXPERT, NOW + minutes(1)))


def test_an_asker_who_was_asked_back_hears_of_the_new_time_when_the_case_is_released(
    session: Session,
) -> None:
    case = make_waiting(session)
    ask_back(session, DESK, case.id, make_typed("开了多久"), make_deed())
    release(session, DESK, case.id, make_deed(now=NOW + minutes(20)))
    told = posts(session, GROUP)[-1]
    assert case_now(session, case.id).due_at == NOW + minutes(80)
    assert "10:50" in told.markup
    assert "改为最晚" in told.markup


def test_releasing_a_case_whose_clock_ran_tells_its_asker_nothing(session: Session) -> None:
    case = make_waiting(session)
    claim(session, DESK, case.id, make_deed())
    release(session, DESK, case.id, make_deed(now=NOW + minutes(20)))
    assert posts(session, GROUP) == []
