from decimal import Decimal

import pytest

from bot.contest.input import order_errors as errors
from bot.contest.input.typed_order import (
    MOST_SHARES,
    Amount,
    TypedOrder,
    Unit,
    read_amount,
    read_order,
)
from bot.numbers import (
    ExponentPriceError,
    NotAPriceError,
    PriceTooFineError,
    PriceTooLargeError,
    SignedPriceError,
    ZeroPriceError,
)


def shares(value: int) -> Amount:
    return Amount(Unit.SHARES, Decimal(value))


def lots(value: int) -> Amount:
    return Amount(Unit.LOTS, Decimal(value))


@pytest.mark.parametrize(
    "text",
    [
        "600519 100 @1480.00",
        "600519 @1480.00 100",
        "@1480.00 600519 100",
        "100 600519 @1480.00",
        "６００５１９　１００　＠１４８０．００",
        "600519 100股 @ 1,480.00",
        "100 股 600519 @1480.00元",
        "600519，100，@1480.00",
        "600519 一百 @¥1480.00",
        "600519 一百股@1480.00",
    ],
)
def test_the_parts_may_stand_in_any_order_that_leaves_no_doubt(text: str) -> None:
    assert read_order(text) == TypedOrder("600519", shares(100), Decimal("1480.00"))


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("", TypedOrder()),
        ("600519", TypedOrder("600519")),
        ("贵州茅台 一手", TypedOrder("贵州茅台", lots(1))),
        ("00700 1 lot", TypedOrder("00700", lots(1))),
        ("00700 2 Lots", TypedOrder("00700", lots(2))),
        ("100 shares 600519", TypedOrder("600519", shares(100))),
        ("貴州茅臺 5000 塊", TypedOrder("貴州茅臺", Amount(Unit.MONEY, Decimal(5000)))),
        ("贵州茅台一手", TypedOrder("贵州茅台", lots(1))),
        ("贵州茅台100股", TypedOrder("贵州茅台", shares(100))),
        ("两手 贵州茅台", TypedOrder("贵州茅台", lots(2))),
        ("gzmt 1,200", TypedOrder("gzmt", shares(1200))),
        ("00700 200", TypedOrder("00700", shares(200))),
        ("200 0700.HK", TypedOrder("0700.HK", shares(200))),
        ("AAPL 10 @ 230.5", TypedOrder("AAPL", shares(10), Decimal("230.5"))),
        ("sh600519 3手", TypedOrder("sh600519", lots(3))),
        ("三一重工 500", TypedOrder("三一重工", shares(500))),
        ("招商银行 @36.52", TypedOrder("招商银行", None, Decimal("36.52"))),
        ("600519 25%", TypedOrder("600519", Amount(Unit.PERCENT, Decimal(25)))),
        ("600519 5万元", TypedOrder("600519", Amount(Unit.MONEY, Decimal(50_000)))),
        ("600519 50,000元", TypedOrder("600519", Amount(Unit.MONEY, Decimal(50_000)))),
        ("100 200", TypedOrder("100", shares(200))),
    ],
)
def test_what_people_type_is_understood(text: str, order: TypedOrder) -> None:
    assert read_order(text) == order


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("600519 -100", errors.QuantitySignedError),
        ("600519 −100股", errors.QuantitySignedError),
        ("600519 0", errors.QuantityZeroError),
        ("600519 零股", errors.QuantityZeroError),
        ("600519 0手", errors.QuantityZeroError),
        ("600519 100.5", errors.QuantityFractionError),
        ("600519 1.5手", errors.QuantityFractionError),
        ("贵州茅台 1e9", errors.QuantityExponentError),
        ("600519 1000000001", errors.QuantityTooLargeError),
        ("600519 99999999999999999999股", errors.QuantityTooLargeError),
        ("600519 1,20股", errors.QuantityUnclearError),
        ("600519 一千百股", errors.QuantityUnclearError),
        ("600519 101%", errors.PercentOutsideError),
        ("600519 100 200股 300股", errors.OrderUnclearError),
        ("贵州茅台 100 200", errors.OrderUnclearError),
        ("600519 100 @10 @11", errors.OrderUnclearError),
        ("600519 100 @-10", SignedPriceError),
        ("600519 100 @0", ZeroPriceError),
        ("600519 100 @0.00000", PriceTooFineError),
        ("600519 100 @1480.12345", PriceTooFineError),
        ("600519 100 @1.48e3", ExponentPriceError),
        ("600519 100 @99999999999", PriceTooLargeError),
        ("600519 100 @", NotAPriceError),
        ("600519 100 @十元", NotAPriceError),
        ("600519 100 @1,48.00", NotAPriceError),
        ("6" * 81, errors.OrderTooLongError),
    ],
)
def test_what_would_be_a_guess_is_refused_by_name(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_order(text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("100", shares(100)),
        (" １００ 股 ", shares(100)),
        ("一百二", shares(120)),
        ("2手", lots(2)),
        ("25％", Amount(Unit.PERCENT, Decimal(25))),
        ("5000元", Amount(Unit.MONEY, Decimal(5000))),
        ("5,000.50元", Amount(Unit.MONEY, Decimal("5000.50"))),
        ("10 shares", shares(10)),
    ],
)
def test_an_amount_has_a_unit_or_means_shares(text: str, amount: Amount) -> None:
    assert read_amount(text) == amount


def test_the_refusal_of_a_quantity_names_what_was_typed_and_the_most() -> None:
    with pytest.raises(errors.QuantityTooLargeError) as caught:
        read_order("600519 2000000000股")
    assert caught.value.fields == {"received": "2000000000股", "most": MOST_SHARES}
