from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from bot.contest.board.weights import fraction, herfindahl, position_value

CENTS = st.integers(0, 10**13).map(lambda cents: Decimal(cents) / 100)


def test_a_holding_is_worth_its_price_times_its_shares_to_the_cent():
    assert position_value(Decimal("36.52"), 100) == Decimal("3652.00")
    assert position_value(Decimal("0.0885"), 300) == Decimal("26.55")
    assert position_value(Decimal("0.0885"), 100) == Decimal("8.85")
    assert position_value(Decimal("0.015"), 3) == Decimal("0.05")


def test_cash_is_no_concentration_and_one_name_is_all_of_it():
    assert herfindahl(Decimal(1000), []) == 0
    assert herfindahl(Decimal(1000), [Decimal(1000)]) == 1


def test_concentration_is_the_sum_of_the_squared_shares_of_equity():
    half_in_one = herfindahl(Decimal(1000), [Decimal(500)])
    assert half_in_one == Decimal("0.25")
    assert herfindahl(Decimal(1000), [Decimal(100)] * 10) == Decimal("0.1")
    # 0.333333 squared is 0.111110888889, twice that rounds to 0.222222.
    assert herfindahl(Decimal(3), [Decimal(1), Decimal(1)]) == Decimal("0.222222")


def test_an_account_without_anything_is_not_concentrated():
    assert herfindahl(Decimal(0), [Decimal(0)]) == 0


@given(CENTS, CENTS.filter(bool))
def test_fractions_round_as_exact_arithmetic_does(part, whole):
    exact = Fraction(part) / Fraction(whole) * 10**6
    assert fraction(part, whole) * 10**6 == (2 * exact + 1) // 2


@given(st.lists(CENTS, max_size=12), CENTS)
def test_concentration_lies_between_none_and_all(values, cash):
    equity = sum(values, cash)
    assert 0 <= herfindahl(equity, values) <= Decimal("1.00001")
