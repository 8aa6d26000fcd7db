from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from bot.delivery.acts import Act
from bot.delivery.lanes import DeliveryState
from bot.i18n import Language
from bot.questions import asking, cases, choices, labels, moving, steering
from bot.questions.choosing import NOTHING, Offered, Plan
from bot.questions.errors import NotYourQuestionError
from bot.questions.limits import LIMITS, Deed
from bot.questions.promise import Promise
from bot.questions.question import Kind, Question, Told, Way, Why
from bot.questions.states import BotSaid, EventKind, QuestionState
from db.models.question import QuestionCase
from db.opening import open_database
from db.repositories import deliveries, questions
from db.session import Database
from tests.factories.questions import ASKER, GROUP

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
S = QuestionState
SURE = Plan(BotSaid.ANSWER, (Offered("star", 2, 1, 900),))
CHOICE = Plan(BotSaid.CHOICE, (Offered("star", 2, 1, 900), Offered("gem", 1, 2, 800)))
NUMBERS = iter(range(100, 10_000))


class Desk:
    """Promises half an hour and remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, QuestionState]] = []

    def enter(self, session: Session, case: QuestionCase, now: datetime) -> Promise:
        self.told.append(("enter", case.state))
        return Promise(now + timedelta(minutes=30))

    def changed(self, session: Session, case: QuestionCase, now: datetime) -> None:
        self.told.append(("changed", case.state))


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def small(sqlite_url: str) -> Any:
    """Return SQLite alone, for what has no SQL of its own."""
    database = open_database(sqlite_url)
    yield database
    database.close()


def _question(text: str = "科创板怎么开通", **changes: Any) -> Question:
    values: dict[str, Any] = {
        "chat_id": GROUP,
        "thread_id": 0,
        "asker_id": ASKER,
        "message_id": next(NUMBERS),
        "text": text,
        "language": Language.SIMPLIFIED,
    }
    return Question(**{**values, **changes})


def _ask(
    db: Database,
    desk: Desk,
    text: str = "科创板怎么开通",
    plan: Plan = SURE,
    at: datetime = NOW,
    **changes: Any,
) -> Told:
    return db.run_sync(asking.ask, desk, _question(text, **changes), plan, at)


def _kinds(db: Database, case_id: int = 1) -> list[EventKind]:
    return db.run_sync(lambda s: [event.kind for event in questions.events(s, case_id)])


def test_the_same_message_from_two_processes_at_once_is_one_case(db: Database, desk: Desk) -> None:
    question = _question()
    with ThreadPoolExecutor(4) as pool:
        told = list(
            pool.map(lambda _: db.run_sync(asking.ask, desk, question, SURE, NOW), range(4))
        )
    assert {one.case.id for one in told if one.case} == {1}
    assert {one.kind for one in told} == {Kind.ANSWER}
    assert len(db.run_sync(questions.offers, 1)) == 1


def test_two_presses_at_once_hand_on_once(db: Database, desk: Desk) -> None:
    _ask(db, desk, plan=NOTHING)
    with ThreadPoolExecutor(4) as pool:
        told = list(
            pool.map(lambda _: db.run_sync(steering.call_human, 1, ASKER, desk, NOW), range(4))
        )
    assert sorted(one.why for one in told).count(Why.ASKED_FOR) == 1
    assert _kinds(db).count(EventKind.HANDED_TO_HUMAN) == 1
    assert db.run_sync(cases.get, 1).promised_at == NOW + timedelta(minutes=30)


def test_a_yes_and_a_call_for_a_person_at_once_leave_one_of_the_two(
    db: Database, desk: Desk
) -> None:
    _ask(db, desk)
    with ThreadPoolExecutor(2) as pool:
        pool.submit(db.run_sync, choices.yes, 1, ASKER, NOW)
        pool.submit(db.run_sync, steering.call_human, 1, ASKER, desk, NOW)
    state = db.run_sync(cases.get, 1).state
    kinds = _kinds(db)
    assert (state is S.ANSWERED) == (EventKind.SOLVED in kinds)
    assert (state is S.WAITING) == (EventKind.HANDED_TO_HUMAN in kinds)


def test_another_question_after_an_answer_is_another_case(small: Database, desk: Desk) -> None:
    _ask(small, desk)
    told = _ask(small, desk, "佣金怎么收")
    assert told.case is not None
    assert told.case.id == 2
    assert small.run_sync(cases.get, 1).state is S.CLOSED


def test_other_words_after_no_answer_are_the_same_case(small: Database, desk: Desk) -> None:
    _ask(small, desk, "那个板块怎么开", plan=NOTHING)
    told = _ask(small, desk)
    assert told.kind is Kind.ANSWER
    assert told.case is not None
    assert (told.case.id, told.case.text) == (1, "科创板怎么开通")
    assert EventKind.REPHRASED in _kinds(small)


def test_after_half_an_hour_other_words_are_another_question(small: Database, desk: Desk) -> None:
    _ask(small, desk, "那个板块怎么开", plan=NOTHING)
    told = _ask(small, desk, at=NOW + timedelta(minutes=31))
    assert told.case is not None
    assert told.case.id == 2


def test_an_entry_that_was_not_it_is_not_shown_again(small: Database, desk: Desk) -> None:
    _ask(small, desk, plan=CHOICE)
    told = small.run_sync(choices.pick, 1, ASKER, NOW)
    assert told.kind is Kind.ANSWER
    told = small.run_sync(choices.no, 1, ASKER, CHOICE, NOW)
    assert [one.entry_key for one in told.offers] == ["gem"]
    told = small.run_sync(choices.none, 1, ASKER, desk, NOW)
    assert told.kind is Kind.PROMISED


def test_a_no_pressed_twice_counts_once(small: Database, desk: Desk) -> None:
    _ask(small, desk)
    first = small.run_sync(choices.no, 1, ASKER, NOTHING, NOW)
    again = small.run_sync(choices.no, 1, ASKER, NOTHING, NOW)
    assert (first.kind, again.kind) == (Kind.UNSURE, Kind.UNSURE)
    assert _kinds(small).count(EventKind.NOT_IT) == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("我该不该卖掉招行", Why.ADVICE),
        ("我的佣金是多少", Why.PRIVATE),
        ("我的手机号13812345678换了怎么改", Why.PRIVATE),
    ],
)
def test_no_machine_answers_advice_or_private_matters_even_if_it_could(
    small: Database, desk: Desk, text: str, why: Why
) -> None:
    told = _ask(small, desk, text, plan=SURE, chat_id=ASKER, way=Way.PLAIN)
    assert (told.kind, told.why) == (Kind.PROMISED, why)
    assert small.run_sync(questions.offers, 1) == []


def test_private_data_in_public_is_removed_even_over_the_limit(small: Database, desk: Desk) -> None:
    for _ in range(5):
        _ask(small, desk, "我的手机号13812345678换了怎么改", message_id=next(NUMBERS))
    posts = small.run_sync(deliveries.in_state, DeliveryState.QUEUED)
    assert [post.act for post in posts] == [Act.DELETE] * 5


def test_looking_into_ones_account_goes_private_and_leaves_the_message(
    small: Database, desk: Desk
) -> None:
    told = _ask(small, desk, "我的佣金是多少")
    assert (told.kind, told.removed) == (Kind.GO_PRIVATE, False)
    assert small.run_sync(deliveries.in_state, DeliveryState.QUEUED) == []


def test_who_never_went_on_in_private_can_ask_something_else(small: Database, desk: Desk) -> None:
    _ask(small, desk, "我的佣金是多少")
    assert _ask(small, desk).kind is Kind.ANSWER


def test_what_moves_to_private_joins_the_case_that_is_open_there(
    small: Database, desk: Desk
) -> None:
    _ask(small, desk, "该不该卖掉招行", chat_id=ASKER, way=Way.PLAIN)
    public = _ask(small, desk, "我的佣金是多少").case
    assert public is not None
    told = small.run_sync(moving.go_on_in_private, public.id, ASKER, desk, NOW)
    assert told.case is not None
    assert told.case.id == 1
    assert small.run_sync(cases.get, public.id).state is S.CLOSED
    added = small.run_sync(questions.events, 1, {EventKind.ADDED})
    assert [line.text for line in added] == ["我的佣金是多少"]
    small.run_sync(moving.go_on_in_private, public.id, ASKER, desk, NOW)
    assert len(small.run_sync(questions.events, 1, {EventKind.ADDED})) == 1


def test_nobody_moves_anothers_case(small: Database, desk: Desk) -> None:
    _ask(small, desk, "我的佣金是多少")
    with pytest.raises(NotYourQuestionError):
        small.run_sync(moving.go_on_in_private, 1, ASKER + 1, desk, NOW)


def test_people_see_what_is_added_and_floods_of_it_end(small: Database, desk: Desk) -> None:
    _ask(small, desk, "该不该卖掉招行")
    most = LIMITS[Deed.ADD].most
    for number in range(most + 5):
        told = _ask(small, desk, f"补充{number}", way=Way.REPLY)
    assert (told.kind, told.deed) == (Kind.OVER_LIMIT, Deed.ADD)
    assert _kinds(small).count(EventKind.ADDED) == most
    assert desk.told.count(("changed", S.WAITING)) == most


def test_the_sixth_call_for_a_person_in_a_day_waits_till_tomorrow(
    small: Database, desk: Desk
) -> None:
    for number in range(6):
        at = NOW + timedelta(minutes=2 * number)
        told = _ask(small, desk, "该不该卖掉招行", at=at)
        assert told.case is not None
        if number < 5:
            assert told.kind is Kind.PROMISED
            small.run_sync(steering.close, told.case.id, ASKER, desk, at)
    assert (told.kind, told.deed) == (Kind.OVER_LIMIT, Deed.HUMAN)
    assert told.free_at == NOW + timedelta(hours=24)


def test_an_asker_who_left_is_not_waited_for_by_the_bot(small: Database, desk: Desk) -> None:
    _ask(small, desk, plan=NOTHING)
    small.run_sync(moving.asker_left, GROUP, ASKER, desk, NOW)
    assert small.run_sync(cases.get, 1).state is S.CLOSED


def test_closing_what_people_have_is_shown_to_them(small: Database, desk: Desk) -> None:
    _ask(small, desk, "该不该卖掉招行")
    small.run_sync(steering.close, 1, ASKER, desk, NOW)
    small.run_sync(steering.close, 1, ASKER, desk, NOW)
    assert desk.told == [("enter", S.WAITING), ("changed", S.CLOSED)]
    assert _kinds(small).count(EventKind.CLOSED) == 1


def test_labelled_pairs_name_nobody_and_tell_rank_and_truth(small: Database, desk: Desk) -> None:
    _ask(small, desk, plan=CHOICE)
    small.run_sync(choices.pick, 2, ASKER, NOW)
    small.run_sync(choices.yes, 2, ASKER, NOW)
    pairs = small.run_sync(lambda s: list(labels.labelled_pairs(s)))
    told = [(p["query"], p["faq_id"], p["right"], p["verdict"], p["rank"]) for p in pairs]
    assert told == [
        ("科创板怎么开通", "star", False, "passed", 1),
        ("科创板怎么开通", "gem", True, "right", 2),
    ]
    assert str(ASKER) not in "".join(small.run_sync(labels.lines))


def test_a_case_carries_the_topic_that_was_found_and_follows_other_words(
    small: Database, desk: Desk
) -> None:
    _ask(small, desk, "费用", Plan(BotSaid.UNSURE, topic="fees"))
    assert small.run_sync(cases.get, 1).topic_tag == "fees"
    _ask(small, desk, "开户要什么", Plan(BotSaid.UNSURE, topic="account"))
    assert small.run_sync(cases.get, 1).topic_tag == "account"


def test_an_addition_that_asks_for_advice_calls_for_a_licence(small: Database, desk: Desk) -> None:
    _ask(small, desk, "科创板怎么开通", NOTHING)
    small.run_sync(steering.call_human, 1, ASKER, desk, NOW)
    _ask(small, desk, "那我现在该不该买招行", NOTHING, way=Way.REPLY)
    assert small.run_sync(cases.get, 1).is_advice


def test_advice_that_joins_an_open_private_case_calls_for_a_licence(
    small: Database, desk: Desk
) -> None:
    _ask(small, desk, "科创板怎么开通", NOTHING, chat_id=ASKER)
    small.run_sync(steering.call_human, 1, ASKER, desk, NOW)
    _ask(small, desk, "我持有500股招行，该不该卖", NOTHING)
    small.run_sync(moving.go_on_in_private, 2, ASKER, desk, NOW)
    assert small.run_sync(cases.get, 1).is_advice
