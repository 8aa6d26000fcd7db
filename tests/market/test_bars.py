from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.market.bars import Bar, BarsMalformed, parse_bars, read_bars

HEADER = "market,symbol,date,open,high,low,close,volume,adjust"
ROW = "CN-A,SH600036,2026-11-19,28.01,28.50,27.90,28.30,45366800,none"


def parse(*rows, header=HEADER):
    return parse_bars([f"{line}\n" for line in (header, *rows)], "bars.csv")


def test_rows_become_bars_by_symbol_oldest_first():
    bars = parse(ROW, "CN-A,SH600036,2026-11-18,27,28.1,26.9,28.01,1000.0,none")
    assert [bar.day.day for bar in bars["sh600036"]] == [18, 19]
    assert bars["sh600036"][1] == Bar(
        date(2026, 11, 19),
        *map(Decimal, ("28.01", "28.50", "27.90", "28.30")),
        45_366_800,
    )


@pytest.mark.parametrize(
    ("market", "written", "symbol"),
    [
        ("CN-A", "SH600036", "sh600036"),
        ("CN-A", "000858", "sz000858"),
        ("CN-INDEX", "SH000001", "sh000001"),
        ("HK", "0700.HK", "hk00700"),
        ("HK", "700", "hk00700"),
        ("US", "AAPL", "usAAPL"),
        ("US", "usAAPL", "usAAPL"),
    ],
)
def test_symbols_are_understood_as_people_write_them(market, written, symbol):
    assert list(parse(ROW.replace("CN-A,SH600036", f"{market},{written}"))) == [symbol]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("28.01", "-28.01", "open"),
        ("28.01", "0", "open"),
        ("28.01", "", "open"),
        ("28.01", "twenty", "open"),
        ("28.01", "2e1", "open"),
        ("28.01", "nan", "open"),
        ("28.50", "28.20", "high"),
        ("27.90", "28.10", "low"),
        ("28.30", "-", "close"),
        ("45366800", "-5", "volume"),
        ("45366800", "many", "volume"),
        ("2026-11-19", "2026-02-30", "date"),
        ("2026-11-19", "", "date"),
        ("SH600036", "招商", "symbol"),
        ("SH600036", "", "symbol"),
        ("CN-A,SH600036,2026-11-19,", "", "symbol"),
    ],
)
def test_a_bad_row_is_named_by_line_and_field(old, new, field):
    with pytest.raises(BarsMalformed) as caught:
        parse(ROW.replace(old, new, 1))
    assert (caught.value.fields["line"], caught.value.fields["field"]) == (2, field)
    assert caught.value.fields["file"] == "bars.csv"


def test_columns_that_nobody_needs_may_be_cut_off():
    assert parse(ROW.removesuffix(",none")) == parse(ROW)


@pytest.mark.parametrize("column", ["symbol", "date", "open", "high", "low", "close", "volume"])
def test_a_missing_column_is_named(column):
    with pytest.raises(BarsMalformed) as caught:
        parse(ROW, header=HEADER.replace(column, "other"))
    assert caught.value.fields["field"] == column


def test_the_same_day_twice_is_refused():
    with pytest.raises(BarsMalformed) as caught:
        parse(ROW, ROW)
    assert (caught.value.fields["line"], caught.value.fields["field"]) == (3, "date")


@pytest.mark.parametrize("content", [b"", HEADER.encode(), b"\xff\xfe\x00", b'a,"b\n'])
def test_a_file_that_holds_no_bars_is_refused(tmp_path, content):
    path = tmp_path / "bars.csv"
    path.write_bytes(content)
    with pytest.raises(BarsMalformed):
        read_bars(path)
    with pytest.raises(BarsMalformed):
        read_bars(tmp_path / "nowhere.csv")


@given(st.lists(st.text(max_size=40), max_size=5))
def test_any_text_is_bars_or_refused(rows):
    for lines in (rows, [HEADER, *rows]):
        try:
            bars = parse_bars(lines, "bars.csv")
        except BarsMalformed:
            continue
        assert all(bar.low > 0 for days in bars.values() for bar in days)
