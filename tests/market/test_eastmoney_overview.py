import asyncio
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from aiohttp import web

from bot.contest.days.feed_limits import limits_by_name
from bot.market.eastmoney_overview import EastmoneyOverview
from bot.market.http import GuardedHttp
from bot.market.problems import ProblemKind
from tests.market.scans import make_board, make_page, make_share
from tests.market.servers import answering, serving

SAMPLES = Path(__file__).parent / "samples"
AT = datetime(2026, 11, 20, 7, 0, 3, tzinfo=UTC)
NOW = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)
SHARES = [make_share(f"sh6{n:05d}", 10.12 if n % 3 else 10.0, 10.05, AT) for n in range(330)]
BOARDS = [make_board(n, n / 10, AT) for n in range(130)]


def make_market(shares=SHARES, boards=BOARDS, cap=100, asked=None, change=None):
    """Serve lists in pages of `cap`; `change` may replace the answer to a page of shares."""

    async def handler(request):
        if asked is not None:
            asked.append(request.query_string)
        page, size = int(request.query["pn"]), min(int(request.query["pz"]), cap)
        is_boards = request.query["fs"].startswith("m:90")
        rows = boards if is_boards else shares
        if change is not None and not is_boards and (answer := change(page)) is not None:
            return answer
        return web.Response(body=make_page(rows[(page - 1) * size : page * size], len(rows)))

    return handler


async def overview_of(handler, now=NOW, **limits):
    async with serving(handler) as base, GuardedHttp([base], **limits) as http:
        return await EastmoneyOverview(base, http, limits_by_name).overview(now)


def kinds(overview):
    return {problem.symbol: problem.kind for problem in overview.problems}


async def test_all_pages_together_are_the_market():
    asked = []
    overview = await overview_of(make_market(asked=asked))
    assert overview.problems == ()
    breadth = overview.breadth
    assert (breadth.rose, breadth.fell, breadth.level) == (220, 110, 0)
    assert (breadth.source, breadth.at, breadth.simulated) == ("eastmoney", AT, False)
    assert len(overview.sectors) == 130
    assert max(overview.sectors, key=lambda s: s.change_percent).change_percent == Decimal("12.9")
    assert len(asked) == 6


async def test_the_recorded_lists_are_read_as_they_are():
    async def handler(request):
        which = "boards" if request.query["fs"].startswith("m:90") else "shares"
        return web.Response(body=(SAMPLES / f"eastmoney_clist_{which}.json").read_bytes())

    overview = await overview_of(handler)
    assert (overview.breadth.rose, overview.breadth.limit_up) == (8, 4)
    assert len(overview.sectors) == 7


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (lambda: web.Response(status=500), ProblemKind.BAD_STATUS),
        (lambda: web.Response(text="<html>blocked</html>"), ProblemKind.BLOCKED),
        (lambda: web.Response(body=b""), ProblemKind.EMPTY),
        (lambda: web.Response(body=make_page([], 330)), ProblemKind.CUT_ROW),
        (lambda: web.Response(body=make_page(SHARES[:100], 330)), ProblemKind.CUT_ROW),
        (lambda: web.Response(body=make_page(SHARES[100:150], 330)), ProblemKind.CUT_ROW),
        (lambda: web.Response(body=make_page(SHARES[100:200], 331)), ProblemKind.MALFORMED),
        (lambda: web.Response(body=make_page(SHARES[100:200], 0)), ProblemKind.EMPTY),
        (lambda: web.Response(body=make_page(SHARES[100:200])[:-900]), ProblemKind.MALFORMED),
        (lambda: web.Response(body=b" " * 300_000), ProblemKind.TOO_LARGE),
        (
            lambda: web.Response(
                body=make_page([{**SHARES[100], "f2": None}, *SHARES[101:200]], 330)
            ),
            ProblemKind.MALFORMED,
        ),
    ],
)
async def test_one_bad_page_is_no_breadth_and_no_exception(answer, kind):
    market = make_market(change=lambda page: answer() if page == 2 else None)
    overview = await overview_of(market, largest_body=200_000)
    assert overview.breadth is None
    assert kinds(overview) == {"breadth": kind}
    assert len(overview.sectors) == 130


async def test_the_boards_are_all_of_today_or_none():
    short = await overview_of(make_market(boards=[*BOARDS[:-1], {**BOARDS[-1], "f3": "-"}]))
    assert (short.sectors, kinds(short)) == ((), {"sectors": ProblemKind.CUT_ROW})
    old = make_board(5, 1.0, AT - timedelta(days=1))
    stale = await overview_of(make_market(boards=[*BOARDS[:5], old, *BOARDS[6:]]))
    assert (stale.sectors, kinds(stale)) == ((), {"sectors": ProblemKind.STALE})
    doubled = await overview_of(make_market(boards=[*BOARDS[:-1], BOARDS[0]]))
    assert (doubled.sectors, kinds(doubled)) == ((), {"sectors": ProblemKind.CUT_ROW})
    assert stale.breadth is not None


async def test_a_market_of_yesterday_is_stale():
    shares = [{**row, "f297": 20261119} for row in SHARES]
    overview = await overview_of(make_market(shares=shares))
    assert overview.breadth is None
    assert kinds(overview)["breadth"] is ProblemKind.STALE


async def test_a_list_cut_into_tiny_or_endless_pages_is_not_followed():
    tiny = await overview_of(make_market(cap=20))
    assert kinds(tiny)["breadth"] is ProblemKind.CUT_ROW
    many = await overview_of(
        make_market(change=lambda page: web.Response(body=make_page(SHARES[:60], 19_000)))
    )
    assert kinds(many)["breadth"] is ProblemKind.TOO_LARGE


async def test_a_blocked_host_is_two_problems():
    overview = await overview_of(answering(b"<html>no</html>"))
    assert overview.breadth is None
    assert overview.sectors == ()
    assert kinds(overview)["sectors"] is ProblemKind.BLOCKED
    assert kinds(overview)["breadth"] is ProblemKind.BACKING_OFF


async def test_a_scan_that_drips_is_given_up():
    async def slow(request):
        await asyncio.sleep(60)

    async with serving(slow) as base, GuardedHttp([base]) as http:
        source = EastmoneyOverview(base, http, limits_by_name, longest_scan=0.1)
        overview = await source.overview(NOW)
    assert set(kinds(overview).values()) == {ProblemKind.TIMED_OUT}


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 11, 20, 0, 30, tzinfo=UTC),  # before the opening
        datetime(2026, 11, 21, 7, 30, tzinfo=UTC),  # a Saturday
        datetime(2031, 1, 6, 7, 30, tzinfo=UTC),  # past the calendar
    ],
)
async def test_without_a_session_today_nobody_is_asked(now):
    asked = []
    overview = await overview_of(make_market(asked=asked), now)
    assert (overview.breadth, overview.sectors, overview.problems, asked) == (None, (), (), [])


async def test_an_answer_serves_a_preview_and_the_brief_after_it():
    asked = []
    async with serving(make_market(asked=asked)) as base, GuardedHttp([base]) as http:
        source = EastmoneyOverview(base, http, limits_by_name)
        first = await source.overview(NOW)
        assert await source.overview(NOW + timedelta(seconds=90)) == first
        assert len(asked) == 6
        await source.overview(NOW + timedelta(minutes=3))
    assert len(asked) == 12
