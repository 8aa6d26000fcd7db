from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.market.desk import SOURCES, Bases, QuoteDesk, QuoteSourceUnknown, choose_sources
from bot.market.http import GuardedHttp
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import Quote
from bot.market.source import Snapshot
from bot.market.symbols import MARKET_INDEXES, is_symbol
from tests.market.rows import make_body, make_row
from tests.market.servers import answering, serving

NOW = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)


def make_quote(symbol, source, last="10.12"):
    return Quote(
        symbol=symbol,
        name="示例股份",
        last=Decimal(last),
        previous_close=Decimal("10.05"),
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
