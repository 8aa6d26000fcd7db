from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web

from bot.market.http import GuardedHttp
from bot.market.problems import ProblemKind
from bot.market.yahoo import MOST_AT_ONCE, YahooQuotes
from tests.market.servers import answering, serving

NOW = datetime(2026, 11, 20, 21, 5, tzinfo=UTC)
SAMPLE = (Path(__file__).parent / "samples" / "yahoo_chart.json").read_bytes()


async def fetch(handler, symbols, **limits):
    async with serving(handler) as base, GuardedHttp([base], **limits) as http:
        return await YahooQuotes(base, http).quotes(symbols, NOW)


async def test_each_symbol_is_asked_by_its_own_ticker():
    asked = []

    async def handler(request):
        asked.append(request.path_qs)
        ticker = request.path.rpartition("/")[2]
        return web.Response(body=SAMPLE.replace(b'"EXMP"', f'"{ticker}"'.encode()))

    snapshot = await fetch(handler, ["usEXMP", "usINX", "usEXMP"])
    assert list(snapshot.quotes) == ["usEXMP", "usINX"]
    assert {path.partition("?")[0] for path in asked} == {
        "/v8/finance/chart/EXMP",
        "/v8/finance/chart/%5EGSPC",
    }
    assert all("events=div,splits" in path for path in asked)


async def test_only_hong_kong_and_america_are_asked_for_quotes():
    async def handler(request):
        raise AssertionError(request.path)

    snapshot = await fetch(handler, ["sh600519", "sz000001", "bj920002", "simus000001", "../x"])
    assert (snapshot.quotes, snapshot.problems) == ({}, ())


async def test_an_unknown_symbol_costs_no_other():
    async def handler(request):
        if "NOPE" in request.path:
            return web.Response(status=404, body=b'{"chart": {"result": null}}')
        return web.Response(body=SAMPLE)

    snapshot = await fetch(handler, ["usNOPE", "usEXMP"])
    assert list(snapshot.quotes) == ["usEXMP"]
    assert [(p.kind, p.symbol) for p in snapshot.problems] == [
        (ProblemKind.UNKNOWN_SYMBOL, "usNOPE")
    ]


@pytest.mark.parametrize(
    ("handler", "kind"),
    [
        (answering(b"Too Many Requests", 429), ProblemKind.BAD_STATUS),
        (answering(b"<html>consent</html>"), ProblemKind.BLOCKED),
        (answering(b""), ProblemKind.EMPTY),
        (answering(SAMPLE[:300]), ProblemKind.MALFORMED),
    ],
)
async def test_a_feed_in_trouble_is_a_problem_and_no_exception(handler, kind):
    snapshot = await fetch(handler, ["usEXMP"])
    assert [(p.kind, p.symbol) for p in snapshot.problems] == [(kind, "usEXMP")]


async def test_after_too_many_requests_the_host_is_left_alone():
    async with serving(answering(b"", 429)) as base, GuardedHttp([base]) as http:
        source = YahooQuotes(base, http)
        await source.quotes(["usEXMP"], NOW)
        again = await source.quotes(["usEXMP"], NOW + timedelta(seconds=1))
    assert again.problems[0].kind is ProblemKind.BACKING_OFF


async def test_more_symbols_than_it_bears_are_named_as_not_asked():
    asked = []

    async def handler(request):
        asked.append(request.path)
        return web.Response(status=404)

    letters = "ABCDEFGHIJ"
    symbols = [f"us{a}{b}" for a in letters for b in letters]
    snapshot = await fetch(handler, symbols)
    assert len(asked) == MOST_AT_ONCE
    not_asked = [p.symbol for p in snapshot.problems if p.kind is ProblemKind.NOT_ASKED]
    assert not_asked == symbols[MOST_AT_ONCE:]


async def test_corporate_news_of_every_market_but_beijing_can_be_asked():
    async def handler(request):
        ticker = request.path.rpartition("/")[2]
        return web.Response(body=SAMPLE.replace(b'"EXMP"', f'"{ticker}"'.encode()))

    async with serving(handler) as base, GuardedHttp([base]) as http:
        source = YahooQuotes(base, http)
        news = await source.corporate_news(["usEXMP", "sh600519", "bj920002"], NOW)
    assert {event.symbol for event in news.events} == {"usEXMP", "sh600519"}
    assert {event.ex_day for event in news.events} == {date(2026, 11, 19)}
    assert news.problems == ()


async def test_corporate_news_that_cannot_be_had_is_a_problem():
    async with serving(answering(b"", 500)) as base, GuardedHttp([base]) as http:
        news = await YahooQuotes(base, http).corporate_news(["usEXMP"], NOW)
    assert news.events == ()
    assert [(p.kind, p.symbol) for p in news.problems] == [(ProblemKind.BAD_STATUS, "usEXMP")]
