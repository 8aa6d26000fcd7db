from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.market.problems import ProblemKind
from bot.market.sina_rows import key_of_symbol, parse_sina, symbol_of_key

SAMPLES = Path(__file__).parent / "samples"
ROW = (
    "示例股份,10.060,10.050,10.120,10.200,10.010,10.110,10.120,51234400,517623480.000,"
    "51200,10.110,51900,10.100,52600,10.090,53300,10.080,54000,10.070,"
    "48100,10.120,49000,10.130,49900,10.140,50800,10.150,51700,10.160,2026-11-20,15:00:03,00,"
)
FIELDS = ROW.split(",")


def make_body(key="sh600000", ending='";\n', **changed):
    fields = list(FIELDS)
    for name, value in changed.items():
        fields[int(name.removeprefix("f"))] = value
    return f'var hq_str_{key}="{",".join(fields)}{ending}'.encode("gb18030")


def test_the_recorded_rows_of_all_markets_are_read():
    parsed = parse_sina((SAMPLES / "sina.gbk").read_bytes())
    shanghai, growth, hong_kong, america = parsed.quotes
    assert (shanghai.symbol, shanghai.name) == ("sh600000", "浦发银行")
    assert (shanghai.last, shanghai.previous_close) == (Decimal("10.12"), Decimal("10.05"))
    assert (shanghai.open, shanghai.high, shanghai.low) == tuple(
        map(Decimal, ("10.06", "10.20", "10.01"))
    )
    assert shanghai.volume == 51_234_400
    assert shanghai.amount == Decimal("517623480.00")
    assert shanghai.at == datetime(2026, 11, 20, 7, 0, 3, tzinfo=UTC)
    assert growth.symbol == "sz300001"
    assert (hong_kong.symbol, hong_kong.last) == ("hk00999", Decimal(432))
    assert hong_kong.previous_close == Decimal("439.8")
    assert hong_kong.at == datetime(2026, 11, 20, 8, 8, 8, tzinfo=UTC)
    assert (america.symbol, america.last) == ("usEXMP", Decimal("308.63"))
    assert america.at == datetime(2026, 11, 20, 21, 0, 1, tzinfo=UTC)
    assert [(p.kind, p.symbol) for p in parsed.rejected] == [
        (ProblemKind.UNKNOWN_SYMBOL, "sz000998")
    ]


def test_prices_keep_the_same_length_as_those_of_other_feeds():
    (quote,) = parse_sina(make_body()).quotes
    assert str(quote.last) == "10.12"


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"f3": "0.000"}, ProblemKind.HALTED),
        ({"f32": "03"}, ProblemKind.HALTED),
        ({"f3": "0", "f2": "0"}, ProblemKind.ZERO),
        ({"f3": "-1"}, ProblemKind.ZERO),
        ({"f2": "0.000"}, ProblemKind.NO_PREVIOUS_CLOSE),
        ({"f3": "-"}, ProblemKind.MALFORMED),
        ({"f3": "1e3"}, ProblemKind.MALFORMED),
        ({"f30": ""}, ProblemKind.MALFORMED),
        ({"f31": "25:00:00"}, ProblemKind.MALFORMED),
        ({"f30": "2026-02-30"}, ProblemKind.MALFORMED),
        ({"f0": ""}, ProblemKind.MALFORMED),
        ({"f0": "示,例"}, ProblemKind.MALFORMED),
    ],
)
def test_a_row_with_a_wrong_field_is_refused(changed, kind):
    parsed = parse_sina(make_body(**changed))
    assert parsed.quotes == ()
    assert [(p.kind, p.symbol) for p in parsed.rejected] == [(kind, "sh600000")]


@pytest.mark.parametrize("kept", [1, 60, 150, 250])
def test_a_row_cut_short_is_cut_and_never_a_price(kept):
    parsed = parse_sina(make_body()[:kept])
    assert parsed.quotes == ()
    assert parsed.rejected


def test_a_row_with_too_few_fields_is_cut_even_if_it_is_closed():
    short = f'var hq_str_sh600000="{",".join(FIELDS[:20])}";'.encode("gb18030")
    assert [p.kind for p in parse_sina(short).rejected] == [ProblemKind.CUT_ROW]


def test_broken_bytes_in_a_name_cost_the_row_and_no_other():
    broken = make_body().replace("示".encode("gb18030"), b"\xca", 1)
    parsed = parse_sina(broken + make_body("sh600001"))
    assert [quote.symbol for quote in parsed.quotes] == ["sh600001"]
    assert [problem.symbol for problem in parsed.rejected] == ["sh600000"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", ProblemKind.EMPTY),
        (b"<html><body>Forbidden</body></html>", ProblemKind.BLOCKED),
        (b"Kinsoku jikou desu!", ProblemKind.MALFORMED),
        (b"var hq_str_", ProblemKind.MALFORMED),
    ],
)
def test_a_body_that_is_no_answer_is_one_problem(body, kind):
    parsed = parse_sina(body)
    assert [(p.kind, p.symbol) for p in parsed.rejected] == [(kind, None)]


@pytest.mark.parametrize(
    ("symbol", "key"),
    [
        ("sh600000", "sh600000"),
        ("bj920002", "bj920002"),
        ("hk00700", "rt_hk00700"),
        ("usAAPL", "gb_aapl"),
    ],
)
def test_each_market_has_its_own_key_and_the_way_back(symbol, key):
    assert key_of_symbol(symbol) == key
    assert symbol_of_key(key) == symbol
    assert symbol_of_key("s_sh600000") is None


@given(st.binary(max_size=400))
def test_any_bytes_are_read_without_an_exception(body):
    for prefix in (b"", b'var hq_str_sh600000="', make_body()[:-30]):
        assert all(quote.last > 0 for quote in parse_sina(prefix + body).quotes)


@given(st.dictionaries(st.integers(0, 33).map(lambda n: f"f{n}"), st.text(max_size=12), max_size=4))
def test_any_fields_give_a_positive_price_or_a_reason(changed):
    safe = {name: text.encode("utf-8", "ignore").decode() for name, text in changed.items()}
    parsed = parse_sina(make_body(**safe))
    assert parsed.quotes or parsed.rejected
    assert all(q.last > 0 and q.previous_close > 0 and q.at.tzinfo for q in parsed.quotes)
