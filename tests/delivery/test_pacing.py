import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pacing import PRIVATE_BURST, REPLY_HEADROOM, Pace

GROUP, PERSON = -100, 7


def test_a_person_gets_a_short_burst_and_then_one_message_a_second() -> None:
    pace = Pace(overall=0)
    waits = [pace.reserve(PERSON, now=0.0) for _ in range(PRIVATE_BURST + 2)]
    assert waits[:PRIVATE_BURST] == [0.0] * PRIVATE_BURST
    assert waits[PRIVATE_BURST:] == [1.0, 2.0]


def test_a_group_gets_twenty_messages_a_minute() -> None:
    pace = Pace(overall=0)
    waits = [pace.reserve(GROUP, now=0.0) for _ in range(21)]
    assert waits[:20] == [0.0] * 20
    assert waits[20] == 3.0


def test_the_outbox_leaves_headroom_to_replies() -> None:
    pace = Pace(overall=30, private=0, group_per_minute=0)
    sent = sum(pace.try_take(chat, now=0.0) == 0 for chat in range(1, 40))
    assert sent == 30 - int(30 * REPLY_HEADROOM)
    assert pace.reserve(99, now=0.0) == 0


def test_a_place_that_was_refused_is_not_used_up() -> None:
    pace = Pace(overall=0, private=0, group_per_minute=20)
    for _ in range(20):
        pace.try_take(GROUP, now=0.0)
    assert pace.try_take(GROUP, now=0.0) > 0
    assert pace.try_take(GROUP, now=3.0) == 0


def test_a_chat_that_telegram_closed_waits_and_others_do_not() -> None:
    pace = Pace()
    pace.close(GROUP, 17, now=0.0)
    assert pace.try_take(GROUP, now=0.0) == 17
    assert pace.try_take(PERSON, now=0.0) == 0
    assert pace.try_take(GROUP, now=17.5) == 0


def test_a_rate_of_zero_switches_a_limit_off() -> None:
    pace = Pace(overall=0, private=0, group_per_minute=0)
    assert all(pace.reserve(chat, now=0.0) == 0 for chat in [GROUP, PERSON] * 1000)


@given(steps=st.lists(st.tuples(st.floats(0, 3), st.sampled_from([1, 2, -1, -2])), max_size=120))
def test_no_limit_is_ever_exceeded_whatever_the_timing(steps: list[tuple[float, int]]) -> None:
    pace, now, sent = Pace(), 0.0, []
    for pause, chat in steps:
        now += pause
        sent.append((now + pace.reserve(chat, now), chat))
    for at, chat in sent:
        window = [s for s, c in sent if at - 60 < s <= at and c == chat]
        assert chat > 0 or len(window) <= 40  # a full bucket, and a minute's refill
        assert len([s for s, _ in sent if at - 1 < s <= at]) <= 60


@pytest.mark.parametrize("rate", [0.5, 1, 1.3, 30])
def test_however_slow_the_pace_the_outbox_gets_its_turn(rate: float) -> None:
    pace = Pace(rate, 0, 0)
    assert pace.try_take(7, 0.0) == 0
    assert pace.try_take(8, 1000.0) == 0


def test_what_holds_all_chats_up_is_told_apart_from_one_chats_limit() -> None:
    pace = Pace(10, 1, 20)
    assert pace.overall_wait(0.0) == 0
    for chat in range(1, 8):
        assert pace.try_take(chat, 0.0) == 0
    assert pace.overall_wait(0.0) > 0
    assert pace.overall_wait(1.0) == 0


def test_a_longer_silence_is_not_shortened_by_a_later_one() -> None:
    pace = Pace()
    pace.close(7, 60, 0.0)
    pace.close(7, 1, 1.0)
    assert pace.closed(7, 2.0) == 58
