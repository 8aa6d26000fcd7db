from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.contest.events import Side
from bot.contest.instrument import Board, Instrument, Market
from bot.contest.outcomes import Fees
from bot.contest.rulebook.fees import NOTHING, fees, lines, most_affordable
from bot.contest.rulebook.lots import check_quantity, lot_of

DAY = date(2026, 11, 20)
RATE, MINIMUM = Decimal("0.00025"), Decimal(5)
boards = st.sampled_from(Board)
days = st.sampled_from([date(2022, 4, 28), date(2023, 8, 25), date(2025, 6, 27), DAY])
prices = st.integers(1, 200_000).map(lambda cents: Decimal(cents) / 100)
fine_prices = st.integers(1, 20_000_000).map(lambda parts: Decimal(parts) / 10_000)
rates = st.sampled_from([Decimal(0), RATE, Decimal("0.0008"), Decimal("0.003")])
minimums = st.sampled_from([Decimal(0), Decimal("0.01"), MINIMUM, Decimal(50)])


def paid(board, side, price, quantity, day=DAY, rate=RATE, minimum=MINIMUM, earlier=NOTHING):
    return fees(
        board, side, Decimal(price), quantity, day, rate=rate, minimum=minimum, earlier=earlier
    )


def test_a_small_purchase_pays_the_least_commission_and_the_transfer_fee():
    """Source: broker tables (confirmed), the clearing house for the transfer fee (verified)."""
    assert paid(Board.SSE_MAIN, Side.BUY, "36.52", 100) == Fees(
        commission=Decimal(5), transfer_fee=Decimal("0.04")
    )


def test_a_sale_pays_stamp_duty_as_well():
    """Source: announcement of 2023-08-28 (verified). 148,000 x 0.05 %, 0.001 %, 0.025 %."""
    assert paid(Board.SZSE_MAIN, Side.SELL, "1480.00", 100) == Fees(
        commission=Decimal("37.00"), stamp_duty=Decimal("74.00"), transfer_fee=Decimal("1.48")
    )


@pytest.mark.parametrize(
    ("day", "duty"), [(date(2023, 8, 27), "100.00"), (date(2023, 8, 28), "50.00")]
)
@pytest.mark.parametrize("board", [b for b in Board if b.market is Market.MAINLAND])
def test_stamp_duty_was_halved_in_august_2023(board, day, duty):
    """Source: both rates and the day in rqalpha's tables (verified)."""
    assert paid(board, Side.SELL, "100", 1000, day).stamp_duty == Decimal(duty)
    assert paid(board, Side.BUY, "100", 1000, day).stamp_duty == 0


@pytest.mark.parametrize(("day", "fee"), [(date(2022, 4, 28), "2.00"), (date(2022, 4, 29), "1.00")])
@pytest.mark.parametrize("side", Side)
def test_the_transfer_fee_was_halved_in_april_2022_for_both_sides(side, day, fee):
    """Source: the clearing house's news (verified)."""
    assert paid(Board.SSE_MAIN, side, "100", 1000, day).transfer_fee == Decimal(fee)


@pytest.mark.parametrize("side", Side)
def test_hong_kong_charges_both_sides_part_by_part(side):
    """Source: the exchange's page (verified), settlement fee from two reports (confirmed).

    43,240 HKD: duty 43.24 up to 44; SFC 1.16748; AFRC 0.06486; trading 2.44306; clearing 1.81608.
    """
    assert paid(Board.HONG_KONG, side, "432.4", 100, rate=Decimal("0.0003")) == Fees(
        commission=Decimal("12.97"),
        stamp_duty=Decimal("44.00"),
        levies=Decimal("1.17") + Decimal("0.06"),
        trading_fee=Decimal("2.44"),
        settlement_fee=Decimal("1.82"),
    )


@pytest.mark.parametrize(("price", "duty"), [("10", 1), ("10.01", 2), ("0.01", 1), ("20", 2)])
def test_hong_kong_stamp_duty_goes_up_to_the_whole_dollar(price, duty):
    """Source: the exchange's page on transaction fees (verified)."""
    assert paid(Board.HONG_KONG, Side.BUY, price, 100).stamp_duty == duty


@pytest.mark.parametrize(
    ("quantity", "before", "since"),
    [(100, "2", "0.42"), (1000, "2", "4.20"), (10**6, "100", "4200")],
)
def test_the_hong_kong_settlement_fee_lost_its_bounds_in_june_2025(quantity, before, since):
    """Source: two reports (confirmed): 0.002 % from 2 to 100, then 0.0042 % without bounds."""
    for day, fee in ((date(2025, 6, 29), before), (date(2025, 6, 30), since)):
        found = paid(Board.HONG_KONG, Side.BUY, "100", quantity, day).settlement_fee
        assert found == Decimal(fee)


def test_american_trades_pay_the_contests_commission_only():
    """Source: rates of the sale levies not found; they are configuration, zero until known."""
    for side in Side:
        found = paid(Board.UNITED_STATES, side, "308.63", 100, rate=Decimal(0), minimum=Decimal(0))
        assert found == Fees()


