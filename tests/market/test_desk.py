from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bot.market.desk import SOURCES, Bases, QuoteDesk, QuoteSourceUnknown, choose_sources
from bot.market.http import GuardedHttp
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import Quote
from bot.market.source import Snapshot
from bot.market.symbols import MARKET_INDEXES, is_symbol
from tests.market.rows import make_body, make_row
from tests.market.servers import answering, serving

SAMPLES = Path(__file__).parent / "samples"
NOW = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)


def make_quote(symbol, source, last="10.12", previous_close="10.05"):
    return Quote(
        symbol=symbol,
        name="示例股份",
        last=Decimal(last),
        previous_close=Decimal(previous_close),
        at=datetime(2026, 11, 20, 7, tzinfo=UTC),
        source=source,
    )


class FixedSource:
    indexes = MARKET_INDEXES

    def __init__(self, code, *quotes):
        self.code = code
        self.known = {quote.symbol: quote for quote in quotes}
        self.asked = []

    def serves(self, symbol):
        return is_symbol(symbol)

    async def quotes(self, symbols, now):
        self.asked.append(list(symbols))
        lost = tuple(
            FeedProblem(ProblemKind.UNKNOWN_SYMBOL, self.code, s)
            for s in symbols
            if s not in self.known
        )
        return Snapshot({s: self.known[s] for s in symbols if s in self.known}, lost)

    async def series(self, symbol, now):
        return ()


async def test_the_second_source_is_asked_only_for_what_the_first_lacks():
    first = FixedSource("first", make_quote("sh600000", "first"))
    second = FixedSource("second", make_quote("sh600001", "second"))
    snapshot = await QuoteDesk([first, second]).quotes(["sh600000", "sh600001"], NOW)
    assert {s: q.source for s, q in snapshot.quotes.items()} == {
        "sh600000": "first",
        "sh600001": "second",
    }
    assert second.asked == [["sh600001"]]
    assert [(p.source, p.symbol) for p in snapshot.problems] == [("first", "sh600001")]


async def test_an_unusable_quote_is_asked_of_the_next_source():
    first = FixedSource("first", make_quote("sh600000", "first", last="0"))
    second = FixedSource("second", make_quote("sh600000", "second"))
    snapshot = await QuoteDesk([first, second]).quotes(["sh600000"], NOW)
    assert snapshot.quotes["sh600000"].source == "second"
    assert snapshot.problems[0].kind is ProblemKind.ZERO


async def test_what_nobody_has_is_missing_by_name():
    snapshot = await QuoteDesk([FixedSource("first")]).quotes(["sh600000", "sh600000"], NOW)
    assert snapshot.quotes == {}
    assert [(p.kind, p.source) for p in snapshot.problems] == [
        (ProblemKind.UNKNOWN_SYMBOL, "first"),
        (ProblemKind.MISSING, "desk"),
    ]


async def test_a_simulated_price_never_stands_in_for_a_real_one():
    async with serving(answering(b"", 501)) as base, GuardedHttp([base]) as http:
        desk = choose_sources("tencent, rehearsal", http, bases=Bases(tencent=base))
        snapshot = await desk.quotes([*desk.indexes.mainland, "simsh000001"], NOW)
    assert list(snapshot.quotes) == ["simsh000001"]
    assert snapshot.quotes["simsh000001"].simulated
    assert {p.kind for p in snapshot.problems} == {ProblemKind.BAD_STATUS, ProblemKind.MISSING}


async def test_the_rehearsal_alone_needs_no_network_and_has_its_own_indexes():
    async with GuardedHttp([]) as http:
        desk = choose_sources(["rehearsal"], http, seed=5)
        snapshot = await desk.quotes(desk.indexes.every, NOW)
        assert list(snapshot.quotes) == list(desk.indexes.every)
        assert snapshot.problems == ()
        assert await desk.series(desk.indexes.mainland[0], NOW)
        assert await desk.series("sh000001", NOW) == ()


async def test_tencent_comes_first_where_it_is_named_first():
    body = make_body(make_row("sh600000"))
    async with serving(answering(body)) as base, GuardedHttp([base]) as http:
        desk = choose_sources("tencent", http, bases=Bases(tencent=f"{base}/"))
        snapshot = await desk.quotes(["sh600000"], NOW)
    assert desk.indexes == MARKET_INDEXES
    assert snapshot.quotes["sh600000"].source == "tencent"


@pytest.mark.parametrize("order", ["", " , ", "tencent,bloomberg"])
async def test_an_unknown_source_is_named_with_the_known_ones(order):
    async with GuardedHttp([]) as http:
        with pytest.raises(QuoteSourceUnknown) as caught:
            choose_sources(order, http)
    assert caught.value.fields["allowed"] == SOURCES


async def test_the_default_order_asks_each_market_of_its_own_sources():
    async with GuardedHttp([]) as http:
        desk = choose_sources("tencent,sina,eastmoney,yahoo", http)
    serving_of = {
        symbol: [source.code for source in desk.sources if source.serves(symbol)]
        for symbol in ("sh600519", "bj920002", "hk00700", "usAAPL")
    }
    assert serving_of == {
        "sh600519": ["tencent", "sina", "eastmoney"],
        "bj920002": ["tencent", "sina", "eastmoney"],
        "hk00700": ["tencent", "yahoo"],
        "usAAPL": ["tencent", "yahoo"],
    }
    assert desk.indexes == MARKET_INDEXES


async def test_when_tencent_is_blocked_sina_answers():
    sina = (SAMPLES / "sina.gbk").read_bytes()
    async with (
        serving(answering(b"<html>501</html>", 501)) as first,
        serving(answering(sina)) as second,
        GuardedHttp([first, second]) as http,
    ):
        desk = choose_sources("tencent,sina", http, bases=Bases(tencent=first, sina=second))
        snapshot = await desk.quotes(["sh600000"], NOW)
    assert snapshot.quotes["sh600000"].source == "sina"
    assert [p.kind for p in snapshot.problems] == [ProblemKind.BAD_STATUS]


async def test_the_rehearsal_answers_real_shares_only_when_it_is_alone():
    async with GuardedHttp([]) as http:
        alone = choose_sources("rehearsal", http)
        beside = choose_sources("tencent,rehearsal", http)
    assert alone.serves("sh600519")
    assert [s.code for s in beside.sources if s.serves("sh600519")] == ["tencent"]
    quote = (await alone.quotes(["sh600519"], NOW)).quotes["sh600519"]
    assert (quote.simulated, quote.source) == (True, "rehearsal")


async def test_corporate_news_comes_from_yahoo_where_it_is_configured():
    body = (SAMPLES / "yahoo_chart.json").read_bytes()
    async with serving(answering(body)) as base, GuardedHttp([base]) as http:
        desk = choose_sources("tencent,yahoo", http, bases=Bases(tencent=base, yahoo=base))
        news = await desk.corporate_news(["usEXMP"], NOW)
        without = await choose_sources("tencent", http).corporate_news(["usEXMP"], NOW)
    assert [event.cash for event in news.events] == [Decimal("0.25")]
    assert without.events == ()
