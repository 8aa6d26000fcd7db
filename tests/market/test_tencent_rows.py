from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.market.problems import ProblemKind
from bot.market.tencent_rows import parse_tencent
from tests.market.rows import make_body, make_row

SAMPLES = Path(__file__).parent / "samples"


def test_index_rows_are_read_with_their_own_time_and_units():
    parsed = parse_tencent((SAMPLES / "tencent_indexes.gbk").read_bytes())
    assert parsed.rejected == ()
    shanghai, _, hong_kong, dow = parsed.quotes
    assert (shanghai.symbol, shanghai.name) == ("sh000001", "上证指数")
    assert shanghai.last == Decimal("3412.55")
    assert shanghai.change == Decimal("14.35")
    assert shanghai.change_percent == Decimal("0.42")
    assert shanghai.at == datetime(2026, 11, 20, 7, 30, 2, tzinfo=UTC)
    assert (shanghai.limit_up, shanghai.limit_down) == (None, None)
    assert hong_kong.at == datetime(2026, 11, 20, 8, 8, 21, tzinfo=UTC)
    assert hong_kong.delay_minutes == 15
    assert dow.at == datetime(2026, 11, 20, 21, 0, 1, tzinfo=UTC)
    assert dow.amount is None


def test_mainland_volume_is_in_shares_and_amount_in_yuan():
    (quote,) = parse_tencent(make_body(make_row())).quotes
    assert quote.volume == 51_234_400
    assert quote.amount == Decimal(517_620_000)
    assert (quote.limit_up, quote.limit_down) == (Decimal("11.06"), Decimal("9.05"))
    assert not quote.simulated


def test_the_facts_rows_of_all_markets_are_read_with_limits_and_board_lot():
    mainland = parse_tencent((SAMPLES / "tencent_cn.gbk").read_bytes())
    shanghai, beijing = mainland.quotes
    assert (shanghai.limit_up, shanghai.limit_down) == (Decimal("11.06"), Decimal("9.05"))
    assert (beijing.symbol, beijing.limit_up) == ("bj920001", Decimal("10.40"))
    assert (shanghai.lot, beijing.lot) == (None, None)
    hong_kong, america = parse_tencent((SAMPLES / "tencent_hk_us.gbk").read_bytes()).quotes
    assert (hong_kong.symbol, hong_kong.lot) == ("hk00999", 100)
    assert str(hong_kong.last) == "432.40"
    assert (america.symbol, america.lot, america.limit_up) == ("usEXMP", None, None)


@pytest.mark.parametrize("text", ["0", "-1", "", "many", "0.5"])
def test_a_board_lot_that_is_none_is_not_known(text):
    (quote,) = parse_tencent(make_body(make_row("hk00999", f60=text))).quotes
    assert quote.lot is None


@pytest.mark.parametrize("text", ["0", "-1", "-1.00", ""])
def test_a_new_listing_without_limits_has_none(text):
    (quote,) = parse_tencent(make_body(make_row(f47=text, f48=text))).quotes
    assert (quote.limit_up, quote.limit_down) == (None, None)


def test_one_bad_row_spoils_only_itself_and_says_why():
    parsed = parse_tencent((SAMPLES / "tencent_mixed.gbk").read_bytes())
    assert [quote.symbol for quote in parsed.quotes] == ["sh600000", "bj920001"]
    assert {problem.symbol: problem.kind for problem in parsed.rejected} == {
        "sz000999": ProblemKind.HALTED,
        "sz000998": ProblemKind.UNKNOWN_SYMBOL,
        "pv_none_match": ProblemKind.UNKNOWN_SYMBOL,
        "sh600001": ProblemKind.CUT_ROW,
    }


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"f3": "0", "f4": "0"}, ProblemKind.ZERO),
        ({"f3": "-1.00"}, ProblemKind.ZERO),
        ({"f4": "0.00"}, ProblemKind.NO_PREVIOUS_CLOSE),
        ({"f3": "nan"}, ProblemKind.MALFORMED),
        ({"f3": "1e9"}, ProblemKind.MALFORMED),
        ({"f3": "10,12"}, ProblemKind.MALFORMED),
        ({"f30": ""}, ProblemKind.MALFORMED),
        ({"f30": "20261320150003"}, ProblemKind.MALFORMED),
        ({"f30": "00000000000000"}, ProblemKind.MALFORMED),
        ({"f2": "600001"}, ProblemKind.MALFORMED),
        ({"f1": ""}, ProblemKind.MALFORMED),
    ],
)
def test_a_row_with_a_wrong_field_is_refused(changed, kind):
    parsed = parse_tencent(make_body(make_row(**changed)))
    assert parsed.quotes == ()
    assert [problem.kind for problem in parsed.rejected] == [kind]


def test_a_row_with_too_few_fields_is_cut_and_not_zero():
    short = make_row().split("~")[:37]
    parsed = parse_tencent(make_body("~".join(short) + '";'))
    assert parsed.rejected[0].kind is ProblemKind.CUT_ROW


@pytest.mark.parametrize("at", ["2026/11/20 16:08:21", "2026-11-20 16:08:21"])
def test_hong_kong_times_come_with_either_separator(at):
    (quote,) = parse_tencent(make_body(make_row("hk00999", f30=at))).quotes
    assert quote.at == datetime(2026, 11, 20, 8, 8, 21, tzinfo=UTC)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", ProblemKind.EMPTY),
        (b"  \n", ProblemKind.EMPTY),
        (b"<!DOCTYPE html><html>501</html>", ProblemKind.BLOCKED),
        (b'{"error": 1}', ProblemKind.MALFORMED),
        (b"v_", ProblemKind.MALFORMED),
    ],
)
def test_a_body_that_is_no_answer_is_one_problem(body, kind):
    parsed = parse_tencent(body)
    assert parsed.quotes == ()
    assert [(problem.kind, problem.symbol) for problem in parsed.rejected] == [(kind, None)]


def test_a_broken_byte_in_a_name_never_moves_the_prices():
    body = make_body(make_row()).replace("示".encode("gb18030"), b"\xca", 1)
    broken = parse_tencent(body)
    assert broken.quotes == ()
    assert broken.rejected[0].symbol == "sh600000"


def test_a_rare_character_outside_gbk_is_read():
    (quote,) = parse_tencent(make_body(make_row(f1="示例㐂𠮷"))).quotes
    assert quote.name == "示例㐂𠮷"


@given(st.binary(max_size=400))
def test_any_bytes_are_read_without_an_exception(body):
    for prefix in (b"", b'v_sh600000="', b"v_"):
        assert all(quote.last > 0 for quote in parse_tencent(prefix + body).quotes)


@given(
    st.dictionaries(
        st.integers(0, 87).map(lambda n: f"f{n}"),
        st.one_of(st.text(max_size=20), st.from_regex(r"-?[0-9]{0,20}\.?[0-9]{0,3}")),
        max_size=4,
    )
)
def test_any_fields_give_a_positive_price_or_a_reason(changed):
    parsed = parse_tencent(make_row(**changed).encode("gb18030", errors="replace"))
    assert parsed.quotes or parsed.rejected
    for quote in parsed.quotes:
        assert quote.last > 0
        assert quote.previous_close > 0
        assert quote.at.tzinfo is not None
        assert quote.limit_up is None or quote.limit_up > 0
