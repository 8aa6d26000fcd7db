"""`/term`: a term in one plain line, more on a tap, and the wish list."""

from typing import Any

import pytest

from bot.glossary.terms import glossary
from tests.factories.playing import make_told_feed, shown
from tests.factories.updates import GROUP, make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import OWNER_ID, Rig

OWNER = make_user(OWNER_ID, "群主")


async def test_a_term_is_one_line_and_a_tap_brings_the_rest(rig: Rig) -> None:
    call = shown(await rig.feed(make_said("/term 市盈率", chat=make_chat(GROUP))))
    assert call.text.startswith("<b>市盈率")
    assert len(call.text.splitlines()) == 1
    (button,) = call.buttons
    more = shown(await rig.feed(make_press(button["callback_data"])))
    assert more.method == "editMessageText"
    assert "例：" in more.text
    assert 3 <= len(more.text.splitlines()) <= 6


async def test_a_term_with_a_figure_shows_the_one_of_today(rig: Rig) -> None:
    rig.house.quotes = make_told_feed().desk()
    call = shown(await rig.feed(make_press("glossary:more-index")))
    assert "今天：上证指数" in call.text or "例：" in call.text


async def test_an_unknown_term_offers_the_nearest_and_is_wished(rig: Rig) -> None:
    call = shown(await rig.feed(make_said("/term 市盈律")))
    assert "心愿单" in call.text
    assert 1 <= len(call.buttons) <= 3
    assert call.buttons[0]["text"] == "市盈率是什么？"
    chosen = shown(await rig.feed(make_press(call.buttons[0]["callback_data"])))
    assert chosen.text.startswith("<b>市盈率")


@pytest.mark.parametrize("chat", [None, make_chat(GROUP)])
async def test_a_plain_question_for_a_known_term_is_answered_by_the_glossary(
    rig: Rig, chat: dict[str, Any] | None
) -> None:
    call = shown(await rig.feed(make_said("什么是市盈率？", chat=chat)))
    assert call.text.startswith("<b>市盈率")


async def test_in_a_group_a_question_for_something_else_is_left_alone(rig: Rig) -> None:
    assert await rig.feed(make_said("什么是幸福？", chat=make_chat(GROUP))) == []


async def test_the_glossary_is_silent_while_a_person_has_the_askers_question(rig: Rig) -> None:
    call = shown(await rig.feed(make_said("/ask 我这只股票该割肉吗")))
    assert "顾问" in call.text
    calls = await rig.feed(make_said("什么是市盈率？"))
    assert not any("<b>市盈率" in call.text for call in calls)


async def test_without_a_word_the_term_of_the_day_is_shown(rig: Rig) -> None:
    call = shown(await rig.feed(make_said("/term")))
    assert str(len(glossary())) in call.text
    assert "今日一词" in call.text


@pytest.mark.parametrize("data", ["glossary:", "glossary:more-nothing", "glossary:x-index"])
async def test_a_forged_or_old_button_says_that_the_term_is_gone(rig: Rig, data: str) -> None:
    calls = await rig.feed(make_press(data))
    assert [call.method for call in calls] == ["answerCallbackQuery"]


async def test_staff_read_the_wish_list_and_clear_it(rig: Rig) -> None:
    await rig.feed(make_said("/term 影子抵押物"))
    listed = shown(await rig.feed(make_said("/term wishes", user=OWNER)))
    assert "影子抵押物 · 1 人问过" in listed.text
    await rig.feed(make_said("/term wishes 影子抵押物", user=OWNER))
    empty = shown(await rig.feed(make_said("/term wishes", user=OWNER)))
    assert "心愿单是空的" in empty.text


async def test_for_members_wishes_is_a_word_like_any_other(rig: Rig) -> None:
    call = shown(await rig.feed(make_said("/term wishes")))
    assert "词典里还没有" in call.text


async def test_a_term_is_named_with_its_abbreviation_in_the_readers_brackets(rig: Rig) -> None:
    chinese = shown(await rig.feed(make_said("/term ETF")))
    assert chinese.text.startswith("<b>交易型基金（ETF）</b>")
    english = make_user(77, "Ann", language_code="en")
    await rig.feed(make_said("/start", user=english), make_press("start:en", user=english))
    call = shown(await rig.feed(make_said("/term ETF", user=english)))
    assert call.text.startswith("<b>Exchange-traded fund (ETF)</b>")


@pytest.mark.parametrize("word", ["买这只必涨稳赚", "加微信 abc12345 带你赚钱"])
async def test_what_a_member_may_not_write_is_neither_repeated_nor_wished(
    rig: Rig, word: str
) -> None:
    call = shown(await rig.feed(make_said(f"/term {word}", chat=make_chat(GROUP))))
    assert "词典里还没有这个词" in call.text
    assert word[:4] not in call.text and "心愿单" not in call.text


@pytest.mark.parametrize(
    "word",
    ["<b>x</b><script>", "*_`[x](http://a.b)", "😀" * 300, "长" * 5_000, "{ $w }", "\u200b"],
)
async def test_no_word_breaks_the_answer(rig: Rig, word: str) -> None:
    call = shown(await rig.feed(make_said(f"/term {word}")))
    assert len(call.text) < 400 and "<script>" not in call.text
