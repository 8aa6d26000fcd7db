import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pacing import PRIVATE_BURST, REPLY_HEADROOM, Pace

GROUP, PERSON = -100, 7


def test_a_person_gets_a_short_burst_and_then_waits_for_the_next() -> None:
    pace = Pace(overall=0)
    waits = [pace.reserve_in_chat(PERSON, now=0.0) for _ in range(PRIVATE_BURST + 1)]
    assert waits == [0.0] * PRIVATE_BURST + [5.0]
    assert pace.reserve_in_chat(PERSON, now=30.0) == 0


def test_a_group_gets_twenty_messages_in_any_minute() -> None:
    pace = Pace(overall=0)
    waits = [pace.reserve_in_chat(GROUP, now=0.0) for _ in range(41)]
    assert waits == [0.0] * 20 + [60.0] * 20 + [120.0]


def test_the_outbox_leaves_headroom_to_replies() -> None:
    pace = Pace(overall=30, private=0, group_per_minute=0)
    sent = sum(pace.try_take(chat, now=0.0) == 0 for chat in range(1, 40))
    assert sent == 30 - int(30 * REPLY_HEADROOM)
    assert pace.reserve_overall(now=0.0) == 0


def test_a_place_that_was_refused_is_not_used_up() -> None:
    pace = Pace(overall=0, private=0)
    for _ in range(20):
        assert pace.try_take(GROUP, now=0.0) == 0
    assert pace.try_take(GROUP, now=1.0) == 59
    assert pace.try_take(GROUP, now=60.0) == 0


def test_a_busy_group_does_not_use_up_the_places_of_everyone_else() -> None:
    pace = Pace()
    for _ in range(500):
        pace.reserve_in_chat(GROUP, now=0.0)
    assert pace.reserve_in_chat(PERSON, now=0.0) == 0
    assert pace.reserve_overall(now=0.0) == 0


def test_a_chat_that_telegram_closed_waits_and_others_do_not() -> None:
    pace = Pace()
    pace.close(GROUP, 17, now=0.0)
    assert pace.try_take(GROUP, now=0.0) == 17
    assert pace.try_take(PERSON, now=0.0) == 0
    assert pace.try_take(GROUP, now=17.5) == 0


def test_a_rate_of_zero_switches_a_limit_off() -> None:
    pace = Pace(overall=0, private=0, group_per_minute=0)
    assert all(pace.reserve_in_chat(chat, now=0.0) == 0 for chat in [GROUP, PERSON] * 1000)
    assert all(pace.reserve_overall(now=0.0) == 0 for _ in range(1000))


@pytest.mark.parametrize("rate", [0.2, 0.5, 1, 1.4, 30])
def test_the_outbox_sends_at_any_rate(rate: float) -> None:
    pace = Pace(overall=rate, private=0, group_per_minute=0)
    assert pace.try_take(PERSON, now=0.0) == 0
    assert pace.try_take(PERSON, now=1 / rate + 1) == 0


@given(steps=st.lists(st.tuples(st.floats(0, 3), st.sampled_from([1, 2, -1, -2])), max_size=120))
def test_no_limit_is_ever_exceeded_whatever_the_timing(steps: list[tuple[float, int]]) -> None:
    pace, now, sent = Pace(), 0.0, []
    for pause, chat in steps:
        now += pause
        sent.append((now + pace.reserve_in_chat(chat, now), chat))
    slack = 1e-6
    for at, chat in sent:
        most, seconds = (PRIVATE_BURST, 5) if chat > 0 else (20, 60)
        inside = [s for s, c in sent if at - seconds + slack < s <= at and c == chat]
        assert len(inside) <= most


@given(pauses=st.lists(st.floats(0, 0.2), max_size=200))
def test_no_more_than_the_overall_rate_goes_out_in_any_second(pauses: list[float]) -> None:
    pace, now, sent = Pace(), 0.0, []
    for pause in pauses:
        now += pause
        sent.append(now + pace.reserve_overall(now))
    for at in sent:
        assert len([s for s in sent if at - 1 + 1e-6 < s <= at]) <= 30
