from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.contest.instrument import Board, Market, Standing
from bot.contest.rulebook.price_limits import free_days, limit_ratio, limits

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


@pytest.mark.parametrize("standing", [Standing.NORMAL, Standing.SPECIAL_TREATMENT])
def test_a_marked_share_moves_as_far_as_any_since_july_2026(standing):
    """Source: circular of 2026-06-15, news of 2026-07-05, seen in prices (confirmed)."""
    assert upper(Board.SSE_MAIN, "1.50", standing=standing) == Decimal("1.65")


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2026, 7, 5), "0.05"), (date(2026, 7, 6), "0.10")]
)
@pytest.mark.parametrize("board", [Board.SSE_MAIN, Board.SZSE_MAIN])
def test_the_ratio_of_marked_shares_changed_over_one_weekend(board, day, expected):
    """Source: the last 5 % closes were on 2026-07-03, none from 07-06 (confirmed)."""
    assert limit_ratio(board, Standing.SPECIAL_TREATMENT, day) == Decimal(expected)


@pytest.mark.parametrize(
    ("board", "ratio"), [(Board.STAR, "0.2"), (Board.CHINEXT, "0.2"), (Board.BSE, "0.3")]
)
@pytest.mark.parametrize("day", [date(2026, 7, 3), DAY])
@pytest.mark.parametrize("standing", [Standing.SPECIAL_TREATMENT, Standing.DELISTING])
def test_the_other_boards_know_no_special_ratio(board, ratio, day, standing):
    """Source: STAR, ChiNext and Beijing (confirmed); the delisting period (general knowledge)."""
    assert limit_ratio(board, standing, day) == Decimal(ratio)


def test_an_unreformed_share_still_has_five_percent():
    """Source: 600182 as the feed shows it, 12.78 to 13.42 (confirmed)."""
    assert upper(Board.SSE_MAIN, "12.78", standing=Standing.UNREFORMED) == Decimal("13.42")


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2020, 8, 21), "0.1"), (date(2020, 8, 24), "0.2")]
)
def test_chinext_doubled_its_ratio_with_the_registration_reform(day, expected):
    """Source: general knowledge of the reform of 2020-08-24, not verified."""
    assert limit_ratio(Board.CHINEXT, Standing.NORMAL, day) == Decimal(expected)


@pytest.mark.parametrize("board", [Board.HONG_KONG, Board.UNITED_STATES])
def test_hong_kong_and_the_united_states_have_no_daily_limit(board):
    """Source: five broker pages (confirmed)."""
    assert limit_ratio(board, Standing.NORMAL, DAY) is None
    assert limits(board, Standing.NORMAL, Decimal(100), DAY) is None
    assert free_days(board) == 0


def test_a_new_listing_is_free_for_five_days_in_beijing_for_one():
    """Source: broker tables (confirmed)."""
    assert [free_days(board) for board in MAINLAND] == [5, 5, 5, 5, 1]
    assert limits(Board.STAR, Standing.NORMAL, Decimal(10), DAY, free=True) is None


def test_a_limit_is_at_least_one_tick_away_and_never_below_one():
    """Source: general knowledge, not verified."""
    cent = Decimal("0.01")
    assert limits(Board.SSE_MAIN, Standing.NORMAL, 4 * cent, DAY) == (3 * cent, 5 * cent)
    assert limits(Board.BSE, Standing.NORMAL, 3 * cent, DAY) == (2 * cent, 4 * cent)
    assert limits(Board.SSE_MAIN, Standing.NORMAL, cent, DAY) == (cent, 2 * cent)


def test_a_reference_that_is_no_price_is_a_programming_error():
    for reference in (Decimal(0), Decimal(-1)):
        with pytest.raises(ValueError, match=str(reference)):
            limits(Board.SSE_MAIN, Standing.NORMAL, reference, DAY)


@given(
    st.sampled_from(MAINLAND), st.sampled_from(Standing), references, st.integers(0, 100_000),
    st.sampled_from([date(2020, 8, 21), date(2026, 7, 3), DAY]),
)  # fmt: skip
def test_limits_lie_on_ticks_around_the_reference_and_rise_with_it(
    board, standing, reference, more, day
):
    low, high = limits(board, standing, reference, day)
    assert low % Decimal("0.01") == high % Decimal("0.01") == 0
    assert 0 < low <= reference < high
    raised = limits(board, standing, reference + Decimal(more) / 100, day)
    assert raised[0] >= low
    assert raised[1] >= high


@given(references)
def test_beijing_never_lets_a_price_move_by_more_than_its_ratio(reference):
    low, high = limits(Board.BSE, Standing.NORMAL, reference, DAY)
    tick = Decimal("0.01")
    assert high <= max(reference * Decimal("1.3"), reference + tick)
    assert low >= min(reference * Decimal("0.7"), reference - tick)


@given(references)
def test_half_up_is_off_by_at_most_half_a_tick(reference):
    low, high = limits(Board.SSE_MAIN, Standing.NORMAL, reference, DAY)
    half = Decimal("0.005")
    if reference >= Decimal("0.10"):
        assert -half < high - reference * Decimal("1.1") <= half
        assert -half < low - reference * Decimal("0.9") <= half
