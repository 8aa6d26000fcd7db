from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.contest.instrument import Board, Market
from bot.contest.outcomes import RefusalCode
from bot.contest.rulebook.ticks import check_price, half_up, round_down, round_up, tick_of

DAY = date(2026, 11, 20)
FIRST_PHASE = date(2025, 8, 4)
MAINLAND = [board for board in Board if board.market is Market.MAINLAND]


def neighbours(refusal):
    return str(refusal.fields["lower"]), str(refusal.fields["upper"])


prices = st.integers(1, 200_000_000).map(lambda parts: Decimal(parts) / 10_000)


@pytest.mark.parametrize("board", MAINLAND)
def test_mainland_prices_move_by_a_cent(board):
    """Source: the exchanges' rules in broker tables (confirmed)."""
    assert tick_of(board, Decimal("1480.00"), DAY) == Decimal("0.01")
    assert check_price(board, Decimal("1480.01"), DAY) is None
    refusal = check_price(board, Decimal("36.525"), DAY)
    assert refusal.code is RefusalCode.TICK
    assert refusal.fields == {
        "price": Decimal("36.525"),
        "tick": Decimal("0.01"),
        "lower": Decimal("36.52"),
        "upper": Decimal("36.53"),
    }


@pytest.mark.parametrize(
    ("edge", "tick", "above"),
    [
        ("0.25", "0.001", "0.005"),
        ("0.50", "0.005", "0.01"),
        ("20", "0.01", "0.02"),
        ("50", "0.02", "0.05"),
        ("100", "0.05", "0.1"),
        ("200", "0.1", "0.2"),
        ("500", "0.2", "0.5"),
        ("1000", "0.5", "1"),
        ("2000", "1", "2"),
        ("5000", "2", "5"),
        ("9995", "5", "5"),
    ],
)
def test_hong_kong_ticks_follow_the_table_of_august_2025(edge, tick, above):
    """Source: the exchange's page of 2025-08-15 (verified); the upper edge is included."""
    assert tick_of(Board.HONG_KONG, Decimal(edge), FIRST_PHASE) == Decimal(tick)
    beyond = Decimal(edge) + Decimal("0.0001")
    assert tick_of(Board.HONG_KONG, beyond, FIRST_PHASE) == Decimal(above)


@pytest.mark.parametrize(
    ("price", "before", "since"), [("15", "0.02", "0.01"), ("30", "0.05", "0.02")]
)
def test_the_first_phase_began_on_a_day(price, before, since):
    """Source: the exchange's page for the day (verified), general knowledge for what was before."""
    assert tick_of(Board.HONG_KONG, Decimal(price), date(2025, 8, 3)) == Decimal(before)
    assert tick_of(Board.HONG_KONG, Decimal(price), FIRST_PHASE) == Decimal(since)


@pytest.mark.parametrize("price", ["0.505", "5.015", "9.995", "5.01", "10.00"])
def test_both_grids_count_where_the_second_phase_could_not_be_verified(price):
    """Source: announced for about mid-2026; whether it began was looked for and not found."""
    assert check_price(Board.HONG_KONG, Decimal(price), DAY) is None


def test_before_that_and_outside_of_the_band_only_the_coarse_grid_counts():
    """Source: the same announcement: from 0.50 to 10.00, nothing else."""
    assert check_price(Board.HONG_KONG, Decimal("5.015"), date(2026, 6, 30)) is not None
    refusal = check_price(Board.HONG_KONG, Decimal("10.005"), DAY)
    assert (refusal.fields["lower"], refusal.fields["upper"]) == (
        Decimal("10.00"),
        Decimal("10.01"),
    )
    refusal = check_price(Board.HONG_KONG, Decimal("5.013"), DAY)
    assert (refusal.fields["lower"], refusal.fields["upper"]) == (
        Decimal("5.010"),
        Decimal("5.015"),
    )


def test_american_prices_under_a_dollar_have_four_decimals():
    """Source: general knowledge, not verified."""
    assert check_price(Board.UNITED_STATES, Decimal("0.1234"), DAY) is None
    assert check_price(Board.UNITED_STATES, Decimal("1.00"), DAY) is None
    assert tick_of(Board.UNITED_STATES, Decimal(1), DAY) == Decimal("0.01")
    refusal = check_price(Board.UNITED_STATES, Decimal("0.99995"), DAY)
    assert neighbours(refusal) == ("0.9999", "1.0000")
    refusal = check_price(Board.UNITED_STATES, Decimal("1.0001"), DAY)
    assert neighbours(refusal) == ("1.00", "1.01")


@pytest.mark.parametrize("price", ["0", "-0.01", "-5", "0.001"])
def test_below_one_tick_there_is_only_a_price_above(price):
    refusal = check_price(Board.SSE_MAIN, Decimal(price), DAY)
    assert refusal.code is RefusalCode.TICK
    assert refusal.fields["lower"] is None
    assert refusal.fields["upper"] == Decimal("0.01")


@pytest.mark.parametrize("price", ["1E+30", "10.000000000000000000000000000001"])
def test_prices_that_nobody_means_are_still_judged_exactly(price):
    refusal = check_price(Board.SSE_MAIN, Decimal(price), DAY)
    on_grid = Decimal(price) == Decimal("1E+30")
    assert (refusal is None) is on_grid


def test_the_three_roundings_differ_only_off_the_grid():
    tick = Decimal("0.02")
    assert [rule(Decimal("20.03"), tick) for rule in (round_down, half_up, round_up)] == [
        Decimal("20.02"), Decimal("20.04"), Decimal("20.04"),
    ]  # fmt: skip
    assert half_up(Decimal("20.029"), tick) == Decimal("20.02")
    assert {rule(Decimal("20.04"), tick) for rule in (round_down, half_up, round_up)} == {
        Decimal("20.04")
    }


@given(st.sampled_from(Board), prices, st.sampled_from([date(2025, 8, 3), FIRST_PHASE, DAY]))
def test_the_neighbours_of_a_refused_price_are_prices_with_nothing_between(board, price, day):
    refusal = check_price(board, price, day)
    if refusal is None:
        return
    lower, upper = refusal.fields["lower"], refusal.fields["upper"]
    assert check_price(board, upper, day) is None
    assert upper > price
    if lower is not None:
        assert lower < price
        assert check_price(board, lower, day) is None
        assert upper - lower == refusal.fields["tick"]


@given(prices, st.sampled_from(["0.0001", "0.001", "0.005", "0.01", "0.02", "0.5", "5"]))
def test_rounded_prices_are_multiples_and_enclose_the_price(price, tick):
    tick = Decimal(tick)
    low, near, high = round_down(price, tick), half_up(price, tick), round_up(price, tick)
    assert low % tick == high % tick == 0
    assert low <= price <= high
    assert high - low in (0, tick)
    assert near in (low, high)
    assert abs(near - price) * 2 <= tick
