import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.market.eastmoney_rows import parse_eastmoney, secid_of_symbol, symbol_of_row
from bot.market.problems import ProblemKind

SAMPLES = Path(__file__).parent / "samples"


def make_body(**changed):
    row = {
        "f2": 10.12,
        "f5": 512344,
        "f6": 517623480.0,
        "f12": "600000",
        "f13": 1,
        "f14": "示例股份",
        "f15": 10.2,
        "f16": 10.01,
        "f17": 10.06,
        "f18": 10.05,
        "f124": 1795158003,
        "f297": 20261120,
        **changed,
    }
    cells = {name: value for name, value in row.items() if value is not ...}
    return json.dumps({"rc": 0, "data": {"total": 1, "diff": [cells]}}).encode()


def test_the_recorded_rows_are_read_as_they_were_written():
    parsed = parse_eastmoney((SAMPLES / "eastmoney_ulist.json").read_bytes())
    (quote,) = parsed.quotes
    assert (quote.symbol, quote.name) == ("sh600000", "浦发银行")
    assert [str(p) for p in (quote.last, quote.previous_close, quote.open, quote.high)] == [
        *("10.12", "10.05", "10.06", "10.20")
    ]
    assert quote.volume == 51_234_400
    assert quote.at == datetime(2026, 11, 20, 7, 0, 3, tzinfo=UTC)
    assert [(p.kind, p.symbol) for p in parsed.rejected] == [(ProblemKind.HALTED, "sz000999")]


def test_no_data_at_all_is_no_row_and_no_problem_of_the_whole():
    parsed = parse_eastmoney((SAMPLES / "eastmoney_empty.json").read_bytes())
    assert (parsed.quotes, parsed.rejected) == ((), ())


def test_no_price_passes_through_a_binary_fraction():
    body = make_body().replace(b"10.12", b"10.12000000000000000001")
    (quote,) = parse_eastmoney(body).quotes
    assert quote.last == Decimal("10.12000000000000000001")


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"f2": "-"}, ProblemKind.HALTED),
        ({"f2": 0}, ProblemKind.HALTED),
        ({"f2": "-", "f18": "-"}, ProblemKind.ZERO),
        ({"f2": -3.5}, ProblemKind.ZERO),
        ({"f18": "-"}, ProblemKind.NO_PREVIOUS_CLOSE),
        ({"f18": 0}, ProblemKind.NO_PREVIOUS_CLOSE),
        ({"f2": None}, ProblemKind.CUT_ROW),
        ({"f2": ...}, ProblemKind.CUT_ROW),
        ({"f18": ...}, ProblemKind.CUT_ROW),
        ({"f2": "10.12"}, ProblemKind.MALFORMED),
        ({"f2": True}, ProblemKind.MALFORMED),
        ({"f2": [10]}, ProblemKind.MALFORMED),
        ({"f2": 1e18}, ProblemKind.MALFORMED),
        ({"f124": "-"}, ProblemKind.MALFORMED),
        ({"f124": -5}, ProblemKind.MALFORMED),
        ({"f124": 1795158003000}, ProblemKind.MALFORMED),
        ({"f14": ""}, ProblemKind.MALFORMED),
        ({"f297": 20261119}, ProblemKind.STALE),
    ],
)
def test_a_row_with_a_wrong_cell_is_refused(changed, kind):
    parsed = parse_eastmoney(make_body(**changed))
    assert parsed.quotes == ()
    assert [(p.kind, p.symbol) for p in parsed.rejected] == [(kind, "sh600000")]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", ProblemKind.EMPTY),
        (b"<html></html>", ProblemKind.BLOCKED),
        (b'{"data": {"diff": [', ProblemKind.MALFORMED),
        (b"[]", ProblemKind.MALFORMED),
        (b'{"rc": 0}', ProblemKind.MALFORMED),
        (b'{"data": {"diff": 5}}', ProblemKind.MALFORMED),
        (b'{"data": {"diff": [{"f2": NaN}]}}', ProblemKind.MALFORMED),
        (b'{"data": ' + b"[" * 100_000, ProblemKind.MALFORMED),
        (b'{"data": {"diff": [{"f2": ' + b"9" * 5_000 + b"}]}}", ProblemKind.MALFORMED),
        (b'{"data": {"diff": [{"f2": 1e99999999999999999999}]}}', ProblemKind.MALFORMED),
        (b"\xff\xfe\x00", ProblemKind.MALFORMED),
    ],
)
def test_a_body_that_is_no_answer_is_one_problem(body, kind):
    parsed = parse_eastmoney(body)
    assert parsed.quotes == ()
    assert [(p.kind, p.symbol) for p in parsed.rejected] == [(kind, None)]


@pytest.mark.parametrize(
    ("symbol", "secid"),
    [
        ("sh600000", "1.600000"),
        ("sh000001", "1.000001"),
        ("sz000001", "0.000001"),
        ("bj920002", "0.920002"),
        ("bj899050", "0.899050"),
        ("hk00700", "116.00700"),
    ],
)
def test_each_exchange_has_its_number_and_the_way_back(symbol, secid):
    assert secid_of_symbol(symbol) == secid
    market, code = secid.split(".")
    assert symbol_of_row({"f12": code, "f13": int(market)}) == symbol


@pytest.mark.parametrize(
    "row", [None, [], {}, {"f12": "600000"}, {"f12": 600000, "f13": 1}, {"f12": "6", "f13": 1}]
)
def test_a_row_without_market_and_code_has_no_symbol(row):
    assert symbol_of_row(row) is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(("data", "diff", "f2", "f12")), inner, max_size=3)
        ),
    )
)
def test_any_document_is_read_without_an_exception(document):
    for whole in (document, {"data": document}, {"data": {"diff": [document]}}):
        parse_eastmoney(json.dumps(whole).encode())


@given(st.sampled_from(["f2", "f5", "f12", "f13", "f14", "f18", "f124", "f297"]), st.integers())
def test_any_number_in_any_cell_gives_a_positive_price_or_a_reason(cell, value):
    parsed = parse_eastmoney(make_body(**{cell: value}))
    assert parsed.quotes or parsed.rejected
    assert all(quote.last > 0 and quote.previous_close > 0 for quote in parsed.quotes)
