from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.market.headlines import LONGEST_TITLE, Headline, distinct, is_web_link, parse_feed
from bot.market.problems import ProblemKind

SAMPLES = Path(__file__).parent / "samples"


def test_rss_titles_are_plain_dated_and_from_a_named_source():
    headlines, problems = parse_feed((SAMPLES / "news.rss").read_bytes(), "news.example.com")
    assert problems == ()
    assert headlines[0] == Headline(
        "示例央行公布十月数据",
        "https://news.example.com/a?id=1",
        datetime(2026, 11, 19, 23, 30, tzinfo=UTC),
        "示例财经",
    )
    assert headlines[1].title == "加粗的标题 & 符号"
    assert type(headlines[1].title) is str


def test_entries_without_a_title_or_a_web_link_are_dropped():
    headlines, _ = parse_feed((SAMPLES / "news.rss").read_bytes(), "news.example.com")
    assert [headline.title for headline in headlines] == [
        "示例央行公布十月数据",
        "加粗的标题 & 符号",
        "没有时间的标题",
        "示例央行公布十月数据!",
    ]
    assert headlines[2].published is None


def test_atom_is_read_as_well():
    headlines, _ = parse_feed((SAMPLES / "news.atom").read_bytes(), "wire.example.org")
    assert headlines[0].title == "Example markets open"
    assert headlines[0].source == "Example Wire"
    assert headlines[0].published == datetime(2026, 11, 20, 1, tzinfo=UTC)


def test_the_same_link_or_wording_is_told_once():
    headlines, _ = parse_feed((SAMPLES / "news.rss").read_bytes(), "news.example.com")
    assert [headline.title for headline in distinct(headlines)] == [
        "示例央行公布十月数据",
        "加粗的标题 & 符号",
        "没有时间的标题",
    ]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", ProblemKind.MALFORMED),
        (b"\x00\xff\xfe", ProblemKind.MALFORMED),
        (b"<html><body>login</body></html>", ProblemKind.MALFORMED),
        (b"/etc/passwd", ProblemKind.MALFORMED),
        (b'<rss version="2.0"><channel></channel></rss>', ProblemKind.EMPTY),
    ],
)
def test_a_document_without_headlines_is_a_problem_and_no_exception(body, kind):
    headlines, problems = parse_feed(body, "news.example.com")
    assert headlines == ()
    assert [(problem.kind, problem.source) for problem in problems] == [(kind, "news.example.com")]


def test_a_cut_document_gives_what_it_has():
    whole = (SAMPLES / "news.rss").read_bytes()
    headlines, problems = parse_feed(whole[:500], "news.example.com")
    assert headlines[0].title == "示例央行公布十月数据"
    assert problems == ()


def test_a_title_that_explodes_is_cut():
    rss = "<rss version='2.0'><channel><item><title>{}</title><link>http://a.example/1</link></item></channel></rss>"
    (headline,), _ = parse_feed(rss.format("长" * 9_000).encode(), "a.example")
    assert len(headline.title) == LONGEST_TITLE
    assert headline.title.endswith("…")
    assert headline.source == "a.example"


@pytest.mark.parametrize(
    ("link", "is_safe"),
    [
        ("https://news.example.com/财经?x=1", True),
        ("http://news.example.com", True),
        ("ftp://news.example.com/", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("https://user@evil.example/", False),
        ("https://news.example.com/a b", False),
        ("https://news.example.com/\u202egpj.exe", False),
        ("https://[broken", False),
        ("https://news.example.com/" + "a" * 1_000, False),
        ("", False),
    ],
)
def test_only_plain_web_links_are_kept(link, is_safe):
    assert is_web_link(link) is is_safe


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
def test_any_bytes_are_headlines_or_a_problem(body):
    for prefix in (b"", b"<rss version='2.0'><channel><item><title>"):
        headlines, problems = parse_feed(prefix + body, "news.example.com")
        assert bool(headlines) != bool(problems)
