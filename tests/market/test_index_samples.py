"""The indexes of the briefs as each feed gives them: recorded shapes, and ways to spoil them."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot.calendar.exchange import load_calendar
from bot.market.eastmoney_rows import parse_eastmoney
from bot.market.feed_rows import Parsed, Unreadable
from bot.market.quote import quote_faults
from bot.market.sina_rows import parse_sina
from bot.market.symbols import MARKET_INDEXES, calendar_of
from bot.market.tencent_rows import parse_tencent
from bot.market.yahoo_chart import parse_chart

SAMPLES = Path(__file__).parent / "samples"
NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)


def parse_yahoo(body: bytes) -> Parsed:
    try:
        return Parsed((parse_chart(body, "hkHSI"),))
    except Unreadable as reason:
        return Parsed((), (reason.as_problem("yahoo", "hkHSI"),))


FEEDS = {
    "tencent": (parse_tencent, "tencent_indexes.gbk", ("sh000001", "sz399001", "hkHSI")),
    "sina": (parse_sina, "sina_indexes.gbk", MARKET_INDEXES.mainland),
    "eastmoney": (parse_eastmoney, "eastmoney_indexes.json", MARKET_INDEXES.mainland),
    "yahoo": (parse_yahoo, "yahoo_index.json", MARKET_INDEXES.hong_kong),
}
EACH = pytest.mark.parametrize("feed", FEEDS)


def quotes_of(feed, body=None):
    parse, sample, _ = FEEDS[feed]
    parsed = parse((SAMPLES / sample).read_bytes() if body is None else body)
    return {quote.symbol: quote for quote in parsed.quotes}, parsed


@EACH
def test_the_recorded_indexes_are_usable_in_the_evening_of_their_day(feed):
    quotes, _ = quotes_of(feed)
    for symbol in FEEDS[feed][2]:
        quote = quotes[symbol]
        session = load_calendar(calendar_of(symbol)).latest_session(NOW)
        assert quote_faults(quote, session, NOW) == ()
        assert quote.low <= quote.last <= quote.high
        assert quote.limit_up is None
        assert not quote.simulated


@EACH
def test_the_recorded_indexes_are_stale_on_the_next_trading_day(feed):
    later = NOW + timedelta(days=3)
    quotes, _ = quotes_of(feed)
    for symbol in FEEDS[feed][2]:
        session = load_calendar(calendar_of(symbol)).latest_session(later)
        assert quote_faults(quotes[symbol], session, later)


def test_all_mainland_feeds_agree_on_the_same_recorded_day():
    lasts = [
        [quotes_of(feed)[0][symbol].last.quantize(Decimal("0.01")) for symbol in FEEDS[feed][2][:2]]
        for feed in ("tencent", "sina", "eastmoney")
    ]
    assert lasts[0] == lasts[1] == lasts[2] == [Decimal("3412.55"), Decimal("10870.12")]


@EACH
@pytest.mark.parametrize("kept", [0, 1, 10, 60, 120, 200])
def test_a_body_cut_anywhere_gives_no_wrong_index(feed, kept):
    whole, _ = quotes_of(feed)
    body = (SAMPLES / FEEDS[feed][1]).read_bytes()
    quotes, parsed = quotes_of(feed, body[:kept])
    assert all(whole[symbol] == quote for symbol, quote in quotes.items())
    assert quotes or parsed.rejected


@EACH
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>blocked</html>",
        b"\x00\xff" * 50,
        b"nan",
        b"null",
        b"[]",
        b"{}",
        b"0" * 100_000,
    ],
)
def test_a_body_that_is_none_is_a_problem_and_no_index(feed, body):
    quotes, parsed = quotes_of(feed, body)
    assert quotes == {}
    assert parsed.rejected


@EACH
@pytest.mark.parametrize("wrong", ["nan", "-", "0", "-1", "1e9", "", "3,412.55"])
def test_a_wrong_price_in_the_place_of_the_last_is_no_index(feed, wrong):
    quotes, _ = quotes_of(feed)
    symbol = FEEDS[feed][2][0]
    body = (SAMPLES / FEEDS[feed][1]).read_bytes()
    for written in (b"3412.5512", b"3412.55", b"21530.44"):
        if written in body:
            body = body.replace(written, wrong.encode())
            break
    spoilt, _ = quotes_of(feed, body)
    assert symbol in quotes
    assert symbol not in spoilt or spoilt[symbol].last == Decimal(wrong)
