import dataclasses
import timeit

import pytest
from markupsafe import Markup

from bot.compliance.errors import Blocked, ForgedScreening
from bot.compliance.gate import Gate, Screened
from bot.compliance.rulepack import default_pack
from bot.compliance.verdict import Lane, Severity
from bot.errors import BellError

GATE = Gate(default_pack())


def rules(text, lane=Lane.OUTGOING):
    return GATE.judge(text, lane).rules


@pytest.mark.parametrize(
    "disguised",
    [
        "必涨",
        "必漲",
        "必 涨",
        "必　涨",
        "必·涨",
        "必.涨",
        "必-涨",
        "必*涨",
        "必🚀涨",
        "必❤️涨",
        "必\u200b涨",
        "必\u202e涨",
        "必\u0336涨\u0336",
    ],
)
def test_a_disguised_promise_is_still_found_and_shown_as_it_was_written(disguised):
    verdict = GATE.judge(f"这只明天{disguised}，放心", Lane.MEMBER)
    (finding,) = [f for f in verdict.findings if f.rule_id == "R-012"]
    assert finding.excerpt == disguised.removesuffix("\u0336")
    assert finding.start == 4
    assert verdict.blocked


@pytest.mark.parametrize(
    "text",
    [
        "凡承诺保本高收益的都是骗局。",
        "凡承諾保本高收益的都是騙局。",
        "市场有风险，以上为信息分享，不构成投资建议。",
        "市場有風險，以上為資訊分享，不構成投資建議。",
        "Markets carry risk. For information only, not investment advice.",
        "谨防以下话术：\n1. 稳赚不赔\n2. 内幕消息\n3. 加微信进内部群",
        "有人让你加微信？多半是骗局。",
        "群里不接受任何委托。下单请用官方 App 或拨打客服热线；本条已按规定留痕。",
        "今天买入的股票，下一个交易日起可以卖出。",
        "隔夜：道指 ▲0.31%，纳指 ▼0.12%",
        "模拟买入 · 招商银行 600036\n100 股 × 36.52 = 3,652.00",
        "✅ 签到成功 · 连续第 12 个交易日\n积分 +3，答对今日一题再得 +5",
    ],
)
def test_warnings_disclosures_and_plain_facts_pass(text):
    for lane in Lane:
        assert GATE.judge(text, lane).clean, GATE.judge(text, lane).findings


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("骗子很多，我们正规，稳赚不赔", "R-011"),
        ("这不是骗局，稳赚不赔", "R-011"),
        ("小心错过，稳赚不赔", "R-011"),
        ("警惕骗子，我带你稳赚", "R-011"),
        ("想稳赚吗？跟我来", "R-011"),
        ("谨防踏空。明天必涨", "R-012"),
        ("不错的稳赚项目", "R-011"),
        ("没有风险稳赚不赔", "R-011"),
        ("老师说“必涨”，快买", "R-012"),
        ("This is not a scam, guaranteed profit", "R-018"),
        ("Don't miss guaranteed profit", "R-018"),
        ("有没有人要内幕消息", "R-050"),
    ],
)
def test_a_word_of_warning_is_no_passport_for_an_offence(text, rule):
    assert rule in rules(text)


@pytest.mark.parametrize("innocent", ["online trading", "a baseline", "未必涨停", "不一定会涨"])
def test_a_phrase_inside_another_word_is_not_found(innocent):
    assert rules(innocent) == ()


def test_a_rule_speaks_only_in_its_lanes():
    assert "R-070" in rules("帮我买 700 两手", Lane.MEMBER)
    assert "R-070" not in rules("帮我买 700 两手", Lane.OUTGOING)
    assert GATE.judge("我看目标价 58", Lane.MEMBER).severity is Severity.WARN
    assert GATE.judge("我看目标价 58", Lane.OUTGOING).severity is Severity.BLOCK


def test_a_message_that_passes_is_sealed_with_the_version_of_the_pack():
    screened = GATE.admit(Markup("<b>晨报</b>\n&lt;沪指&gt; ▲0.42%"))
    assert screened.markup == Markup("<b>晨报</b>\n&lt;沪指&gt; ▲0.42%")
    assert screened.plain == "晨报\n<沪指> ▲0.42%"
    assert screened.pack == default_pack().version


def test_a_message_that_fails_is_not_sealed_and_says_why():
    with pytest.raises(Blocked) as caught:
        GATE.admit(Markup("明天<b>必</b><i>涨</i>"))
    (finding,) = caught.value.verdict.findings
    assert (finding.rule_id, finding.excerpt, finding.part) == ("R-012", "必涨", 0)
    assert isinstance(caught.value, BellError)
    assert caught.value.code == "text-blocked"


def test_a_mild_finding_does_not_keep_a_message_back():
    text = Markup("someone@example.com")
    assert not GATE.judge(text, Lane.MEMBER).clean
    assert GATE.admit(text, Lane.MEMBER).plain == text


def test_link_targets_and_button_labels_are_screened_too():
    with pytest.raises(Blocked) as link:
        GATE.admit(Markup('<a href="https://t.me/+AbCdEf">这里</a>'), Lane.STAFF)
    with pytest.raises(Blocked) as button:
        GATE.admit(Markup("晨报"), also=["来源", "免费领牛股"])
    assert [f.part for f in link.value.verdict.findings] == [1]
    assert {f.part for f in button.value.verdict.findings} == {2}


def test_only_the_gate_makes_a_screened_text():
    screened = GATE.admit(Markup("晨报"))
    with pytest.raises(ForgedScreening):
        Screened(Markup("必涨"), "必涨", screened.pack, seal=object())
    with pytest.raises(TypeError):
        Screened(Markup("必涨"), "必涨", screened.pack)
    with pytest.raises((TypeError, ValueError)):
        dataclasses.replace(screened, markup=Markup("必涨"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        screened.plain = "必涨"


def test_findings_come_in_reading_order_with_the_longest_span():
    verdict = GATE.judge("稳赚不赔，明天必涨停", Lane.OUTGOING)
    assert [f.excerpt for f in verdict.findings if f.rule_id != "R-033"] == ["稳赚不赔", "必涨"]
    assert verdict.severity is Severity.BLOCK


@pytest.mark.parametrize(
    "absurd", ["", " ", "\u200b", "\ud800", "\x00", "a" * 10_000, "必" * 9_000]
)
def test_absurd_texts_are_judged_like_any_other(absurd):
    assert GATE.judge(absurd, Lane.MEMBER).clean


@pytest.mark.parametrize("unit", ["1", "1.", "a@", "必涨，", "警惕必涨", "“", "1 ", "帮我", "建议"])
def test_a_text_made_to_be_slow_costs_no_more_than_its_length(unit):
    text = unit * (8_000 // len(unit))
    short, whole = (_seconds(text[:length]) for length in (2_000, 8_000))
    assert whole < 12 * short + 0.05


def _seconds(text):
    return min(timeit.repeat(lambda: GATE.judge(text, Lane.MEMBER), number=1, repeat=3))
