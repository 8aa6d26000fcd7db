from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BellError
from bot.numbers import (
    DecimalNumberError,
    ExponentNumberError,
    ExponentPriceError,
    NotANumberError,
    NotAPriceError,
    NumberTooLargeError,
    PriceTooFineError,
    PriceTooLargeError,
    SignedNumberError,
    SignedPriceError,
    ZeroPriceError,
    parse_price,
    parse_whole,
)

REFUSALS = (
    DecimalNumberError,
    ExponentNumberError,
    NotANumberError,
    NumberTooLargeError,
    SignedNumberError,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("007", 7),
        ("１２０", 120),
        ("1,200", 1200),
        ("１，２００，０００", 1_200_000),
        ("1 200", 1200),
        ("1_000", 1000),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("廿五", 25),
        ("一百二十", 120),
        ("一百二", 120),
        ("一百零二", 102),
        ("兩百", 200),
        ("两千零五", 2005),
        ("一千五", 1500),
        ("一万二", 12_000),
        ("一万零二百", 10_200),
        ("十萬", 100_000),
        ("三百万", 3_000_000),
        ("一亿零二千", 100_002_000),
        ("壹佰贰拾", 120),
        ("一二〇", 120),
        ("零", 0),
        ("3万", 30_000),
        ("5千", 5000),
    ],
)
def test_a_number_is_read_the_way_people_write_it(text: str, value: int) -> None:
    assert parse_whole(text) == value


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("-5", SignedNumberError),
        ("+5", SignedNumberError),
        ("−5", SignedNumberError),
        ("负五", SignedNumberError),
        ("1.5", DecimalNumberError),
        ("１．５", DecimalNumberError),
        ("三点五", DecimalNumberError),
        ("1.5万", DecimalNumberError),
        ("1e9", ExponentNumberError),
        ("1E+9", ExponentNumberError),
        ("2^10", ExponentNumberError),
        ("9" * 30, NumberTooLargeError),
        ("9" * 10_000, NotANumberError),
        ("1000001", NumberTooLargeError),
        ("", NotANumberError),
        ("abc", NotANumberError),
        ("50分", NotANumberError),
        ("1,20", NotANumberError),
        ("12,00", NotANumberError),
        ("0x10", NotANumberError),
        ("²", None),
        ("٣", NotANumberError),
        ("百十千", NotANumberError),
        ("二十三百", NotANumberError),
        ("一十一十", NotANumberError),
        ("点", NotANumberError),
        (".", NotANumberError),
    ],
)
def test_what_is_no_plain_whole_number_is_refused_by_name(
    text: str, error: type[BellError] | None
) -> None:
    if error is None:
        assert parse_whole(text) == 2
        return
    with pytest.raises(error):
        parse_whole(text, most=1_000_000)


@given(st.integers(0, 10**11))
def test_thousands_separators_change_nothing(value: int) -> None:
    assert parse_whole(f"{value:,}") == parse_whole(str(value)) == value


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_a_number_or_a_named_refusal(text: str) -> None:
    try:
        assert 0 <= parse_whole(text, most=1000) <= 1000
    except BellError as refused:
        assert isinstance(refused, REFUSALS)


@given(st.text("零〇一二三四五六七八九十百千万亿两兩", min_size=1, max_size=9))
def test_chinese_numerals_never_crash(text: str) -> None:
    try:
        parse_whole(text)
    except BellError as refused:
        assert refused.fields["received"]


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("1480", "1480"),
        ("1,480.00", "1480.00"),
        (" １４８０．５ ", "1480.5"),
        ("¥36.52", "36.52"),
        ("36.52元", "36.52"),
        ("0.0001", "0.0001"),
    ],
)
def test_a_price_is_read_exactly(text: str, price: str) -> None:
    assert parse_price(text) == Decimal(price)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", NotAPriceError),
        ("十元", NotAPriceError),
        (".5", NotAPriceError),
        ("5.", NotAPriceError),
        ("1.2.3", NotAPriceError),
        ("14,80", NotAPriceError),
        ("٣", NotAPriceError),
        ("1" * 60, NotAPriceError),
        ("-5", SignedPriceError),
        ("＋5", SignedPriceError),
        ("1e3", ExponentPriceError),
        ("0.00", ZeroPriceError),
        ("1.00001", PriceTooFineError),
        ("10000000.01", PriceTooLargeError),
    ],
)
def test_what_is_no_price_is_refused_by_name(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        parse_price(text)
