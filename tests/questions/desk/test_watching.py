from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session

from bot.calendar.holiday_drafts import propose, put_in_force
from bot.members.roles import Role
from bot.members.tiers import Presence, Tier
from bot.questions.desk import watching
from bot.questions.desk.answering import answer
from bot.questions.desk.claiming import claim
from bot.questions.states import EventKind, QuestionState
from db.models import Delivery
from db.repositories import groups, members, points, questions
from tests.factories.experts import (
    ASKER,
    DESK,
    EXPERT,
    GROUP,
    NOW,
    OPERATOR,
    OPS,
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


def tick(session: Session, later: int, times: int = 2) -> None:
    """Tick, twice as two processes might, so many minutes after the question came."""
    for _ in range(times):
        watching.tick(session, DESK, make_deed(99, NOW + minutes(later)))


def pings(session: Session) -> list[Delivery]:
    return [post for post in posts(session, OPS) if post.send_key.startswith("qping:")]


def kinds(session: Session, case_id: int) -> list[str]:
    return [event.kind.value for event in questions.events(session, case_id)]


def test_before_half_the_time_nobody_is_disturbed(session: Session) -> None:
    make_waiting(session)
    tick(session, 29)
    assert pings(session) == []


def test_half_the_end_the_miss_and_the_owners_are_told_once_each(session: Session) -> None:
    case = make_waiting(session)
    for later in range(1, 240, 3):
        tick(session, later)
    told = [post.send_key.split(":")[2] for post in pings(session)]
    assert told == ["half", "end", "missed", "owners"]
    assert kinds(session, case.id)[3:] == [
        "reminded",
        "reminded",
        "missed",
        "compensated",
        "escalated",
    ]


def test_reminders_call_whoever_has_it_and_hang_below_the_card(session: Session) -> None:
    case = make_waiting(session)
    deliver(session)
    claim(session, DESK, case.id, make_deed())
    tick(session, 31)
    ping = pings(session)[0]
    assert "@u60" in ping.markup
    assert "今天 10:30" in ping.markup
    assert ping.reply_to == posts(session, OPS)[0].message_id


def test_after_an_outage_only_the_latest_reminder_is_told(session: Session) -> None:
    make_waiting(session)
    tick(session, 58)
    assert [post.send_key.split(":")[2] for post in pings(session)] == ["end"]


def test_an_answer_in_time_is_never_called_late(session: Session) -> None:
    case = make_waiting(session)
    answer(session, DESK, case.id, make_typed(), make_deed(now=NOW + minutes(59)))
    tick(session, 300)
    assert case_now(session, case.id).missed_at is None
    assert pings(session) == []
    details = questions.events(session, case.id, [EventKind.ANSWERED])[0].details
    assert (details["promised"], details["kept"], details["minutes"]) == (True, True, 59)


def test_a_missed_promise_is_made_up_for_once_and_said_sorry_for(session: Session) -> None:
    case = make_waiting(session)
    tick(session, 61)
    sorry = posts(session, GROUP)
    assert len(sorry) == 1
    assert "抱歉" in sorry[0].markup
    assert "10 积分" in sorry[0].markup
    balance = points.balance_of(session, ASKER)
    assert balance is not None
    assert balance.amount == 10
    late = answer(session, DESK, case.id, make_typed(), make_deed(now=NOW + minutes(80)))
    assert late.missed


def test_an_answer_after_the_time_is_made_up_for_even_before_the_clock_looks(
    session: Session,
) -> None:
    case = make_waiting(session)
    answer(session, DESK, case.id, make_typed(), make_deed(now=NOW + minutes(61)))
    tick(session, 62)
    assert kinds(session, case.id)[-2:] == ["missed", "compensated"]
    answered, sorry = posts(session, GROUP)
    assert "回答已经在上面" in sorry.markup
    assert "超时" in posts(session, OPS)[0].markup
    balance = points.balance_of(session, ASKER)
    assert balance is not None
    assert balance.amount == 10
    assert answered.send_key.startswith("qanswer:")


def test_a_second_miss_of_the_same_question_gives_nothing_more(session: Session) -> None:
    case = make_waiting(session)
    tick(session, 61)
    answer(session, DESK, case.id, make_typed(), make_deed(now=NOW + minutes(80)))

    make_addition(session, case.id, "还是不懂", NOW + minutes(230))
    tick(session, 300)
    assert case_now(session, case.id).missed_at is not None
    balance = points.balance_of(session, ASKER)
    assert balance is not None
    assert balance.amount == 10
    assert "积分" not in posts(session, GROUP)[-1].markup
    assert "抱歉" in posts(session, GROUP)[-1].markup


def test_a_day_of_late_answers_has_its_cap_and_staff_gets_words_alone(session: Session) -> None:
    for thread in (1, 2, 3):
        make_waiting(session, thread_id=thread)
    make_waiting(session, asker_id=OPERATOR)
    tick(session, 61)
    balance = points.balance_of(session, ASKER)
    assert balance is not None
    assert balance.amount == 20
    assert points.balance_of(session, OPERATOR) is None


def test_an_expert_who_lost_the_role_leaves_the_case_to_the_queue(session: Session) -> None:
    case = make_waiting(session)
    claim(session, DESK, case.id, make_deed())
    members.revoke_role(session, EXPERT, Role.EXPERT)
    session.flush()
    tick(session, 1)
    case = case_now(session, case.id)
    assert (case.state, case.assignee_id) == (QuestionState.WAITING, None)
    assert ["林顾问 已不在顾问台" in post.markup for post in pings(session)] == [True]


def test_an_expert_who_left_the_operators_group_does_as_well(session: Session) -> None:
    case = make_waiting(session)
    claim(session, DESK, case.id, make_deed())
    group = groups.by_chat(session, OPS)
    members.set_presence(session, group.id, EXPERT, Presence.LEFT, NOW)
    tick(session, 1)
    assert case_now(session, case.id).state is QuestionState.WAITING


def test_a_promise_follows_as_soon_as_the_calendar_goes_on(session: Session) -> None:
    late = datetime(2026, 12, 31, 9, 0, tzinfo=UTC)
    case = make_waiting(session, now=late, tier=Tier.NEWBIE)
    deed = make_deed(OPERATOR, late)
    found = propose(session, "XSHG", "2027 休市 01-01 02-05..02-11", "7", deed)
    assert found.year == 2027
    put_in_force(session, "7", deed)
    for _ in range(2):
        watching.tick(session, DESK, make_deed(99, late + minutes(10)))
    case = case_now(session, case.id)
    assert case.due_at == datetime(2027, 1, 4, 6, 0, tzinfo=UTC)
    told = posts(session, GROUP)
    assert len(told) == 1
    assert "1月4日" in told[0].markup


def test_advice_is_promised_by_no_time_until_somebody_may_give_it(session: Session) -> None:
    case = make_waiting(session, is_advice=True)
    assert case.due_at is None
    tick(session, 45)
    assert case_now(session, case.id).due_at is None
    make_licence(session)
    tick(session, 50)
    assert case_now(session, case.id).due_at == NOW + minutes(110)
    (told,) = posts(session, GROUP)
    assert "时间定下来了" in told.markup


def test_an_expert_answer_left_alone_for_two_trading_days_closes_the_case(session: Session) -> None:
    case = make_waiting(session)
    answer(session, DESK, case.id, make_typed(), make_deed())
    friday_to_tuesday = timedelta(days=4)
    watching.tick(session, DESK, make_deed(99, NOW + friday_to_tuesday - minutes(1)))
    assert case_now(session, case.id).state is QuestionState.ANSWERED
    watching.tick(session, DESK, make_deed(99, NOW + friday_to_tuesday))
    assert case_now(session, case.id).state is QuestionState.CLOSED


@pytest.mark.parametrize("tier", [Tier.VIP, Tier.NEWBIE])
def test_each_tier_has_its_own_deadline(session: Session, tier: Tier) -> None:
    case = make_waiting(session, tier=tier)
    hours = {Tier.VIP: timedelta(minutes=15), Tier.NEWBIE: timedelta(hours=5, minutes=30)}
    assert case.due_at == NOW + hours[tier]