def test_each_part_is_rounded_half_up_by_itself():
    """Source: the house rule for mainland fees (confirmed). 500 x 0.001 % is 0.005."""
    found = paid(Board.SSE_MAIN, Side.SELL, "5", 100)
    assert found.transfer_fee == Decimal("0.01")
    assert found.stamp_duty == Decimal("0.25")


def test_the_least_commission_is_paid_once_per_order():
    """Source: broker tables (confirmed)."""
    first = paid(Board.SSE_MAIN, Side.BUY, "10", 100)
    earlier = NOTHING.and_also(Decimal(10), 100, first)
    second = paid(Board.SSE_MAIN, Side.BUY, "10", 100, earlier=earlier)
    assert (first.commission, second.commission) == (Decimal(5), Decimal(0))


def test_only_the_parts_that_cost_something_are_shown_in_order():
    found = paid(Board.SSE_MAIN, Side.SELL, "36.52", 100)
    assert lines(found) == (
        ("commission", Decimal(5)),
        ("stamp_duty", Decimal("1.83")),
        ("transfer_fee", Decimal("0.04")),
    )
    assert lines(Fees()) == ()


@pytest.mark.parametrize(("price", "quantity"), [("0", 100), ("-1", 100), ("1", 0), ("1", -1)])
def test_a_fill_without_price_or_quantity_is_a_programming_error(price, quantity):
    with pytest.raises(ValueError, match="Decimal"):
        paid(Board.SSE_MAIN, Side.BUY, price, quantity)


@given(
    boards, st.sampled_from(Side), days, rates, minimums,
    st.lists(st.tuples(prices, st.integers(1, 5_000)), min_size=1, max_size=8),
)  # fmt: skip
def test_fills_in_parts_cost_together_what_one_fill_costs(board, side, day, rate, minimum, parts):
    earlier = NOTHING
    for price, quantity in parts:
        part = paid(board, side, price, quantity, day, rate, minimum, earlier)
        assert all(amount >= 0 for _, amount in lines(part))
        earlier = earlier.and_also(price, quantity, part)
    turnover = sum(price * quantity for price, quantity in parts)
    whole = paid(board, side, turnover, 1, day, rate, minimum)
    assert earlier.fees == whole
    assert earlier.turnover == turnover


@given(boards, st.sampled_from(Side), days, rates, minimums, prices, st.integers(1, 10**6))
def test_every_part_is_in_whole_cents_and_none_is_negative(
    board, side, day, rate, minimum, price, quantity
):
    found = paid(board, side, price, quantity, day, rate, minimum)
    for _, amount in lines(found):
        assert amount > 0
        assert amount == amount.quantize(Decimal("0.01"))
    assert found.total == sum(amount for _, amount in lines(found))
    assert found.commission >= minimum


@given(
    boards, fine_prices, st.integers(0, 300_000_000), days, rates, minimums, st.booleans(),
    st.sampled_from([1, 100, 500, 2000]),
)  # fmt: skip
def test_the_most_affordable_quantity_fits_and_the_next_does_not(
    board, price, cents, day, rate, minimum, market_order, lot
):
    instrument = Instrument("sh600000", "模拟", board, lot=lot)
    cash = Decimal(cents) / 100

    def cost(quantity):
        value = (price * quantity).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return value + paid(board, Side.BUY, price, quantity, day, rate, minimum).total

    def allowed(quantity):
        terms = {"held": 0, "sellable": 0, "market_order": market_order, "day": day}
        return check_quantity(instrument, Side.BUY, quantity, **terms) is None

    most = most_affordable(
        instrument, price, cash, day, rate=rate, minimum=minimum, market_order=market_order
    )
    rule = lot_of(instrument, day)
    more = most + rule.step if most else rule.minimum
    if most:
        assert allowed(most)
        assert cost(most) <= cash
    assert not allowed(more) or cost(more) > cash


def test_a_price_with_four_decimals_costs_whole_cents():
    """Source: United States prices under a dollar, general knowledge. 0.1250 x 1 is 0.13."""
    instrument = Instrument("usEXMP", "模拟", Board.UNITED_STATES)
    nothing = {"rate": Decimal(0), "minimum": Decimal(0)}
    assert most_affordable(instrument, Decimal("0.1234"), Decimal("0.12"), DAY, **nothing) == 1
    for cash, most in (("0.12", 0), ("0.13", 1), ("0.25", 2), ("0.38", 3)):
        assert most_affordable(instrument, Decimal("0.1250"), Decimal(cash), DAY, **nothing) == most


def test_money_for_less_than_a_lot_buys_nothing():
    instrument = Instrument("sh600519", "模拟", Board.SSE_MAIN)
    terms = {"rate": RATE, "minimum": MINIMUM}
    price = Decimal("1480.00")
    lot = Decimal("148038.48")
    assert most_affordable(instrument, price, lot, DAY, **terms) == 100
    assert most_affordable(instrument, price, lot - Decimal("0.01"), DAY, **terms) == 0
    assert most_affordable(instrument, price, Decimal(-1), DAY, **terms) == 0
