from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from bot.delivery.lanes import DeliveryState
from bot.members.tiers import Presence
from bot.questions.desk import watching
from bot.questions.desk.answering import answer, ask_back
from bot.questions.desk.claiming import claim
from bot.questions.desk.errors import (
    AnswerBlockedError,
    AnswerEmptyError,
    NotLicensedError,
    QuestionTakenError,
)
from bot.questions.desk.telling import Reach
from bot.questions.states import EventKind, QuestionState
from bot.telegram.render import to_html
from db.repositories import expert_desk, groups, members, questions
from tests.factories.experts import (
    ASKER,
    DESK,
    EXPERT,
    GROUP,
    NOW,
    OPS,
    OWNER,
    SECOND,
    case_now,
    deliver,
    make_addition,
    make_deed,
    make_licence,
    make_typed,
    make_waiting,
    minutes,
    posts,
)


def test_a_reply_takes_the_question_and_goes_below_it_in_public(session: Session) -> None:
    case = make_waiting(session, thread_id=5)
    passed = answer(session, DESK, case.id, make_typed("要先开通权限"), make_deed())
    assert (passed.reach, passed.missed) == (Reach.PUBLIC, False)
    case = case_now(session, case.id)
    assert (case.state, case.answered_by) == (QuestionState.ANSWERED, EXPERT)
    told = posts(session, GROUP)[0]
    assert (told.thread_id, told.reply_to) == (5, case.message_id)
    for part in ("顾问 林顾问", "要先开通权限", "直接回复这条"):
        assert part in told.markup
    assert [b["data"] for b in told.buttons[0]] == [f"qrate:{case.id}-5", f"qrate:{case.id}-1"]


def test_the_answer_to_a_private_question_stays_private(session: Session) -> None:
    case = make_waiting(session, chat_id=ASKER, is_private=True)
    assert answer(session, DESK, case.id, make_typed(), make_deed()).reach is Reach.PRIVATE
    assert [post.chat_id for post in posts(session) if post.chat_id != OPS] == [ASKER]


def test_an_answer_replayed_is_sent_once(session: Session) -> None:
    case, typed = make_waiting(session), make_typed()
    for _ in range(2):
        answer(session, DESK, case.id, typed, make_deed())
    assert len(posts(session, GROUP)) == 1


def test_a_stopped_answer_is_not_sent_and_says_where_and_why(session: Session) -> None:
    case = make_waiting(session)
    with pytest.raises(AnswerBlockedError) as refused:
        answer(session, DESK, case.id, make_typed("放心买，保证收益，稳赚不赔"), make_deed())
    said = [DESK.words.say(DESK.language, each) for each in refused.value.fields["findings"]]
    assert "保证收益" in "".join(said)
    assert posts(session, GROUP) == []
    assert case_now(session, case.id).state is QuestionState.WAITING


def test_an_answer_of_somebody_else_than_who_has_it_is_refused_with_the_name(
    session: Session,
) -> None:
    case = make_waiting(session)
    claim(session, DESK, case.id, make_deed(SECOND))
    with pytest.raises(QuestionTakenError) as refused:
        answer(session, DESK, case.id, make_typed(), make_deed(EXPERT))
    assert refused.value.fields["who"] == "陈顾问"


def test_a_licence_is_checked_again_when_the_answer_comes(session: Session) -> None:
    case = make_waiting(session, is_advice=True)
    make_licence(session)
    claim(session, DESK, case.id, make_deed())
    expert_desk.revoke_licences(session, EXPERT, "advisory", OWNER, NOW)
    with pytest.raises(NotLicensedError):
        answer(session, DESK, case.id, make_typed(), make_deed())


def test_advice_carries_the_number_of_the_licence(session: Session) -> None:
    case = make_waiting(session, is_advice=True)
    make_licence(session)
    answer(session, DESK, case.id, make_typed("先想清楚自己能承受多大波动"), make_deed())
    assert "证券投资咨询 S0010120080001" in posts(session, GROUP)[0].markup


