import asyncio
import gzip
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web

from bot.market.feed_memory import FeedState, ShortMemory
from bot.market.http import GuardedHttp, Validators
from bot.market.http_errors import BadStatus
from bot.market.news import NewsFeeds
from bot.market.news_trust import Trust, TrustList
from bot.market.problems import ProblemKind
from tests.market.servers import answering, serving

SAMPLES = Path(__file__).parent / "samples"
NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
LATER = NOW + timedelta(minutes=10)
RSS = (SAMPLES / "news.rss").read_bytes()


def conditional(asked, body=RSS):
    async def handler(request):
        asked.append(
            (request.headers.get("If-None-Match"), request.headers.get("If-Modified-Since"))
        )
        if asked[-1] == ('"v1"', "Thu, 19 Nov 2026 10:00:00 GMT"):
            return web.Response(status=304)
        given = {"ETag": '"v1"', "Last-Modified": "Thu, 19 Nov 2026 10:00:00 GMT"}
        return web.Response(body=body, headers=given)

    return handler


async def test_an_unchanged_feed_still_gives_its_headlines():
    asked, memory = [], ShortMemory()
    async with serving(conditional(asked)) as base, GuardedHttp([base]) as http:
        feeds = NewsFeeds([base], http, memory=memory)
        first = await feeds.news(NOW)
        second = await feeds.news(LATER)
        state = (await memory.recall([base]))[base]
    assert asked == [(None, None), ('"v1"', "Thu, 19 Nov 2026 10:00:00 GMT")]
    assert second == first
    assert len(first.headlines) == 3
    assert (state.fetched_at, state.unchanged, state.failures) == (LATER, 1, 0)


async def test_without_headlines_to_fall_back_on_a_feed_is_asked_for_everything():
    asked = []
    handler = conditional(asked, b"<rss version='2.0'><channel/></rss>")
    async with serving(handler) as base, GuardedHttp([base]) as http:
        feeds = NewsFeeds([base], http)
        for now in (NOW, LATER):
            assert (await feeds.news(now)).problems[0].kind is ProblemKind.EMPTY
    assert asked == [(None, None)] * 2


async def test_failures_are_counted_until_the_feed_answers_again():
    statuses = [500, 500, 200]

    async def handler(_):
        return web.Response(status=statuses.pop(0), body=RSS)

    memory = ShortMemory()
    async with serving(handler) as base, GuardedHttp([base]) as http:
        feeds, seen = NewsFeeds([base], http, memory=memory), []
        for minutes in (0, 10, 20):
            await feeds.news(NOW + timedelta(minutes=minutes))
            state = (await memory.recall([base]))[base]
            seen.append((state.failures, state.problem))
    assert seen == [(1, "bad-status"), (2, "bad-status"), (0, "")]


def test_a_failure_forgets_nothing():
    state = FeedState("u").renewed((), Validators('"a"'), NOW).failed("timed-out")
    assert (state.validators.etag, state.fetched_at) == ('"a"', NOW)


async def test_an_unasked_304_is_a_failure_and_odd_validators_are_not_sent_back():
    async with serving(answering(b"", 304)) as base, GuardedHttp([base]) as http:
        with pytest.raises(BadStatus):
            await http.get(base, NOW)
    odd = answering(b"x", ETag='"' + "a" * 300 + '"', Last_Modified="vorgestern früh")
    async with serving(odd) as base, GuardedHttp([base]) as http:
        assert not (await http.get(base, NOW)).validators


async def test_trusted_publishers_come_first_and_win_against_copies():
    def feed(title, stamp):
        return (
            f"<rss version='2.0'><channel><title>{title}</title><item>"
            f"<title>示例央行公布十月金融数据</title><link>LINK{title}</link>"
            f"<pubDate>Fri, 20 Nov 2026 0{stamp}:00:00 +0800"
            "</pubDate></item></channel></rss>"
        )

    async def handler(request):
        title = "copy" if request.path == "/copy" else "origin"
        host = "blog.example" if title == "copy" else "127.0.0.1"
        body = feed(title, 9 if title == "copy" else 8).replace("LINK", f"https://{host}/")
        return web.Response(text=body)

    trust = TrustList(frozenset({"127.0.0.1"}))
    async with serving(handler) as base, GuardedHttp([base]) as http:
        news = await NewsFeeds([f"{base}/copy", f"{base}/origin"], http, trust=trust).news(NOW)
    assert [(h.source, h.trust) for h in news.headlines] == [("origin", Trust.TRUSTED)]


def item(title="标题一二三四五六七八", link="https://news.example.com/1", date="", extra=""):
    dated = f"<pubDate>{date}</pubDate>" if date else ""
    return f"<item><title>{title}</title><link>{link}</link>{dated}{extra}</item>"


def rss(*items, prolog="<?xml version='1.0' encoding='UTF-8'?>"):
    return f"{prolog}<rss version='2.0'><channel>{''.join(items)}</channel></rss>"


