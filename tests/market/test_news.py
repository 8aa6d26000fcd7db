from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web

from bot.market.http import GuardedHttp
from bot.market.news import NewsFeeds, feed_urls
from bot.market.problems import ProblemKind
from tests.market.servers import serving

NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
SAMPLES = Path(__file__).parent / "samples"


async def answer(request):
    name = request.path.removeprefix("/")
    if not (SAMPLES / name).is_file():
        raise web.HTTPNotFound
    return web.Response(body=(SAMPLES / name).read_bytes(), content_type="application/xml")


async def news_of(*names):
    async with serving(answer) as base, GuardedHttp([base]) as http:
        return await NewsFeeds([f"{base}/{name}" for name in names], http).news(NOW)


async def test_feeds_are_merged_newest_first_and_undated_last():
    news = await news_of("news.rss", "news.atom")
    assert [headline.title for headline in news.headlines] == [
        "Example markets open",
        "示例央行公布十月数据",
        "加粗的标题 & 符号",
        "没有时间的标题",
        "From the future",
    ]
    assert news.problems == ()


async def test_an_instant_that_lies_ahead_counts_for_nothing():
    news = await news_of("news.atom")
    assert news.headlines[-1].published is None
    earliest = datetime(2026, 11, 20, tzinfo=UTC)
    assert [headline.title for headline in news.since(earliest)] == ["Example markets open"]


async def test_one_failing_feed_does_not_cost_the_others():
    news = await news_of("gone.rss", "news.atom", "tencent_mixed.gbk")
    assert len(news.headlines) == 2
    assert {problem.kind for problem in news.problems} >= {ProblemKind.BAD_STATUS}
    assert all(problem.source == "127.0.0.1" for problem in news.problems)


async def test_a_feed_whose_host_is_not_configured_is_a_problem():
    async with GuardedHttp([]) as http:
        news = await NewsFeeds(["https://news.example.com/rss?key=secret", "://"], http).news(NOW)
    assert [problem.kind for problem in news.problems] == [ProblemKind.NOT_ALLOWED] * 2
    assert "secret" not in str(news.problems)


async def test_no_feeds_are_no_news():
    assert (await news_of()).headlines == ()


def test_the_setting_is_split_at_commas():
    setting = " https://a.example/rss, https://b.example/rss ,,https://a.example/rss"
    assert feed_urls(setting) == ("https://a.example/rss", "https://b.example/rss")
    assert feed_urls("") == ()