@pytest.mark.parametrize(
    ("said", "risk"),
    [
        ("先想清楚自己能承受多大波动", "投资有风险，以上为信息分享"),
        ("基金的波动，先想清楚能承受多少", "基金有风险，过往业绩不代表将来"),
    ],
)
def test_advice_ends_with_one_risk_line_for_what_it_speaks_of(
    session: Session, said: str, risk: str
) -> None:
    case = make_waiting(session, is_advice=True)
    make_licence(session)
    answer(session, DESK, case.id, make_typed(said), make_deed())
    markup = posts(session, GROUP)[0].markup
    assert risk in markup
    assert markup.count("有风险") == 1


def test_a_second_reply_is_passed_on_as_well(session: Session) -> None:
    case = make_waiting(session)
    for text in ("先看这里", "再补一句"):
        answer(session, DESK, case.id, make_typed(text), make_deed())
    assert [text in posts(session, GROUP)[n].markup for n, text in enumerate(("先看", "再补"))]
    answers = questions.events(session, case.id, [EventKind.ANSWERED])
    assert [event.details["further"] for event in answers] == [False, True]


def test_a_long_answer_is_split_and_nothing_of_it_is_lost(session: Session) -> None:
    from markupsafe import Markup

    case, text = make_waiting(session), "权限 & 资产证明 " * 500
    answer(session, DESK, case.id, make_typed(text), make_deed())
    pieces = to_html(Markup(posts(session, GROUP)[0].markup))
    assert len(pieces) > 1
    assert "".join(pieces).count("资产证明") == 500


def test_an_answer_without_words_is_refused(session: Session) -> None:
    case = make_waiting(session)
    with pytest.raises(AnswerEmptyError):
        answer(session, DESK, case.id, make_typed("  "), make_deed())


def test_who_left_the_group_is_answered_in_private_and_the_card_tells(session: Session) -> None:
    case = make_waiting(session)
    group = groups.by_chat(session, GROUP)
    members.set_presence(session, group.id, ASKER, Presence.LEFT, NOW)
    assert answer(session, DESK, case.id, make_typed(), make_deed()).reach is Reach.LEFT
    assert posts(session, GROUP) == []
    told = posts(session, ASKER)[0]
    assert told.reply_to is None
    assert "已离开群" in posts(session, OPS)[0].markup


def test_what_cannot_be_delivered_is_kept_and_told_once_on_the_card(session: Session) -> None:
    case = make_waiting(session, chat_id=ASKER)
    answer(session, DESK, case.id, make_typed("回答在此"), make_deed())
    posts(session, ASKER)[0].state = DeliveryState.FAILED
    session.flush()
    for _ in range(2):
        watching.tick(session, DESK, make_deed(99, NOW + minutes(1)))
    lost = questions.events(session, case.id, [EventKind.ASKER_UNREACHABLE])
    assert len(lost) == 1
    assert "没能送到提问人" in posts(session, OPS)[0].markup
    assert questions.events(session, case.id, [EventKind.ANSWERED])[0].text == "回答在此"


def test_while_the_asker_is_asked_back_the_clock_stands_and_then_moves_on(session: Session) -> None:
    case = make_waiting(session)
    asked = make_typed("您的账户开了多久？")
    ask_back(session, DESK, case.id, asked, make_deed(now=NOW + minutes(10)))
    case = case_now(session, case.id)
    assert (case.state, case.asked_back_at) == (QuestionState.HUMAN, NOW + minutes(10))
    assert "您的账户开了多久" in posts(session, GROUP)[0].markup
    watching.tick(session, DESK, make_deed(99, NOW + minutes(65)))
    assert case_now(session, case.id).missed_at is None
    make_addition(session, case.id, "两年多", NOW + minutes(70))
    case = case_now(session, case.id)
    # An hour of the clock stood: what was due at 10:30 is due at 11:30.
    assert (case.asked_back_at, case.due_at) == (None, datetime(2026, 11, 20, 3, 30, tzinfo=UTC))
    assert case.clock_stopped_seconds == 3600
    assert any("11:30" in post.markup for post in posts(session, GROUP)[1:])
    answer(session, DESK, case.id, make_typed(), make_deed(now=NOW + minutes(110)))
    told = questions.events(session, case.id, [EventKind.ANSWERED])[0].details
    assert (told["minutes"], told["kept"]) == (50, True)


def test_the_card_says_how_the_question_was_answered(session: Session) -> None:
    case = make_waiting(session)
    deliver(session)
    answer(session, DESK, case.id, make_typed(), make_deed())
    assert "林顾问 已回答 · 按时" in posts(session, OPS)[-1].markup
