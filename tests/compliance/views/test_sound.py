import pytest

from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.compliance.syllables import readings, sounds, spelled
from bot.compliance.verdict import Lane
from bot.compliance.views.deepest import deepest_sounds
from bot.compliance.views.sound import by_sound, meant_by_sound
from bot.compliance.views.view import plain_view

GATE = Gate(default_pack())


@pytest.mark.parametrize(
    ("disguised", "rule"),
    [
        ("稳赚布赔", "R-011"),
        ("温砖不赔", "R-011"),
        ("wen zhuan bu pei", "R-011"),
        ("wěn zhuàn bù péi", "R-011"),
        ("wen3zhuan4bu4pei", "R-011"),
        ("wenzhuanbupei", "R-011"),
        ("稳zhuan不赔", "R-011"),
        ("内mu消息", "R-050"),
        ("加weixin", "R-040"),
        ("佳微信", "R-040"),
        ("带dan", "R-229"),
    ],
)
def test_a_phrase_is_found_by_its_sound_and_shown_as_it_was_written(disguised, rule):
    verdict = GATE.judge(f"这个，{disguised}，懂的都懂", Lane.MEMBER)
    assert disguised in [f.excerpt for f in verdict.findings if f.rule_id == rule]


@pytest.mark.parametrize(
    "innocent",
    [
        "比特币大涨，我没有",  # sounds like 必大涨
        "货币暴涨",
        "孩子一定长得高",
        "他在大学代课",
        "machine learning women shanghai",
        "卫星通信",
        "We can long the future",
    ],
)
def test_what_only_sounds_like_a_phrase_is_none(innocent):
    assert GATE.judge(innocent, Lane.MEMBER).rules == ()


def test_homophones_have_one_sign_whatever_their_tone():
    assert sounds("微薇威伟卫") == sounds("微") * 5
    assert sounds("信") == sounds("星")  # ing is taken as in
    assert sounds("abc 1") == "abc 1"


def test_a_word_in_pinyin_is_cut_into_syllables_or_not_at_all():
    assert [length for _, length in spelled("wenzhuanbupei")] == [3, 5, 2, 3]
    assert spelled("profit") == ()
    assert spelled("x" * 50) == ()


def test_a_character_of_two_readings_is_found_by_either():
    assert len(set(readings("重仓"))) > 1
    assert sounds("虫仓") in readings("重仓")


def test_pinyin_and_characters_give_the_same_signs_with_a_way_back():
    view = by_sound(plain_view("jia wei xin聊"))
    assert view.text == sounds("加微信聊")
    assert view.base[slice(*view.span(0, 3))] == "jia wei xin"
    assert deepest_sounds("稳，赚，不，赔").text == sounds("稳赚不赔")


def test_an_everyday_character_is_no_homophone_in_a_short_phrase():
    view = by_sound(plain_view("满仓那"))
    assert not meant_by_sound(view, 0, 3, "满仓拿")
    assert meant_by_sound(by_sound(plain_view("满苍拿")), 0, 3, "满仓拿")
