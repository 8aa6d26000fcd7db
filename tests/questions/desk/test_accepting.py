from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.archive.kinds import RecordKind
from bot.archive.service import Said, keep
from bot.questions.desk.accepting import accept_at, offer
from bot.questions.desk.errors import AcceptNotYoursError, AcceptUnfitError
from bot.questions.desk.peers import Pay, Unpaid
from bot.questions.states import QuestionState
from db.models.question import QuestionCase
from db.repositories import points
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
    make_waiting,
    posts,
)

MESSAGE = 7000


def make_reply(
    session: Session,
    case: QuestionCase,
    author: int = HELPER,
    message: int = MESSAGE,
    text: str = "先在App里申请权限，再做测评",
) -> int:
    said = Said(
        kind=RecordKind.RECEIVED,
        chat_id=GROUP,
        message_id=message,
        author_id=author,
        at=NOW,
        text=text,
        details={"reply_to": case.message_id},
    )
    keep(session, [said])
    session.flush()
    return message


def balance(session: Session, member: int = HELPER) -> int:
    found = points.balance_of(session, member)
    return found.amount if found else 0


def test_the_askers_word_rewards_the_helper_once_and_solves_the_question(session: Session) -> None:
    case = make_waiting(session)
    message = make_reply(session, case)
    helped = accept_at(session, DESK, GROUP, message, make_deed(ASKER))
    assert (helped.name, helped.pay) == ("小何", Pay(12))
    assert case_now(session, case.id).state is QuestionState.ANSWERED
    assert not accept_at(session, DESK, GROUP, message, make_deed(ASKER)).is_new
    assert balance(session) == 12


def test_an_experts_word_rewards_and_leaves_the_question_open(session: Session) -> None:
    case = make_waiting(session)
    message = make_reply(session, case)
    assert accept_at(session, DESK, GROUP, message, make_deed(EXPERT)).pay == Pay(12)
    assert case_now(session, case.id).state is QuestionState.WAITING


def test_nobody_accepts_their_own_answer_nor_what_answers_nothing(session: Session) -> None:
    case = make_waiting(session)
    own = make_reply(session, case, author=ASKER)
    with pytest.raises(AcceptUnfitError):
        accept_at(session, DESK, GROUP, own, make_deed(ASKER))
    with pytest.raises(AcceptUnfitError):
        accept_at(session, DESK, GROUP, 4711, make_deed(ASKER))
    other = make_reply(session, case, message=MESSAGE + 1)
    with pytest.raises(AcceptNotYoursError):
        accept_at(session, DESK, GROUP, other, make_deed(HELPER))


def test_an_answer_that_may_not_be_said_is_not_accepted(session: Session) -> None:
    case = make_waiting(session)
    bad = make_reply(session, case, text="跟我做，保证收益，稳赚不赔")
    with pytest.raises(AcceptUnfitError):
        accept_at(session, DESK, GROUP, bad, make_deed(ASKER))
    assert offer(session, DESK, NOW) == 0


def test_staff_and_advice_are_thanked_without_points(session: Session) -> None:
    case = make_waiting(session)
    by_staff = make_reply(session, case, author=SECOND)
    helped = accept_at(session, DESK, GROUP, by_staff, make_deed(ASKER))
    assert helped.pay == Pay(0, Unpaid.STAFF)
    advice = make_waiting(session, thread_id=9, is_advice=True)
    asked = make_reply(session, advice, message=MESSAGE + 1)
    helped = accept_at(session, DESK, GROUP, asked, make_deed(ASKER))
    assert helped.pay == Pay(0, Unpaid.ADVICE)
    assert balance(session) == balance(session, SECOND) == 0


def test_the_same_pair_earns_half_and_then_nothing_within_thirty_days(session: Session) -> None:
    paid = []
    for n, days in enumerate((0, 1, 2, 40)):
        case = make_waiting(session, thread_id=n + 1)
        message = make_reply(session, case, message=MESSAGE + n)
        deed = make_deed(ASKER, NOW + timedelta(days=days))
        paid.append(accept_at(session, DESK, GROUP, message, deed).pay.points)
    assert paid[:3] == [12, 6, 0]
    assert paid[3] > 0


def test_the_asker_is_asked_once_whether_a_members_reply_solved_it(session: Session) -> None:
    case = make_waiting(session)
    make_reply(session, case)
    make_reply(session, case, author=SECOND, message=MESSAGE + 1)
    make_reply(session, case, message=MESSAGE + 2, text="顶")
    assert [offer(session, DESK, NOW) for _ in range(2)] == [1, 0]
    asked = posts(session, GROUP)[0]
    assert asked.reply_to == MESSAGE
    assert asked.buttons[0][0]["data"].startswith(f"qsolved:{case.id}-")
    assert "小何" in asked.markup


def test_nobody_is_asked_about_a_question_for_advice(session: Session) -> None:
    case = make_waiting(session, is_advice=True)
    make_reply(session, case)
    assert offer(session, DESK, NOW) == 0
