from decimal import Decimal
from itertools import pairwise
from math import isclose, sqrt
from statistics import mean, stdev

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.contest.board.scoring import (
    DayValue,
    daily_returns,
    max_drawdown,
    mean_concentration,
    score,
    total_return,
)

CAPITAL = Decimal(1_000_000)
CURVES = st.lists(
    st.integers(1, 10**10).map(lambda cents: Decimal(cents) / 100), min_size=2, max_size=40
)


def scored(*equities, **known):
    return score(CAPITAL, [DayValue(Decimal(equity)) for equity in equities], **known)


def test_before_the_first_close_there_is_nothing_to_say():
    nothing = scored()
    assert nothing.equity == CAPITAL
    assert (nothing.total_return, nothing.max_drawdown, nothing.concentration) == (0, 0, 0)
    assert (nothing.volatility, nothing.sharpe, nothing.days) == (None, None, 0)


def test_the_return_is_over_the_opening_capital():
    assert total_return(CAPITAL, Decimal("1082134.56")) == Decimal("0.082135")
    assert total_return(CAPITAL, Decimal("917865.44")) == Decimal("-0.082135")
    assert total_return(CAPITAL, Decimal(0)) == -1


def test_the_drawdown_is_the_deepest_fall_from_a_peak_so_far():
    curve = [Decimal(n) for n in (100, 120, 90, 130, 104, 125)]
    # 120 to 90 is 25 %; 130 to 104 is 20 %.
    assert max_drawdown(curve) == Decimal("0.25")


def test_the_opening_capital_is_the_first_peak():
    assert scored(950_000).max_drawdown == Decimal("0.05")
    assert scored(1_100_000, 1_200_000).max_drawdown == 0


def test_volatility_and_sharpe_on_figures_worked_out_by_hand():
    # Returns +10 %, -10 %, +10 %: mean 1/30, sample deviation 0.2/sqrt(3).
    found = scored(1_100_000, 990_000, 1_089_000)
    assert isclose(found.volatility, 0.2 / sqrt(3) * sqrt(242), abs_tol=1e-6)
    assert isclose(found.sharpe, (1 / 30) / (0.2 / sqrt(3)) * sqrt(242), abs_tol=1e-4)
    assert found.volatility == Decimal("1.796292")
    assert found.sharpe == Decimal("4.4907")


def test_another_market_has_another_year():
    found = scored(1_100_000, 990_000, 1_089_000, days_a_year=251)
    assert isclose(found.volatility, 0.2 / sqrt(3) * sqrt(251), abs_tol=1e-6)


def test_one_day_has_no_volatility():
    assert scored(1_100_000).volatility is None
    assert scored(1_100_000).sharpe is None


@pytest.mark.parametrize("days", [(1_000_000,) * 5, (900_000, 810_000, 729_000), (2_000_000,) * 2])
def test_a_curve_that_never_varies_has_no_sharpe(days):
    found = scored(*days)
    steady = len(set(daily_returns([CAPITAL, *map(Decimal, days)]))) == 1
    assert (found.sharpe is None) == steady
    assert found.volatility is not None


def test_losing_everything_is_minus_one_and_nothing_worse():
    found = scored(500_000, 0, 0, 0)
    assert (found.total_return, found.max_drawdown) == (-1, 1)
    assert found.volatility is not None


def test_concentration_is_the_mean_over_the_closes():
    days = [DayValue(CAPITAL, Decimal(value)) for value in ("0", "0.25", "0.5")]
    assert score(CAPITAL, days).concentration == Decimal("0.25")
    assert mean_concentration([Decimal("0.1"), Decimal("0.1"), Decimal("0.2")]) == Decimal(
        "0.133333"
    )


def test_days_reviewed_are_told_as_given():
    assert scored(1_000_000, 1_000_000, days_reviewed=2).days_reviewed == 2


@given(CURVES)
def test_statistics_agree_with_the_textbook(curve):
    returns = [float(b / a - 1) for a, b in pairwise(curve)]
    assume(len(returns) >= 2 and stdev(returns) > 1e-6)
    found = score(curve[0], [DayValue(equity) for equity in curve[1:]])
    assert isclose(found.volatility, stdev(returns) * sqrt(242), rel_tol=1e-6, abs_tol=2e-6)
    expected = mean(returns) / stdev(returns) * sqrt(242)
    assert isclose(found.sharpe, expected, rel_tol=1e-4, abs_tol=1e-3)


@given(CURVES)
def test_drawdown_is_the_worst_of_all_pairs(curve):
    worst = max(
        ((high - low) / high for n, high in enumerate(curve) for low in curve[n:]),
        default=Decimal(0),
    )
    assert abs(max_drawdown(curve) - worst) <= Decimal("0.0000005")
    assert max_drawdown(curve) == max_drawdown([*curve, curve[-1]])


@given(CURVES)
def test_no_statistic_is_ever_infinite(curve):
    found = score(curve[0], [DayValue(equity) for equity in curve[1:]])
    for value in (found.volatility, found.sharpe, found.total_return, found.max_drawdown):
        assert value is None or value.is_finite()
