from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from bot.compliance.disclosure import (
    default_disclosures,
    disclosures_for,
    load_disclosures,
    short_disclosures,
    with_disclosure,
    with_disclosures,
)
from bot.compliance.gate import Gate
from bot.compliance.normalise import fold
from bot.compliance.rulepack import default_pack
from bot.compliance.verdict import Lane
from bot.i18n import Language, words_for
from bot.markup import plain
from bot.strict_toml import InvalidData

LINE = "市场有风险，以上为信息分享，不构成投资建议"
WORDS = words_for(ZoneInfo("Asia/Shanghai"))


def say_in(language):
    return lambda what: WORDS.say(language, what)


def ids(text):
    return [disclosure.id for disclosure in disclosures_for(text)]


def test_the_disclosure_becomes_the_last_line():
    assert with_disclosure(Markup("<b>晨报</b>"), LINE) == Markup("<b>晨报</b>\n") + LINE


def test_an_empty_message_becomes_the_disclosure():
    assert with_disclosure(Markup(""), LINE) == LINE


def test_a_message_that_ends_with_it_stays_as_it_is():
    brief = Markup(
        "晨报\n数据 07:50 · 来源见按钮 · <i>市场有风险</i>，以上为信息分享，不构成投资建议"
    )
    assert with_disclosure(brief, LINE) is brief


def test_the_same_words_in_another_script_count():
    brief = Markup("晨報\n市場有風險，以上為信息分享，不構成投資建議")
    assert with_disclosure(brief, LINE) is brief


def test_a_line_from_people_is_escaped():
    assert with_disclosure(Markup("晨报"), "A < B") == Markup("晨报\nA &lt; B")


@given(st.text(), st.text(min_size=1))
def test_it_is_never_said_twice(body, line):
    once = with_disclosure(Markup.escape(body), line)
    assert with_disclosure(once, line) == once
    assert plain(once).startswith(plain(Markup.escape(body)))


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("沪指今日收涨 0.4%", ["stock"]),
        ("滬指今日收漲", ["stock"]),
        ("定投一只宽基基金", ["fund"]),
        ("国债逆回购怎么做", ["bond"]),
        ("融资融券的利息怎么算", ["margin"]),
        ("期权与期货有什么不同", ["futures"]),
        ("今天有两只新股可以申购", ["ipo"]),
        ("模拟赛：股票与基金都能买", ["simulated"]),
        ("本月收益怎么看", ["general"]),
        ("Bonds and funds explained", ["fund", "bond"]),
        ("签到成功，积分 +3", []),
        ("We had fun in Funding Street", []),
        ("", []),
    ],
)
def test_the_words_of_a_text_tell_which_disclosures_it_calls_for(text, classes):
    assert ids(text) == classes


@pytest.mark.parametrize("language", list(Language))
def test_every_class_has_a_sentence_that_passes_the_gate(language):
    gate = Gate(default_pack())
    for disclosure in default_disclosures():
        sentence = plain(WORDS.say(language, disclosure.sentence))
        assert gate.judge(sentence, Lane.OUTGOING).clean, disclosure.id


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("text", ["沪指今日收涨", "基金与国债", "期权一课", "签到成功", ""])
def test_disclosures_are_appended_once_however_often_one_asks(text, language):
    say = say_in(language)
    once = with_disclosures(Markup.escape(text), say)
    again = with_disclosures(once, say)
    wanted = [plain(say(disclosure.sentence)) for disclosure in disclosures_for(text)]
    assert plain(once).splitlines()[1:] == wanted
    for sentence in wanted:
        assert fold(plain(again)).count(fold(sentence)) == 1


def test_the_sentence_said_in_another_script_is_not_said_again():
    hans = with_disclosures(Markup("国债逆回购"), say_in(Language.SIMPLIFIED))
    assert with_disclosures(hans, say_in(Language.SIMPLIFIED)) == hans


@pytest.mark.parametrize(
    ("field", "value"), [("words", "[]"), ("instead", '["nothing"]'), ("colour", '"red"')]
)
def test_a_mistake_in_the_file_is_named(tmp_path, field, value):
    fields = {"id": '"fund"', "words": '["基金"]', "instead": "[]"} | {field: value}
    path = tmp_path / "disclosures.toml"
    path.write_text(
        "[[disclosure]]\n" + "\n".join(f"{k} = {v}" for k, v in fields.items()), encoding="utf-8"
    )
    with pytest.raises(InvalidData) as caught:
        load_disclosures(path)
    assert caught.value.fields["field"] == field


def short_ids(text):
    return [sentence.id.removeprefix("disclosure-") for sentence in short_disclosures(text)]


def test_ordinary_classes_share_one_sentence_in_a_short_answer():
    assert short_ids("股票当天不能卖，可转债和部分 ETF 可以") == ["several"]
    assert short_ids("新股、可转债的申购要缴足额") == ["several"]
    assert short_ids("这只 ETF 在场内交易") == ["fund"]
    assert short_ids("今天吃什么") == []


def test_dangerous_classes_keep_their_own_sentence_in_a_short_answer():
    assert short_ids("融资买入的基金和债券") == ["margin", "several"]
    assert short_ids("期货和 ETF 的差别") == ["futures", "fund"]
