"""What Tencent, Sina and Eastmoney do alike is told in `test_tencent.py`; here what differs."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web

from bot.market import eastmoney, sina
from bot.market.eastmoney import EastmoneyQuotes
from bot.market.http import GuardedHttp
from bot.market.problems import ProblemKind
from bot.market.sina import SinaQuotes
from bot.market.symbols import MARKET_INDEXES
from bot.market.tencent import TencentQuotes
from tests.market.servers import answering, serving

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
SAMPLES = Path(__file__).parent / "samples"
SINA_BODY = (SAMPLES / "sina.gbk").read_bytes()
EASTMONEY_BODY = (SAMPLES / "eastmoney_ulist.json").read_bytes()
BOTH = [(SinaQuotes, SINA_BODY), (EastmoneyQuotes, EASTMONEY_BODY)]


async def fetch(source, handler, symbols):
    async with serving(handler) as base, GuardedHttp([base]) as http:
        return await source(base, http).quotes(symbols, NOW)


async def test_sina_gets_the_referer_without_which_it_refuses():
    async def handler(request):
        known = request.headers.get("Referer") == sina.REFERER
        return web.Response(body=SINA_BODY if known else b"", status=200 if known else 403)

    snapshot = await fetch(SinaQuotes, handler, ["sh600000", "sz300001"])
    assert list(snapshot.quotes) == ["sh600000", "sz300001"]


async def test_eastmoney_is_asked_for_prices_and_not_for_scaled_numbers():
    asked = []

    async def handler(request):
        asked.append(dict(request.query))
        return web.Response(body=EASTMONEY_BODY)

    snapshot = await fetch(EastmoneyQuotes, handler, ["sh600000", "sz000999", "bj920002"])
    assert asked[0]["fltt"] == "2"
    assert asked[0]["secids"] == "1.600000,0.000999,0.920002"
    assert list(snapshot.quotes) == ["sh600000"]
    assert {(p.kind, p.symbol) for p in snapshot.problems} == {
        (ProblemKind.HALTED, "sz000999"),
        (ProblemKind.UNKNOWN_SYMBOL, "bj920002"),
    }


async def test_eastmoney_that_knows_none_of_them_names_each():
    body = (SAMPLES / "eastmoney_empty.json").read_bytes()
    snapshot = await fetch(EastmoneyQuotes, answering(body), ["sh600000", "sh600001"])
    assert [(p.kind, p.symbol) for p in snapshot.problems] == [
        (ProblemKind.UNKNOWN_SYMBOL, "sh600000"),
        (ProblemKind.UNKNOWN_SYMBOL, "sh600001"),
    ]


def symbols_asked(request):
    listed = request.query.get("secids") or request.path.partition("list=")[2]
    return listed.split(",")


@pytest.mark.parametrize(
    ("source", "batch"), [(SinaQuotes, sina.BATCH), (EastmoneyQuotes, eastmoney.BATCH)]
)
async def test_many_symbols_are_asked_in_batches_of_the_feed(source, batch):
    asked = []

    async def handler(request):
        asked.append(len(symbols_asked(request)))
        return web.Response(body=SINA_BODY)

    await fetch(source, handler, [f"sh{600000 + n}" for n in range(250)])
    assert asked == [batch] * (250 // batch) + [250 % batch]


@pytest.mark.parametrize(("source", "body"), BOTH)
async def test_the_mainland_alone_is_asked(source, body):
    async def handler(request):
        raise AssertionError(request.path)

    assert (await fetch(source, handler, ["hk00700", "usAAPL", "simsh000001", "sh1"])).quotes == {}
    instance = source("https://feeds.example.com", GuardedHttp([]))
    assert instance.indexes.mainland == MARKET_INDEXES.mainland
    assert instance.indexes.overseas == ()
    assert await instance.series("sh600000", NOW) == ()


async def test_tencent_knows_every_index_of_the_briefs():
    assert TencentQuotes("https://feeds.example.com", GuardedHttp([])).indexes == MARKET_INDEXES


@pytest.mark.parametrize(("source", "body"), BOTH)
@pytest.mark.parametrize(
    ("status", "change", "kind"),
    [
        (200, lambda body: b"<html>blocked</html>", ProblemKind.BLOCKED),
        (501, lambda body: b"<html>501</html>", ProblemKind.BAD_STATUS),
        (403, lambda body: b"Kinsoku jikou desu!", ProblemKind.BAD_STATUS),
        (200, lambda body: b"", ProblemKind.EMPTY),
        (200, lambda body: b"\xff" + body[:3], ProblemKind.MALFORMED),
    ],
)
async def test_a_feed_in_trouble_is_one_problem_and_no_exception(
    source, body, status, change, kind
):
    snapshot = await fetch(source, answering(change(body), status), ["sh600000"])
    assert snapshot.quotes == {}
    assert [(problem.kind, problem.symbol) for problem in snapshot.problems] == [(kind, None)]


@pytest.mark.parametrize(("source", "body"), BOTH)
async def test_a_host_that_answers_with_a_page_is_left_alone_for_a_while(source, body):
    async with serving(answering(b"  <html>blocked</html>")) as base, GuardedHttp([base]) as http:
        instance = source(base, http)
        await instance.quotes(["sh600000"], NOW)
        again = await instance.quotes(["sh600000"], NOW + timedelta(seconds=1))
    assert again.problems[0].kind is ProblemKind.BACKING_OFF
