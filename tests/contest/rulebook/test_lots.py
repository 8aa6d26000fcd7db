from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.contest.events import Side
from bot.contest.instrument import Board, Instrument
from bot.contest.outcomes import RefusalCode
from bot.contest.rulebook.lots import check_quantity, round_down

DAY = date(2026, 11, 20)
boards = st.sampled_from(Board)
sides = st.sampled_from(Side)


def share(board, lot=1):
    return Instrument(symbol="sh600000", name="模拟", board=board, lot=lot)


def check(board, quantity, *, side=Side.BUY, sellable=0, held=None, market=False, lot=1):
    return check_quantity(
        share(board, lot),
        side,
        quantity,
        held=sellable if held is None else held,
        sellable=sellable,
        market_order=market,
        day=DAY,
    )


def sell(board, quantity, sellable, **more):
    return check(board, quantity, side=Side.SELL, sellable=sellable, **more)


def neighbours(refusal):
    assert refusal.code is RefusalCode.LOT
    return refusal.fields["lower"], refusal.fields["upper"]


@pytest.mark.parametrize("board", [Board.SSE_MAIN, Board.SZSE_MAIN, Board.CHINEXT])
def test_purchases_are_multiples_of_a_hundred_on_chinext_too(board):
    """Source: broker tables (confirmed); 200 on ChiNext is a common mistake."""
    assert check(board, 100) is None
    assert check(board, 1200) is None
    assert neighbours(check(board, 150)) == (100, 200)
    assert neighbours(check(board, 99)) == (None, 100)
    assert neighbours(check(board, 201)) == (200, 300)


@pytest.mark.parametrize(("board", "least"), [(Board.STAR, 200), (Board.BSE, 100)])
def test_star_and_beijing_start_at_a_minimum_and_go_on_by_one(board, least):
    """Source: broker tables (confirmed)."""
    assert check(board, least) is None
    assert check(board, least + 1) is None
    assert neighbours(check(board, least - 1)) == (None, least)


@pytest.mark.parametrize("quantity", [0, -1, -100])
@pytest.mark.parametrize("board", Board)
def test_nothing_and_less_is_no_order(board, quantity):
    refusal = check(board, quantity)
    assert refusal.code is RefusalCode.NOT_POSITIVE
    assert refusal.fields == {"quantity": quantity}


def test_an_odd_remainder_is_sold_only_in_one_go():
    """Source: the Stock Connect pages for Shanghai's main board (confirmed)."""
    assert sell(Board.SSE_MAIN, 50, 50) is None
    assert sell(Board.SSE_MAIN, 50, 250) is None
    assert sell(Board.SSE_MAIN, 150, 250) is None
    assert sell(Board.SSE_MAIN, 250, 250) is None
    assert sell(Board.SSE_MAIN, 200, 250) is None
    assert neighbours(sell(Board.SSE_MAIN, 30, 250)) == (None, 50)
    assert neighbours(sell(Board.SSE_MAIN, 51, 250)) == (50, 100)
    assert neighbours(sell(Board.SSE_MAIN, 249, 250)) == (200, 250)
    assert neighbours(sell(Board.SSE_MAIN, 40, 50)) == (None, 50)


def test_a_remainder_that_is_on_sale_already_is_not_sold_twice():
    assert neighbours(sell(Board.SSE_MAIN, 50, 100, held=150)) == (None, 100)


def test_a_sale_beyond_what_is_free_today_is_judged_by_all_that_is_held():
    """T+1 is another rule's answer; the lot alone is not what stands in the way."""
    assert sell(Board.SSE_MAIN, 50, 0, held=50) is None
    assert sell(Board.SSE_MAIN, 200, 100, held=100) is None
    assert neighbours(sell(Board.SSE_MAIN, 250, 100, held=100)) == (100, None)


@pytest.mark.parametrize(("board", "least"), [(Board.STAR, 200), (Board.BSE, 100)])
def test_on_star_and_in_beijing_a_balance_below_the_minimum_goes_whole(board, least):
    """Source: broker tables (confirmed)."""
    assert sell(board, least - 1, least - 1) is None
    assert neighbours(sell(board, 10, least - 1)) == (None, least - 1)
    assert neighbours(sell(board, least - 1, 5 * least)) == (None, least)
    assert neighbours(sell(board, 10, least)) == (None, least)
    assert sell(board, least + 1, 5 * least) is None


