import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.market.corporate import CorporateEvent
from bot.market.feed_rows import Unreadable
from bot.market.problems import ProblemKind
from bot.market.yahoo_chart import parse_chart, parse_events, ticker_of_symbol

SAMPLES = Path(__file__).parent / "samples"
SAMPLE = (SAMPLES / "yahoo_chart.json").read_bytes()


def make_chart(**meta):
    document = json.loads(SAMPLE)
    document["chart"]["result"][0]["meta"].update(meta)
    return document


def as_body(document):
    return json.dumps(document).encode()


def refused(body, symbol="usEXMP"):
    with pytest.raises(Unreadable) as caught:
        parse_chart(body, symbol)
    return caught.value.kind


def test_the_recorded_chart_is_a_quote_of_its_last_day():
    quote = parse_chart(SAMPLE, "usEXMP")
    assert (quote.last, quote.previous_close) == (Decimal("308.63"), Decimal("294.38"))
    assert quote.at == datetime(2026, 11, 20, 21, 0, 1, tzinfo=UTC)
    assert (quote.open, quote.high, quote.low) == tuple(
        map(Decimal, ("294.12", "309.42", "293.68"))
    )
    assert quote.volume == 75_400_626
    assert (quote.name, quote.source, quote.delay_minutes) == ("EXMP", "yahoo", 15)


def test_binary_noise_is_rounded_to_the_decimals_that_the_chart_names():
    quote = parse_chart(as_body(make_chart(regularMarketPrice=308.6300048828125)), "usEXMP")
    assert str(quote.last) == "308.63"
    penny = make_chart(regularMarketPrice=0.21500000357, priceHint=3)
    assert str(parse_chart(as_body(penny), "usEXMP").last) == "0.215"


def test_the_previous_close_is_that_of_the_day_before_and_not_of_the_range():
    document = make_chart(chartPreviousClose=250.0, previousClose=None)
    assert parse_chart(as_body(document), "usEXMP").previous_close == Decimal("294.38")
    result = document["chart"]["result"][0]
    result["timestamp"] = result["timestamp"][1:]
    assert parse_chart(as_body(document), "usEXMP").previous_close == Decimal(250)


def test_holes_in_the_arrays_are_holes_and_nothing_else():
    document = make_chart()
    columns = document["chart"]["result"][0]["indicators"]["quote"][0]
    columns["open"] = [290.1, None]
    columns["volume"] = [41200300]
    columns["close"] = [None, 308.63]
    quote = parse_chart(as_body(document), "usEXMP")
    assert (quote.open, quote.volume) == (None, None)
    assert quote.previous_close == Decimal("294.38")


def test_dividends_and_splits_become_events_by_their_ex_day():
    document = make_chart()
    document["chart"]["result"][0]["events"]["splits"] = {
        "1795185000": {"date": 1795185000, "numerator": 2, "denominator": 1, "splitRatio": "2:1"},
        "1": {"date": 1795185000, "numerator": 0, "denominator": 1},
        "2": {"date": 1795185000, "numerator": 9, "denominator": 9},
        "3": None,
    }
    assert parse_events(as_body(document), "usEXMP") == (
        CorporateEvent("usEXMP", date(2026, 11, 19), cash=Decimal("0.25"), source="yahoo"),
        CorporateEvent("usEXMP", date(2026, 11, 20), ratio=Decimal(1), source="yahoo"),
    )


def test_a_consolidation_takes_shares_away():
    document = make_chart()
    document["chart"]["result"][0]["events"] = {
        "splits": {"1": {"date": 1795185000, "numerator": 1, "denominator": 2}}
    }
    (event,) = parse_events(as_body(document), "usEXMP")
    assert event.ratio == Decimal("-0.5")


def test_a_chart_without_events_has_none():
    document = make_chart()
    del document["chart"]["result"][0]["events"]
    assert parse_events(as_body(document), "usEXMP") == ()


@pytest.mark.parametrize(
    ("meta", "kind"),
    [
        ({"regularMarketPrice": None}, ProblemKind.CUT_ROW),
        ({"regularMarketPrice": 0}, ProblemKind.HALTED),
        ({"regularMarketPrice": -1}, ProblemKind.ZERO),
        ({"regularMarketTime": None}, ProblemKind.MALFORMED),
        ({"regularMarketTime": "today"}, ProblemKind.MALFORMED),
        ({"symbol": "OTHR"}, ProblemKind.MALFORMED),
    ],
)
def test_a_chart_that_says_nothing_usable_is_refused(meta, kind):
    assert refused(as_body(make_chart(**meta))) is kind


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ((SAMPLES / "yahoo_error.json").read_bytes(), ProblemKind.UNKNOWN_SYMBOL),
        (b'{"chart": {"result": [], "error": null}}', ProblemKind.EMPTY),
        (b'{"chart": {"result": [null]}}', ProblemKind.MALFORMED),
        (b'{"chart": {"result": [{"meta": 5}]}}', ProblemKind.MALFORMED),
        (b'{"chart": null}', ProblemKind.MALFORMED),
        (b'{"chart": {"result": [{"me', ProblemKind.MALFORMED),
        (b"Too Many Requests", ProblemKind.MALFORMED),
        (b"<html>consent</html>", ProblemKind.BLOCKED),
        (b"", ProblemKind.EMPTY),
    ],
)
def test_a_body_that_is_no_chart_is_refused(body, kind):
    assert refused(body) is kind


@pytest.mark.parametrize(
    ("symbol", "ticker"),
    [
        ("hk00700", "0700.HK"),
        ("hk09988", "9988.HK"),
        ("hk80700", "80700.HK"),
        ("sh600519", "600519.SS"),
        ("sz000001", "000001.SZ"),
        ("usAAPL", "AAPL"),
        ("usBRK.B", "BRK-B"),
        ("hkHSI", "^HSI"),
        ("usINX", "^GSPC"),
        ("bj920002", None),
        ("hkHSTECH", None),
    ],
)
def test_each_market_has_its_suffix_and_beijing_none(symbol, ticker):
    assert ticker_of_symbol(symbol) == ticker


@given(
    st.sampled_from(["timestamp", "indicators", "events", "meta"]),
    st.recursive(
        st.none() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(("quote", "dividends", "splits", "1")), inner, max_size=3
            )
        ),
    ),
)
def test_any_content_is_a_positive_price_or_refused(part, content):
    document = make_chart()
    document["chart"]["result"][0][part] = content
    for parse in (parse_chart, parse_events):
        try:
            found = parse(as_body(document), "usEXMP")
        except Unreadable:
            continue
        assert isinstance(found, tuple) or (found.last > 0 and found.previous_close > 0)
