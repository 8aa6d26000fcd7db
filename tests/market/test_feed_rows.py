from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.market.feed_rows import (
    Unreadable,
    clean_name,
    instant,
    number,
    positive,
    require_prices,
    tidy,
    whole,
)
from bot.market.problems import ProblemKind

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("10.120", "10.12"),
        ("10.2", "10.20"),
        ("7", "7.00"),
        ("0.1250", "0.125"),
        ("1E+2", "100.00"),
    ],
)
def test_the_same_price_looks_the_same_from_every_feed(written, shown):
    assert str(tidy(Decimal(written))) == shown


@given(st.decimals(0, 10**6, places=6))
def test_tidying_never_changes_a_value(value):
    assert tidy(value) == value


@pytest.mark.parametrize("text", ["", "-", "nan", "1e5", "１０", "10.", "+1", "1_0", "0x1", " 1"])
def test_only_plain_decimals_are_numbers(text):
    with pytest.raises(Unreadable) as caught:
        number(text)
    assert caught.value.kind is ProblemKind.MALFORMED
    assert positive(text) is None


def test_what_stands_for_nothing_is_nothing():
    assert positive("0.000") is None
    assert positive("-1") is None
    assert whole("0.4") is None
    assert whole("512344", 100) == 51_234_400


@pytest.mark.parametrize(
    ("last", "previous_close", "kind"),
    [
        ("0", "10", ProblemKind.HALTED),
        ("0", "0", ProblemKind.ZERO),
        ("-1", "10", ProblemKind.ZERO),
        ("10", "0", ProblemKind.NO_PREVIOUS_CLOSE),
    ],
)
def test_a_row_without_a_price_of_today_is_refused(last, previous_close, kind):
    with pytest.raises(Unreadable) as caught:
        require_prices(Decimal(last), Decimal(previous_close))
    assert caught.value.kind is kind


def test_a_name_is_one_plain_line_without_broken_bytes():
    assert clean_name("示\u200b例  股份\x00") == "示例 股份"
    for broken in ("", "\x00", "示\ufffd例"):
        with pytest.raises(Unreadable):
            clean_name(broken)


def test_a_local_time_becomes_an_instant():
    assert instant("2026-11-20 15:00:03", SHANGHAI) == datetime(2026, 11, 20, 7, 0, 3, tzinfo=UTC)
    for broken in ("2026-11-31 15:00:00", "2026-11/20 15:00:00", "15:00:00", "0000-00-00 00:00:00"):
        with pytest.raises(Unreadable):
            instant(broken, SHANGHAI)
