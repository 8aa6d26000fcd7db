from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from bot.members.tiers import Purpose, Tier
from bot.questions import cases
from bot.questions.desk import answering, showing, telling, watching
from bot.questions.desk.service import Experts
from bot.questions.states import EventKind, QuestionState
from db.models.question import QuestionEvent
from db.repositories import groups, questions
from tests.factories.experts import (
    ASKER,
    DESK,
    EXPERT,
    GROUP,
    NOW,
    OPS,
    case_now,
    deliver,
    make_addition,
    make_deed,
    make_typed,
    make_waiting,
    minutes,
    posts,
)
from tests.factories.points import make_person
from tests.factories.questions import make_asked


def test_a_question_gets_its_deadline_and_a_card(session: Session) -> None:
    case = make_waiting(session)
    assert case.due_at == case.promised_at == NOW + minutes(60)
    card = posts(session, OPS)[0]
    for part in (f"{case.id} 号提问", "进阶", "小林", "科创板怎么开通", "10:30", "@u60"):
        assert part in card.markup, part
    assert str(ASKER) not in card.markup
    assert [button["data"] for row in card.buttons for button in row] == [
        f"expert:claim-{case.id}",
        f"expert:close-{case.id}",
    ]


def test_cards_stand_in_the_operators_topic_for_questions(session: Session) -> None:
    group = groups.by_chat(session, OPS)
    groups.bind_topic(session, group.id, Purpose.QUESTIONS, 33)
    make_waiting(session)
    assert posts(session, OPS)[0].thread_id == 33


def test_personal_data_is_painted_over_on_the_card(session: Session) -> None:
    make_waiting(session, text="我的手机 13800138000 收不到验证码")
    assert "13800138000" not in posts(session, OPS)[0].markup


def test_past_the_calendars_end_nothing_is_promised_until_the_calendar_goes_on(
    session: Session,
) -> None:
    late = datetime(2026, 12, 31, 9, 0, tzinfo=UTC)
    case = make_waiting(session, now=late, tier=Tier.NEWBIE)
    assert (case.due_at, case.promised_at) == (None, None)
    assert "交易日历不够长" in posts(session, OPS)[0].markup
    assert watching.tick(session, DESK, make_deed(99, late + minutes(5))) == 0


def test_the_longest_questions_and_names_fit_the_card(session: Session) -> None:
    make_person(session, 77, "&" * 256)
    make_waiting(session, asker_id=77, text="<" * 1000)
    assert posts(session, OPS)[0].markup.count("&lt;") == 1000


def test_a_replayed_tick_or_refresh_writes_no_second_card(session: Session) -> None:
    case = make_waiting(session)
    for _ in range(3):
        showing.refresh(session, DESK, case, NOW)
        watching.tick(session, DESK, make_deed(99))
    assert len(posts(session, OPS)) == 1
    deliver(session)
    for _ in range(3):
        watching.tick(session, DESK, make_deed(99, NOW))
    assert len(posts(session, OPS)) == 1
    assert case_now(session, case.id).card_message_id == posts(session, OPS)[0].message_id


def test_a_deleted_card_is_posted_anew(session: Session) -> None:
    from bot.delivery.lanes import DeliveryState
    from db.repositories import deliveries

    case = make_waiting(session)
    deliver(session)
    make_addition(session, case.id, "沪市的账户", NOW)
    edit = posts(session, OPS)[1]
    assert "沪市的账户" in edit.markup
    edit.state = DeliveryState.FAILED
    again = deliveries.with_key(session, edit.otherwise)
    again.state = DeliveryState.QUEUED
    session.flush()
    deliver(session, NOW + minutes(1))
    watching.tick(session, DESK, make_deed(99, NOW + minutes(1)))
    card = case_now(session, case.id)
    assert card.card_message_id == again.message_id
    kinds = [event.kind for event in questions.events(session, case.id)]
    assert EventKind.CARD_LOST in kinds


def test_what_the_asker_adds_to_an_answered_question_opens_it_again(session: Session) -> None:
    case = make_waiting(session)
    answering.answer(session, DESK, case.id, make_typed(), make_deed())
    later = NOW + minutes(90)
    told = make_addition(session, case.id, "还是不行", later, message=31)
    case = case_now(session, case.id)
    assert (case.state, case.reopened) == (QuestionState.WAITING, 1)
    assert told.promise.answer_by == case.due_at == datetime(2026, 11, 20, 5, 30, tzinfo=UTC)
    make_addition(session, case.id, "还是不行", later, message=31)
    assert case_now(session, case.id).reopened == 1


def test_the_desk_stands_behind_asking(session: Session) -> None:
    desk = Experts(lambda: DESK)
    case = cases.open_case(session, make_asked(900, chat_id=GROUP, asker_id=ASKER), NOW).case
    promise = cases.hand_to_human(session, case.id, ASKER, NOW, desk)
    assert promise.answer_by == NOW + timedelta(hours=5, minutes=30)
    desk.changed(session, case_now(session, case.id), NOW)


def test_a_reply_to_what_the_desk_said_leads_to_the_question(session: Session) -> None:
    case = make_waiting(session)
    answering.answer(session, DESK, case.id, make_typed(), make_deed())
    deliver(session)
    told = posts(session, GROUP)[0]
    found = telling.case_behind(session, ASKER, GROUP, told.message_id)
    assert found is not None
    assert found.id == case.id
    assert telling.case_behind(session, EXPERT, GROUP, told.message_id) is None


def test_every_step_is_in_the_trace(session: Session) -> None:
    case = make_waiting(session)
    answering.answer(session, DESK, case.id, make_typed(), make_deed())
    events: list[QuestionEvent] = list(questions.events(session, case.id))
    assert [event.kind.value for event in events] == [
        "opened",
        "handed-to-human",
        "promised",
        "claimed",
        "answered",
    ]
