from datetime import date
from decimal import Decimal

import pytest

from bot.contest.days.feed_limits import limits_by_name

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("symbol", "name", "close", "highest"),
    [
        ("sh600000", "示例股份", "10.05", "11.06"),
        ("sz000004", "*ST示例", "1.50", "1.65"),
        ("sh600182", "S示例", "12.78", "13.42"),
        ("sz300001", "ST示例", "10.00", "12.00"),
        ("bj920001", "示例北交", "84.63", "110.01"),
        ("sh688001", "XD示例", "70.00", "84.00"),
    ],
)
def test_the_name_of_the_day_decides_the_limit(symbol, name, close, highest):
    assert limits_by_name(symbol, name, Decimal(close), DAY)[1] == Decimal(highest)


def test_st_had_five_percent_before_july_of_2026():
    assert limits_by_name("sz000004", "ST示例", Decimal("1.50"), date(2026, 7, 3))[1] == Decimal(
        "1.58"
    )


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("sh601999", "N示例"),
        ("sh601999", "C示例"),
        ("sh600001", "示例退"),
        ("sh000001", "上证指数"),
        ("hk00700", "示例"),
    ],
)
def test_where_there_is_no_limit_or_nobody_can_tell_there_is_none(symbol, name):
    assert limits_by_name(symbol, name, Decimal("10.00"), DAY) is None
