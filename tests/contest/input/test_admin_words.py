from datetime import date
from decimal import Decimal

import pytest

from bot.contest.input.admin_words import (
    leading_number,
    packed_action,
    packed_release,
    read_action,
    read_release,
    read_signed,
    read_symbol,
    write_action,
    write_release,
)
from bot.contest.operator_errors import (
    ActionUnreadableError,
    CorrectionAmountError,
    SharesUnknownError,
)

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("3 原因 很多", 3, "原因 很多"),
        ("#3", 3, ""),
        ("３ 写错了", 3, "写错了"),
        ("x 3", None, "x 3"),
        ("", None, ""),
        ("9" * 16, None, "9" * 16),
        ("-3", None, "-3"),
    ],
)
def test_a_number_in_front_is_read(text: str, number: int | None, rest: str) -> None:
    found = leading_number(text)
    assert (found.number, found.rest) == (number, rest)


@pytest.mark.parametrize(
    ("text", "amount"),
    [("+100.00", "100"), ("-50", "-50"), ("−1,200.5", "-1200.5"), ("＋１００", "100")],
)
def test_an_amount_carries_its_sign(text: str, amount: str) -> None:
    assert read_signed(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "100", "+", "+0", "++5", "+1.234", "+1e3", "+很多"])
def test_an_amount_without_a_sign_or_a_value_is_refused(text: str) -> None:
    with pytest.raises(CorrectionAmountError):
        read_signed(text)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [("600519", "sh600519"), ("0700.HK", "hk00700"), ("AAPL", "usAAPL"), ("300750", "sz300750")],
)
def test_a_share_of_any_market_is_read(text: str, symbol: str) -> None:
    assert read_symbol(text) == symbol


def test_what_is_no_share_is_refused() -> None:
    for text in ("茅台", "sh000001", ""):
        with pytest.raises(SharesUnknownError):
            read_symbol(text)


def test_an_action_fits_a_button_and_comes_back_the_same() -> None:
    action = read_action("600519 2026-12-01 cash=23.882 ratio=0.3 pay=12月5日", TODAY)
    assert (action.cash, action.ratio) == (Decimal("23.882"), Decimal("0.3"))
    assert action.pay_day == date(2026, 12, 5)
    packed = write_action(action)
    assert len(f"contest:act-{packed}".encode()) <= 64
    assert packed_action(packed) == action


def test_a_consolidation_has_a_negative_ratio() -> None:
    assert read_action("AAPL 明天 ratio=-0.5", TODAY).ratio == Decimal("-0.5")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "600519",
        "600519 明天",
        "600519 明天 x=1",
        "600519 明天 cash=1 多余",
        "600519 明天 ratio=x",
    ],
)
def test_an_unclear_action_is_refused(text: str) -> None:
    with pytest.raises(ActionUnreadableError):
        read_action(text, TODAY)


@pytest.mark.parametrize(
    "text", ["", "a,b", "sh000001,20261201,1,0,", "sh600519,2026,1,0,", "sh600519,20261201,x,0,"]
)
def test_a_forged_action_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        packed_action(text)


@pytest.mark.parametrize(
    ("text", "reference", "cash", "ratio"),
    [
        ("600519", None, None, None),
        ("600519 1480.25", "1480.25", None, None),
        ("６００５１９ cash=0.5 ratio=0.3 pay=12月5日", None, "0.5", "0.3"),
        ("600519 1,480 ratio=-0.5", "1480", "0", "-0.5"),
        ("600519 每股=0.5 1480", "1480", "0.5", "0"),
    ],
)
def test_a_release_is_read_and_fits_a_button(
    text: str, reference: str | None, cash: str | None, ratio: str | None
) -> None:
    found = read_release(text, TODAY)
    assert found.symbol == "sh600519"
    assert found.reference == (None if reference is None else Decimal(reference))
    if cash is None or ratio is None:
        assert found.action is None
    else:
        assert found.action is not None
        assert (found.action.cash, found.action.ratio) == (Decimal(cash), Decimal(ratio))
    packed = write_release(found)
    assert len(f"contest:rel-12345-{packed}") <= 64
    assert packed_release(packed, TODAY) == found


@pytest.mark.parametrize("text", ["", "sh600519", "sh600519,x,0,0,", "sh600519,-1,0,0,", "a,,,,"])
def test_a_forged_release_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        packed_release(text, TODAY)