LAUGHS = (
    "<!DOCTYPE rss [<!ENTITY a 'ha'>"
    + "".join(
        f"<!ENTITY {x} '{f'&{y};' * 10}'>" for y, x in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)


async def news_from(body, **headers):
    handler = answering(body if isinstance(body, bytes) else body.encode(), **headers)
    async with serving(handler) as base, GuardedHttp([base], longest_fetch=1.0) as http:
        return await NewsFeeds([f"{base}/feeds/rss.xml"], http).news(NOW)


@pytest.mark.parametrize("content_type", ["text/xml", "application/xml", "text/xml; charset=gbk"])
async def test_gbk_is_read_as_gbk(content_type):
    body = rss(item("沪深交易所发布公告"), prolog="<?xml version='1.0' encoding='GBK'?>")
    news = await news_from(body.encode("gb18030"), Content_Type=content_type)
    assert [h.title for h in news.headlines] == ["沪深交易所发布公告"]


async def test_titles_are_plain_whatever_they_are_wrapped_in():
    news = await news_from(
        rss(
            item("<![CDATA[<b>公告</b> &amp; 说明 🎉 <script>alert(1)</script>完]]>"),
            item("nan", "https://news.example.com/2"),
            item("\ufffd乱码标题", "https://news.example.com/3"),
            item("🎉🎉", "https://news.example.com/4"),
        )
    )
    assert [h.title for h in news.headlines] == ["公告 & 说明 🎉 完"]


async def test_a_relative_link_leads_to_where_the_feed_came_from():
    news = await news_from(rss(item(link="/a/1.html"), item("另一条", "javascript:alert(1)")))
    (headline,) = news.headlines
    assert headline.link.startswith("http://127.0.0.1:")
    assert headline.link.endswith("/a/1.html")


@pytest.mark.parametrize(
    ("date", "is_known"),
    [
        ("Fri, 20 Nov 2026 08:00:00 +0800", True),
        ("Fri, 20 Nov 2026 00:00:00 GMT", True),
        ("2026-11-20T00:00:00Z", True),
        ("2026-11-20 08:00:00", False),  # eight hours could be missing
        ("Fri, 20 Nov 2026 23:00:00 +0800", False),  # ahead
        ("Thu, 01 Jan 1970 00:00:00 GMT", False),
        ("Fri, 31 Dec 9999 23:59:59 GMT", False),
        ("Fri, 99 Foo 2026 25:61:00 GMT", False),
        ("nan", False),
        ("", False),
    ],
)
async def test_only_a_date_that_can_be_counts(date, is_known):
    (headline,) = (await news_from(rss(item(date=date)))).headlines
    assert (headline.published is not None) is is_known


@pytest.mark.parametrize(
    ("body", "headers", "kind"),
    [
        (b" " * 20_000_000, {}, ProblemKind.TOO_LARGE),
        (gzip.compress(b" " * 20_000_000), {"Content_Encoding": "gzip"}, ProblemKind.TOO_LARGE),
        (b"not packed", {"Content_Encoding": "gzip"}, ProblemKind.MALFORMED),
        (b"<html><body>login</body></html>", {}, ProblemKind.MALFORMED),
        (b"{}", {}, ProblemKind.MALFORMED),
    ],
)
async def test_bombs_and_pages_are_one_problem(body, headers, kind):
    news = await news_from(body, **headers)
    assert (news.headlines, [p.kind for p in news.problems]) == ((), [kind])


async def test_entities_that_multiply_are_not_followed():
    async with asyncio.timeout(5):
        news = await news_from(rss(item("&j;"), item("真正的标题在这里"), prolog=LAUGHS))
    assert all(len(h.title) <= 120 and "haha" not in h.title for h in news.headlines)


async def test_a_feed_of_two_megabytes_is_read_in_time():
    body = rss(*(item(f"第 {n} 条示例新闻标题") for n in range(12_000)))[:1_900_000]
    news = await news_from(body)
    assert 0 < len(news.headlines) <= 60


@pytest.mark.parametrize(
    "location",
    ["http://169.254.169.254/latest", "http://10.0.0.1/", "http://[::1]/", "http://localhost:1/"],
)
async def test_a_redirect_to_an_inner_address_is_refused(location):
    handler = answering(b"", 302, Location=location)
    async with serving(handler) as base, GuardedHttp([base]) as http:
        news = await NewsFeeds([base], http).news(NOW)
    assert [p.kind for p in news.problems] == [ProblemKind.NOT_ALLOWED]


async def test_a_feed_that_drips_is_given_up_and_costs_no_other():
    async def handler(request):
        if request.path == "/good":
            return web.Response(body=RSS)
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b"<rss>")
            await asyncio.sleep(0.02)

    async with serving(handler) as base, GuardedHttp([base], longest_fetch=0.3) as http:
        news = await NewsFeeds([f"{base}/slow", f"{base}/good"], http).news(NOW)
    assert len(news.headlines) == 3
    assert [p.kind for p in news.problems] == [ProblemKind.TIMED_OUT]
