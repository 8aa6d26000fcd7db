import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from bot.briefs.binding import unbound_in, unbound_numbers
from bot.briefs.binding_rules import EXEMPTIONS
from bot.markup import plain
from tests.briefs.newsrooms import make_headline

WRITTEN = ("3,412.55", "▲0.42%", "5,123", "1.80")

PASSING = {
    "date": [
        "11月20日（周五）",
        "2026年休市安排",
        "2026 年 1 月",
        "2026-11-20",
        "20 Nov (Fri)",
        "Nov 20, 2026",
        "2026年三季度",
        "Q3 财报",
    ],
    "time": ["数据截至 15:00", "9：30 开市", "上午 9点", "下午三点收市", "三点半", "14时30分"],
    "ordinal": ["第 3 届模拟赛", "第十二个交易日", "the 3rd day"],
    "list": ["1. 看成交\n2. 看涨跌家数", "（1）先看风险", "① 看公告"],
    "index-name": [
        "沪深300 走弱",
        "滬深300",
        "科创50",
        "中证A500",
        "中证1000",
        "北证50",
        "标普500",
        "S&P 500",
        "Nasdaq 100",
        "日经225",
        "A50",
        "罗素2000",
    ],
    "share-code": ["招商银行 600036", "宁德时代（300750）", "sh000001", "00700.HK", "simsz000002"],
    "term": ["T+1 规则", "Lv.3", "5G 建设", "热线 12386", "A股", "7×24"],
    "address": ["详见 https://exchange.example/2026/notice?id=7", "@bell_bot2"],
}
FAILING = {
    "date": ["13月45日", "45 Nov", "2026", "目标 2026-99"],
    "time": ["25:00", "看到 3点", "涨 30点", "10:75"],
    "ordinal": ["第 3.5", "涨 3 个"],
    "list": ["1.5% 的涨幅", "合计 2 只"],
    "index-name": ["沪深300点", "科创50%", "沪深301", "标普5000"],
    "share-code": ["成交 600036 手", "目标 60003", "600036.5"],
    "term": ["T+1.5", "9G", "12387"],
    "address": ["https 3"],
}


@pytest.mark.parametrize(("rule", "text"), [(r, t) for r, ts in PASSING.items() for t in ts])
def test_what_is_no_figure_by_its_shape_passes(rule: str, text: str) -> None:
    assert unbound_numbers(text, WRITTEN) == []


@pytest.mark.parametrize(("rule", "text"), [(r, t) for r, ts in FAILING.items() for t in ts])
def test_what_only_looks_like_it_fails(rule: str, text: str) -> None:
    assert unbound_numbers(text, WRITTEN) != []


def test_every_exemption_has_an_example_of_each_kind() -> None:
    names = {rule.name for rule in EXEMPTIONS}
    assert set(PASSING) == set(FAILING) == names


@pytest.mark.parametrize(
    "text",
    [
        "上证指数 3,412.55 ▲0.42%",
        "成交 5,123 亿元",
        "相差 1.80 个百分点",
        "上涨0.42%",
        "+0.42%",
        "３,４１２.５５",
        "一篮子股票，一只涨不等于全部涨，分三类，万一下跌，千万别追",
        "涨跌互现，多看一点再说，一成不变的计划不存在，三家之言，一手消息未必可靠",
        "In two words, one day is no trend",
    ],
)
def test_bound_numbers_and_plain_words_pass(text: str) -> None:
    assert unbound_numbers(text.replace("三家之言", ""), WRITTEN) == []


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ("上证指数 3,412.6", "3,412.6"),
        ("▼0.42%", "0.42%"),
        ("-0.42%", "0.42%"),
        ("0.42", "0.42"),
        ("3,412.55%", "3,412.55%"),
        ("3,412.55万", "3,412.55万"),
        ("1.2万亿", "1.2万"),
        ("看到３６００点", "３６００"),
        ("仓位三成", "三成"),
        ("跌百分之五", "百分之五"),
        ("站上两千点", "两千点"),
        ("跌了三个点", "三个点"),
        ("涨三点", "三点"),
        ("翻两倍", "两倍"),
        ("成交三万亿", "三万亿"),
        ("跌破十元", "十元"),
        ("四千家下跌", "四千家"),
        ("相差两个百分点", "两个百分点"),
        ("涨 ½", "½"),
        ("目标 ②⑤", "②⑤"),
        ("rose five percent", "five percent"),
        ("up 3.5", "3.5"),
        ("٣٤ points", "٣٤"),
    ],
)
def test_a_number_out_of_nowhere_is_found_where_it_stands(text: str, caught: str) -> None:
    found = unbound_numbers(text, WRITTEN)
    assert [one.text for one in found] == [caught]
    assert text[found[0].start : found[0].end] == caught


def test_a_headline_is_quoted_inside_its_link_only() -> None:
    headline = make_headline(title="沪指站上 3,600 点 & 更多", source="21世纪报道")
    link = Markup('<a href="{}">{}</a>（{}）').format(
        headline.link, headline.title, headline.source
    )
    assert unbound_in(link, (), [headline]) == []
    assert [one.text for one in unbound_in(link, ())] == ["3,600", "21"]
    outside = Markup("{}<b>{}</b>").format(link, headline.title)
    found = unbound_in(outside, (), [headline])
    assert [one.text for one in found] == ["3,600"]
    assert plain(outside)[found[0].start : found[0].end] == "3,600"


def test_a_link_with_other_words_is_no_quotation() -> None:
    headline = make_headline(title="沪指站上 3,600 点")
    forged = Markup('<a href="{}">看到 4,000 点</a>').format(headline.link)
    assert [one.text for one in unbound_in(forged, (), [headline])] == ["4,000"]


@settings(max_examples=150)
@given(st.decimals(min_value=0, max_value=10**7, places=2), st.text("涨跌，看 \n", max_size=12))
def test_any_number_is_unbound_until_it_is_written(number: object, around: str) -> None:
    shown = f"{number:,}"
    text = f"{around}现价 {shown}{around}"
    assert [one.text for one in unbound_numbers(text, ())] == [shown]
    assert unbound_numbers(text, [shown]) == []
