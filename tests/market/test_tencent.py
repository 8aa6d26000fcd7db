import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web

from bot.market.http import GuardedHttp
from bot.market.problems import ProblemKind
from bot.market.tencent import BATCH, TencentQuotes
from tests.market.rows import make_body, make_row
from tests.market.servers import answering, serving

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
SAMPLES = Path(__file__).parent / "samples"


async def fetch(handler, symbols, **limits):
    async with serving(handler) as base, GuardedHttp([base], **limits) as http:
        return await TencentQuotes(base, http).quotes(symbols, NOW)


async def test_the_answer_becomes_quotes_by_symbol():
    body = (SAMPLES / "tencent_indexes.gbk").read_bytes()
    snapshot = await fetch(answering(body), ["sh000001", "hkHSI", "usDJI"])
    assert set(snapshot.quotes) == {"sh000001", "hkHSI", "usDJI"}
    assert snapshot.problems == ()


async def test_many_symbols_are_asked_in_batches_and_each_only_once():
    asked = []

    async def handler(request):
        symbols = request.path.removeprefix("/q=").split(",")
        asked.append(symbols)
        return web.Response(body=make_body(*map(make_row, symbols)))

    symbols = [f"sh{600000 + n}" for n in range(130)]
    snapshot = await fetch(handler, symbols + symbols)
    assert [len(batch) for batch in asked] == [BATCH, BATCH, 10]
    assert list(snapshot.quotes) == symbols


async def test_a_symbol_the_feed_does_not_know_is_named():
    snapshot = await fetch(answering(b'v_pv_none_match="1";'), ["sh600999"])
    assert [(p.kind, p.symbol) for p in snapshot.problems] == [
        (ProblemKind.UNKNOWN_SYMBOL, "sh600999")
    ]


async def test_rows_nobody_asked_for_are_dropped():
    body = make_body(make_row("sh600000"), make_row("sh600001"))
    assert list((await fetch(answering(body), ["sh600001"])).quotes) == ["sh600001"]


async def test_text_that_is_no_symbol_is_not_sent():
    async def handler(request):
        raise AssertionError(request.path)

    assert (await fetch(handler, ["simsh000001", "../x", "sh1"])).quotes == {}


async def slow(_):
    await asyncio.sleep(60)


@pytest.mark.parametrize(
    ("handler", "kind"),
    [
        (answering(b"<html>blocked</html>"), ProblemKind.BLOCKED),
        (answering(b"<html>501</html>", 501), ProblemKind.BAD_STATUS),
        (answering(b""), ProblemKind.EMPTY),
        (answering(b"v_sh600000" * 3_000), ProblemKind.TOO_LARGE),
        (answering(b"", 302, Location="http://10.0.0.1/"), ProblemKind.NOT_ALLOWED),
        (slow, ProblemKind.TIMED_OUT),
    ],
)
async def test_a_feed_in_trouble_is_one_problem_and_no_exception(handler, kind):
    snapshot = await fetch(handler, ["sh600000"], largest_body=20_000, longest_fetch=0.3)
    assert snapshot.quotes == {}
    assert [(problem.kind, problem.symbol) for problem in snapshot.problems] == [(kind, None)]


async def test_after_a_failure_the_next_question_waits():
    async with serving(answering(b"", 500)) as base, GuardedHttp([base]) as http:
        source = TencentQuotes(base, http)
        await source.quotes(["sh600000"], NOW)
        again = await source.quotes(["sh600000"], NOW + timedelta(seconds=1))
    assert again.problems[0].kind is ProblemKind.BACKING_OFF


async def test_broken_bytes_cost_one_row():
    broken = make_body(make_row("sh600000")).replace("示".encode("gb18030"), b"\xca", 1)
    body = broken + make_body(make_row("sh600001"))
    snapshot = await fetch(answering(body), ["sh600000", "sh600001"])
    assert list(snapshot.quotes) == ["sh600001"]
    assert [problem.symbol for problem in snapshot.problems] == ["sh600000"]
