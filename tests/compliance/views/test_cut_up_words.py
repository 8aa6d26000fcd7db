import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.compliance.gate import Gate
from bot.compliance.normalise import fold
from bot.compliance.rulepack import default_pack
from bot.compliance.verdict import Lane
from bot.compliance.views.deepest import deepest
from bot.compliance.views.leet import leet_views
from bot.compliance.views.numerals import with_digits
from bot.compliance.views.split_characters import characters_by_parts
from bot.compliance.views.view import plain_view

PACK = default_pack()
GATE = Gate(PACK)
PARTS = {character: parts for parts, character in reversed(characters_by_parts().items())}
PHRASES = [
    (rule, phrase)
    for rule in PACK.rules
    for phrase in rule.phrases
    if Lane.MEMBER in rule.lanes
    and len(phrase) > 2
    and all("\u4e00" <= c <= "\u9fff" for c in phrase)
    # Listed in parts (酉己资), it is no disguise of itself.
    and deepest(phrase).text == phrase
]
SEPARATORS = st.text(alphabet="   ·.-_*~^|/\\🚀❤💰\u200b\u2060\u3000#=", min_size=1, max_size=3)
LOUD = st.sampled_from(["，", "！", "|", "、", "\n", "。", "）（", "】【"])


def found(text, rule):
    return [f for f in GATE.judge(text, Lane.MEMBER).findings if f.rule_id == rule.id]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PHRASES), st.data())
def test_a_phrase_broken_by_any_filling_is_found_and_spanned_exactly(case, data):
    rule, phrase = case
    gaps = [data.draw(st.just("") | SEPARATORS) for _ in phrase[1:]]
    disguised = phrase[0] + "".join(gap + c for gap, c in zip(gaps, phrase[1:], strict=True))
    findings = found(f"a1，{disguised}；b2", rule)
    assert any(f.start <= 3 and f.end >= 3 + len(disguised) for f in findings)
    assert any(f.excerpt == disguised for f in findings) or len(findings[0].excerpt) > len(phrase)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(PHRASES), LOUD)
def test_a_phrase_cut_at_every_joint_by_punctuation_is_found(case, mark):
    rule, phrase = case
    disguised = mark.join(phrase)
    assert any(f.excerpt == disguised for f in found(disguised, rule))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([case for case in PHRASES if set(case[1]) & PARTS.keys()]))
def test_a_phrase_of_split_characters_is_found(case):
    rule, phrase = case
    disguised = "".join(PARTS.get(character, character) for character in phrase)
    assert any(f.start == 0 and f.end >= len(disguised) for f in found(disguised, rule))


@pytest.mark.parametrize(
    ("disguised", "rule"),
    [
        ("【必】【涨】", "R-012"),
        ("稳（赚）不赔", "R-011"),
        ("稳+赚", "R-011"),
        ("加 w x", "R-040"),
        ("禾急贝兼不赔", "R-011"),
        ("力口微亻言", "R-040"),
        ("⺘包本保息", "R-010"),
        ("gu4ranteed pr0fit", "R-018"),
        ("g.u.a.r.a.n.t.e.e.d profit", "R-018"),
        ("guaranteedprofit", "R-018"),
        ("请顾问买入平安五百股", "R-071"),
        ("保证每个月百分之二十收益", "R-016"),
        ("幺三八零零一三八零零零", "R-110"),
    ],
)
def test_a_disguise_is_seen_through(disguised, rule):
    assert rule in GATE.judge(disguised, Lane.MEMBER).rules


@pytest.mark.parametrize(
    "innocent",
    [
        "你不必，涨停板都会打开的。",
        "公司内部，消息人士说不清楚。",
        "谁说利好！消息还没公布。",
        "女子一百米，明月几时有",
        "p/e 和 p/b 是什么？",
        "周五 10 点，一起读一百零五页。",
        "Plan B, or U.S. and H.K. stocks",
    ],
)
def test_honest_punctuation_and_neighbours_are_no_disguise(innocent):
    assert GATE.judge(innocent, Lane.MEMBER).rules == ()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("七百手", "700手"),
        ("七百五股", "750股"),
        ("七百零五股", "705股"),
        ("一千二百三十四元", "1234元"),
        ("百分之三点五", "3.5%"),
        ("二零二六年", "2026年"),
        ("一百万", "100万"),
        ("十二元", "12元"),
        ("万一，一起，两三百股", "万一,一起,两三百股"),
    ],
)
def test_numerals_are_read_as_digits_where_they_count_something(written, read):
    assert with_digits(plain_view(fold(written))).text == read


def test_a_one_is_read_as_i_and_as_l():
    assert {v.text for v in leet_views(plain_view("pr0f1t"))} == {"profit", "proflt"}


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("必涨稳禾急贝兼，。！|【】a b1\nvx🚀七百股wenzhu"), max_size=40
    )
)
def test_no_view_loses_the_way_back(text):
    folded = fold(text)
    for view in (deepest(folded), with_digits(plain_view(folded)), *leet_views(plain_view(folded))):
        assert len(view.starts) == len(view.ends) == len(view.text)
        assert all(0 <= s < e <= len(folded) for s, e in zip(view.starts, view.ends, strict=True))
        assert list(view.starts) == sorted(view.starts)
        assert list(view.ends) == sorted(view.ends)
