"""Finding a term by its name, by a plain question, and by what comes nearest."""

import pytest

from bot.glossary.lookup import asked_term, find, nearest, synonym_groups
from bot.glossary.terms import glossary


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("什么是市盈率", "市盈率"),
        ("什么是市盈率？", "市盈率"),
        ("請問什麼是換手率？？", "換手率"),
        ("啥是换手率", "换手率"),
        ("市盈率是什么意思啊", "市盈率"),
        ("市盈率是啥", "市盈率"),
        ("T+1什么意思？", "T+1"),
        ("什么是市盈率呢", "市盈率"),
        ("什么叫做市盈率", "市盈率"),
        ("请问一下，啥叫市盈率啊？", "市盈率"),
        ("甚麼是市盈率", "市盈率"),
        ("我想知道什么是市盈率", "市盈率"),
        ("解释一下市盈率", "市盈率"),
        ("市盈率是指什么", "市盈率"),
        ("市盈率到底是什么？😀", "市盈率"),
        ("「融资融券」是什么", "融资融券"),
        ("What is a lot?", "lot"),
        ("what's the price-earnings ratio", "price-earnings ratio"),
        ("What does drawdown mean", "drawdown"),
    ],
)
def test_a_plain_question_names_its_term(text: str, term: str) -> None:
    assert asked_term(text) == term


@pytest.mark.parametrize("text", ["", "市盈率", "今天大盘怎么样", "什么是" + "长" * 90, "什么是？"])
def test_other_texts_ask_for_no_term(text: str) -> None:
    assert asked_term(text) is None


@pytest.mark.parametrize(
    "name", ["市盈率", " 市 盈 率 ", "price-earnings RATIO", "換手率", "换手率？"]
)
def test_a_term_is_found_in_any_script_and_case(name: str) -> None:
    assert find(name) is not None


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("PE", "price-earnings"),
        ("etf", "etf"),
        ("Ｅ Ｔ Ｆ", "etf"),
        ("IPO", "ipo"),
        ("ST", "special-treatment"),
        ("两融", "margin-trading"),
        ("本益比", "price-earnings"),
        ("殖利率", "dividend-yield"),
        ("涨跌幅限制", "price-limit"),
    ],
)
def test_the_first_words_are_found_by_what_people_call_them(name: str, id: str) -> None:
    found = find(name)
    assert found is not None and found.id == id


@pytest.mark.parametrize("name", ["", "？", "没有这个词", "x" * 5_000])
def test_what_is_no_term_is_not_found(name: str) -> None:
    assert find(name) is None


def test_every_word_and_alias_finds_its_own_term() -> None:
    for entry in glossary():
        for name in (*entry.aliases, *(term.word for term in entry.texts.values())):
            assert find(name) == entry, name


@pytest.mark.parametrize(("word", "id"), [("市盈律", "price-earnings"), ("换手", "turnover-rate")])
def test_the_nearest_term_comes_first_and_there_are_at_most_three(word: str, id: str) -> None:
    near = nearest(word)
    assert near[0].id == id
    assert len({entry.id for entry in near}) == len(near) <= 3


def test_what_is_like_nothing_has_no_nearest() -> None:
    assert nearest("ㅋㅋㅋ") == ()


def test_synonym_groups_hold_names_of_one_term() -> None:
    for group in synonym_groups():
        assert len(group) > 1
        assert len({found.id for name in group if (found := find(name))}) == 1
