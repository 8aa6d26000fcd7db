from datetime import date
from decimal import Decimal

import pytest

from bot.contest.input.form_errors import (
    AmountUnreadableError,
    BandsUnreadableError,
    DayImpossibleError,
    DayUnreadableError,
    PercentUnreadableError,
    SymbolsUnreadableError,
)
from bot.contest.input.form_values import (
    read_bands,
    read_day,
    read_money,
    read_percent,
    read_points,
    read_symbols,
    write_bands,
)
from bot.contest.instrument import Market
from bot.contest.rules import Band
from bot.numbers import DecimalNumberError, SignedNumberError

TODAY = date(2026, 11, 20)  # a Friday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-01", date(2026, 12, 1)),
        ("２０２６－１２－０１", date(2026, 12, 1)),
        ("2026/12/1", date(2026, 12, 1)),
        ("2026年12月1日", date(2026, 12, 1)),
        ("20261201", date(2026, 12, 1)),
        ("12月1日", date(2026, 12, 1)),
        ("12-1", date(2026, 12, 1)),
        ("十二月一日", date(2026, 12, 1)),
        ("十二月二十一号", date(2026, 12, 21)),
        ("明天", date(2026, 11, 21)),
        ("后天", date(2026, 11, 22)),
        ("today", TODAY),
        ("周五", TODAY),
        ("周一", date(2026, 11, 23)),
        ("下周五", date(2026, 11, 27)),
        ("星期日", date(2026, 11, 22)),
        ("3月1日", date(2027, 3, 1)),
        ("11月20日", TODAY),
        ("2月29日", None),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date | None) -> None:
    if day is None:
        with pytest.raises(DayImpossibleError):
            read_day(text, TODAY)
        return
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["", "很快", "12", "1.5", "2026", "第三天", "x" * 5000])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(DayUnreadableError):
        read_day(text, TODAY)


@pytest.mark.parametrize("text", ["2026-02-30", "13月1日", "2026-00-10", "十三月一日"])
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(DayImpossibleError):
        read_day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1000000", "1000000"),
        ("1,000,000", "1000000"),
        ("100万", "1000000"),
        ("１００萬", "1000000"),
        ("100w", "1000000"),
        ("1.5万", "15000"),
        ("一百万", "1000000"),
        ("五十万元", "500000"),
        ("¥ 50000.50", "50000.5"),
        ("0", "0"),
    ],
)
def test_money_is_read_as_people_write_it(text: str, amount: str) -> None:
    assert read_money(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "很多", "-5", "1e6", "1.234", "1,00", "12.5.6", "NaN"])
def test_what_is_no_money_is_refused(text: str) -> None:
    with pytest.raises(AmountUnreadableError):
        read_money(text)


def test_money_is_never_written_with_an_exponent() -> None:
    assert str(read_money("100万")) == "1000000"


@pytest.mark.parametrize("text", ["30", "30%", "３０％", "百分之三十", "三成", "30.00%"])
def test_a_percentage_is_a_share_of_one(text: str) -> None:
    assert read_percent(text) == Decimal("0.3")


@pytest.mark.parametrize("text", ["", "三分之一", "-3%", "30.555%", "1e1", "abc%"])
def test_what_is_no_percentage_is_refused(text: str) -> None:
    with pytest.raises(PercentUnreadableError):
        read_percent(text)


def test_shares_are_read_in_the_forms_that_people_use() -> None:
    mainland = read_symbols("600519、sz000001，６０００３６ 600519.SH", Market.MAINLAND)
    assert mainland == ("sh600519", "sz000001", "sh600036")
    assert read_symbols("0700.HK 09988", Market.HONG_KONG) == ("hk00700", "hk09988")
    assert read_symbols("AAPL brk-b", Market.UNITED_STATES) == ("usAAPL", "usBRK.B")
    assert read_symbols("不限", Market.MAINLAND) == ()


@pytest.mark.parametrize("text", ["600519 hello", "sh000001", "0700.HK", "AAPL", "   "])
def test_what_is_no_share_of_the_market_is_named(text: str) -> None:
    with pytest.raises(SymbolsUnreadableError):
        read_symbols(text, Market.MAINLAND)


def test_rank_bands_are_read_and_written_alike() -> None:
    bands = (Band(1, 1, 50), Band(2, 5, 30), Band(6, 20, 10))
    assert read_bands("第1名 50分；2到5名：30、6-20 10") == bands
    assert read_bands(write_bands(bands)) == bands
    assert read_bands("无") == ()


@pytest.mark.parametrize("text", ["", "前三名 50", "1-3", "1-3 -5", "a b"])
def test_what_is_no_band_is_refused(text: str) -> None:
    with pytest.raises(BandsUnreadableError):
        read_bands(text)


def test_points_are_whole_and_bare() -> None:
    assert (read_points("２０分"), read_points("二十"), read_points("无")) == (20, 20, 0)
    with pytest.raises(SignedNumberError):
        read_points("-20")
    with pytest.raises(DecimalNumberError):
        read_points("1.5")
