from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.checkin.question import Purpose, Question, Words, arranged, own_order, place_in_bank

MEMBERS = st.integers(1, 2**52)
DAYS = st.dates(date(2020, 1, 1), date(2060, 1, 1))
PURPOSES = st.sampled_from(Purpose)


def make_words(text):
    return Words(text, text + "繁", text + "en")


def make_question(correct=0):
    return Question(
        id="sample",
        version=1,
        difficulty=1,
        tags=("rules",),
        prompt=make_words("问"),
        options=(make_words("甲"), make_words("乙"), make_words("丙")),
        correct=correct,
        explanation=make_words("解"),
    )


def test_words_fall_back_to_the_default_language():
    words = make_words("问")
    assert [words.in_language(each) for each in ("zh-Hans", "zh-Hant", "en", "fr")] == [
        "问",
        "问繁",
        "问en",
        "问",
    ]


@given(MEMBERS, DAYS, PURPOSES, st.integers(0, 2))
def test_shuffling_keeps_the_options_and_the_right_answer(member, day, purpose, correct):
    question = make_question(correct)
    shown = arranged(question, member, day, purpose)
    assert set(shown.options) == set(question.options)
    assert shown.options[shown.correct] == question.options[correct]
    assert shown == arranged(question, member, day, purpose)


def test_pressing_the_same_button_every_day_is_right_a_third_of_the_time():
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(300)]
    places = Counter(
        arranged(make_question(), member, day, Purpose.DAILY).correct
        for member in range(1, 21)
        for day in days
    )
    assert all(0.31 < places[place] / 6_000 < 0.36 for place in range(3))


@given(st.integers(1, 500), DAYS)
def test_every_place_of_the_bank_comes_once_before_any_comes_again(size, start):
    days = (start + timedelta(days=n) for n in range(size))
    assert {place_in_bank(size, day, Purpose.DAILY) for day in days} == set(range(size))


@given(st.integers(4, 500), DAYS)
def test_a_repair_is_neither_the_missed_days_question_nor_the_next_days(size, day):
    repair = place_in_bank(size, day, Purpose.REPAIR)
    assert repair != place_in_bank(size, day, Purpose.DAILY)
    assert repair != place_in_bank(size, day + timedelta(days=1), Purpose.DAILY)


@given(MEMBERS)
def test_each_member_walks_through_the_whole_bank(member):
    bank = tuple("abcdefghij")
    order = own_order(bank, member)
    assert sorted(order) == sorted(bank)
    assert order == own_order(bank[::-1], member)


def test_members_walk_in_different_orders():
    bank = tuple("abcdefghij")
    assert len({own_order(bank, member) for member in range(50)}) > 40