def test_hong_kong_lots_are_the_shares_own_and_an_odd_rest_is_sold_whole():
    """Source: Connect pages (confirmed); selling the rest whole is this contest's convention."""
    assert check(Board.HONG_KONG, 1000, lot=500) is None
    assert neighbours(check(Board.HONG_KONG, 700, lot=500)) == (500, 1000)
    assert sell(Board.HONG_KONG, 120, 620, lot=500) is None
    assert sell(Board.HONG_KONG, 620, 620, lot=500) is None
    assert neighbours(sell(Board.HONG_KONG, 100, 620, lot=500)) == (None, 120)


def test_american_shares_trade_one_by_one():
    """Source: general knowledge, not verified."""
    assert check(Board.UNITED_STATES, 1) is None
    assert sell(Board.UNITED_STATES, 7, 9) is None


def test_a_hong_kong_share_without_a_lot_is_a_programming_error():
    with pytest.raises(ValueError, match="lot=0"):
        check(Board.HONG_KONG, 100, lot=0)


@pytest.mark.parametrize(
    ("board", "limit", "market"),
    [
        (Board.SSE_MAIN, 1_000_000, 1_000_000),
        (Board.SZSE_MAIN, 1_000_000, 1_000_000),
        (Board.STAR, 100_000, 50_000),
        (Board.CHINEXT, 300_000, 150_000),
        (Board.BSE, 1_000_000, 1_000_000),
    ],
)
def test_one_order_has_a_ceiling(board, limit, market):
    """Source: tables for Shanghai and STAR (confirmed), general knowledge for the others."""
    for most, kind in ((limit, False), (market, True)):
        assert check(board, most, market=kind) is None
        refusal = check(board, most + 100, market=kind)
        assert refusal.code is RefusalCode.TOO_LARGE
        assert refusal.fields == {"quantity": most + 100, "most": most}


def test_a_refusal_names_the_boards_lot():
    fields = check(Board.STAR, 150).fields
    assert (fields["quantity"], fields["board"]) == (150, Board.STAR)
    assert (fields["lot"], fields["step"]) == (200, 1)


def test_rounding_down_knows_lots_ceilings_and_balances():
    assert round_down(share(Board.SSE_MAIN), Side.BUY, 299) == 200
    assert round_down(share(Board.SSE_MAIN), Side.BUY, 99) == 0
    assert round_down(share(Board.STAR), Side.BUY, 10**9) == 100_000
    assert round_down(share(Board.STAR), Side.BUY, 10**9, market_order=True) == 50_000
    assert round_down(share(Board.SSE_MAIN), Side.SELL, 170, sellable=250) == 150
    assert round_down(share(Board.SSE_MAIN), Side.SELL, 170) == 170
    assert round_down(share(Board.SSE_MAIN), Side.SELL, 500, sellable=250) == 250
    assert round_down(share(Board.SSE_MAIN), Side.BUY, -5) == 0


@given(boards, sides, st.integers(-10, 2_000_000), st.integers(0, 2_000), st.booleans())
def test_what_is_rounded_down_always_passes(board, side, quantity, sellable, market):
    instrument = share(board, lot=300)
    rounded = round_down(instrument, side, quantity, sellable=sellable, market_order=market)
    assert rounded <= max(quantity, 0)
    if rounded:
        assert check(board, rounded, side=side, sellable=sellable, market=market, lot=300) is None


@given(boards, sides, st.integers(1, 1_500), st.integers(0, 1_500))
def test_the_neighbours_of_a_refused_quantity_are_the_nearest_that_pass(
    board, side, quantity, sellable
):
    """Checked against trying every quantity one by one."""

    def passes(wanted):
        return check(board, wanted, side=side, sellable=sellable, lot=300) is None

    refusal = check(board, quantity, side=side, sellable=sellable, lot=300)
    if refusal is None or (side is Side.SELL and quantity > sellable):
        return
    lower, upper = neighbours(refusal)
    most = sellable if side is Side.SELL else 10_000
    assert lower == next((q for q in range(quantity, 0, -1) if passes(q)), None)
    assert upper == next((q for q in range(quantity + 1, most + 1) if passes(q)), None)


@given(boards, st.integers(0, 5_000))
def test_a_whole_balance_can_always_be_sold(board, balance):
    if balance:
        assert sell(board, balance, balance, lot=300) is None
