import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.market.same_story import same_words, story_address

PLAIN = "https://news.example.com/a/1.html"


@pytest.mark.parametrize(
    "link",
    [
        "http://news.example.com/a/1.html",
        "https://www.news.example.com/a/1.html",
        "https://m.news.example.com/a/1.html#top",
        "https://NEWS.example.com/a/1.html?utm_source=x&utm_medium=rss&spm=1.2",
        "https://news.example.com/a/1.html?from=groupmessage&isappinstalled=0",
        "https://news.example.com/amp/a/1.html",
        "https://news.example.com/a/1.html/amp",
        "https://news.example.com/a/1.amp.html",
        "https://news-example-com.cdn.ampproject.org/c/s/news.example.com/a/1.html",
        "https://www.google.com/amp/s/news.example.com/a/1.html",
        "https://www.google.com/url?q=x&url=https%3A%2F%2Fnews.example.com%2Fa%2F1.html",
        "https://jump.example.org/go?target=https://m.news.example.com/a/1.html?fbclid=9",
    ],
)
def test_mirrors_trackers_and_redirects_lead_to_one_story(link):
    assert story_address(link) == story_address(PLAIN)


@pytest.mark.parametrize(
    "link",
    [
        "https://news.example.com/a/2.html",
        "https://news.example.com/a/1.html?id=2",
        "https://other.example.com/a/1.html",
        "https://news.example.com/url?url=javascript:alert(1)",
    ],
)
def test_another_page_is_another_story(link):
    assert story_address(link) != story_address(PLAIN)


def test_the_order_of_parameters_and_a_trailing_slash_do_not_matter():
    assert story_address("https://a.example/x/?b=2&a=1") == story_address(
        "https://a.example/x?a=1&b=2"
    )
    assert story_address("https://a.example/x/index.html") == story_address("https://a.example/x")


@given(st.text(max_size=80))
def test_any_text_has_an_address_to_compare_by(text):
    for link in (text, f"https://{text}", f"https://a.example/{text}"):
        assert story_address(link) == story_address(link)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("央行公布十月金融数据", "央行公布十月金融数据！"),
        ("央行公布十月金融数据", "快讯：央行公布十月金融数据"),
        ("央行：10月广义货币同比增长 8.2%", "中国央行：10月广义货币同比增长8.2%"),
        ("Regulator publishes new disclosure rules", "REGULATOR publishes new disclosure rules -"),
        ("涨", "涨！"),
    ],
)
def test_nearly_the_same_words_are_one_story(one, other):
    assert same_words(one, other)
    assert same_words(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("央行：10月广义货币同比增长 8.2%", "央行：10月广义货币同比增长 8.3%"),
        ("央行：10月广义货币同比增长 8.2%", "央行：9月广义货币同比增长 8.2%"),
        ("示例公司前三季度净利润增长三成", "示例公司前三季度净利润增长五成"),
        ("沪指午后震荡银行板块领涨两市", "沪指午后震荡银行板块领跌两市"),
        ("示例公司：重大资产重组获批准", "示例公司：重大资产重组未获批准"),
        ("招商示例银行股份有限公司发布第三季度报告", "兴业示例银行股份有限公司发布第三季度报告"),
        ("中行发布第三季度业绩报告全文", "农行发布第三季度业绩报告全文"),
        ("Fed raises its policy rate at the meeting", "Fed cuts its policy rate at the meeting"),
        ("Board approves the merger plan today", "Board may approve the merger plan today"),
        ("短标题甲", "短标题甲乙"),
        ("", ""),
        ("央行公布十月金融数据", "交易所发布明年休市安排"),
    ],
)
def test_other_numbers_senses_or_subjects_are_two_stories(one, other):
    assert not same_words(one, other)
    assert not same_words(other, one)


@given(st.text(max_size=30), st.text(max_size=30))
def test_sameness_holds_both_ways(one, other):
    assert same_words(one, other) == same_words(other, one)
