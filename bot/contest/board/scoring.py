"""What an equity curve says: return, drawdown, volatility, Sharpe ratio, concentration.

All exact decimals. What is ranked (equity, drawdown, concentration) is rounded as published;
volatility and Sharpe are statistics that are shown and never ranked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from itertools import pairwise

from bot.contest.board.weights import MILLIONTH, fraction
from bot.contest.instrument import Market

# General knowledge: 242 sessions in Shanghai, about 247 in Hong Kong and 251 in New York a
# year (counted for 2026). A convention of the contest, the same for everybody in it.
DAYS_A_YEAR = {Market.MAINLAND: 242, Market.HONG_KONG: 247, Market.UNITED_STATES: 251}

_RETURN = Decimal("0.000000000001")
_RATIO = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class DayValue:
    """An account at one close.

    `equity`: cash, receivables and positions, to the cent. `concentration`: the Herfindahl
    index of the positions' shares of equity (`weights.herfindahl`).
    """

    equity: Decimal
    concentration: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Score:
    """How an account has done from its opening capital to its last close.

    `total_return`: equity / capital - 1, as a fraction (0.05 is 5 %), to a millionth.
    `max_drawdown`: the largest of (peak - equity) / peak over the closes, the peak being the
    highest equity so far, opening capital included; a fraction, 0 to 1, to a millionth.
    `volatility`: sample standard deviation (n - 1) of the daily returns times the root of the
    trading days in a year; a fraction. None below two days.
    `sharpe`: mean of the daily returns / their standard deviation times the same root, against
    a risk-free rate of zero. None below two days or where the returns do not vary.
    `concentration`: mean over the closes of the Herfindahl index, 0 to 1, to a millionth.
    `days_reviewed`: days with at least one journal note.
    """

    equity: Decimal
    total_return: Decimal
    max_drawdown: Decimal
    volatility: Decimal | None
    sharpe: Decimal | None
    concentration: Decimal
    days: int
    days_reviewed: int


def score(
    capital: Decimal,
    days: Sequence[DayValue],
    days_reviewed: int = 0,
    days_a_year: int = DAYS_A_YEAR[Market.MAINLAND],
) -> Score:
    """Return the score of an account that began with `capital` and closed `days` in order."""
    curve = [capital, *(day.equity for day in days)]
    volatility, sharpe = _risk(daily_returns(curve), days_a_year)
    return Score(
        equity=curve[-1],
        total_return=total_return(capital, curve[-1]),
        max_drawdown=max_drawdown(curve),
        volatility=volatility,
        sharpe=sharpe,
        concentration=mean_concentration([day.concentration for day in days]),
        days=len(days),
        days_reviewed=days_reviewed,
    )


def total_return(capital: Decimal, equity: Decimal) -> Decimal:
    """Return equity / capital - 1, to a millionth."""
    return fraction(equity - capital, capital)


def max_drawdown(curve: Sequence[Decimal]) -> Decimal:
    """Return the largest fall from the highest equity so far, as a fraction of that."""
    peak = curve[0]
    deepest = Decimal(0).quantize(MILLIONTH)
    for equity in curve:
        peak = max(peak, equity)
        deepest = max(deepest, fraction(peak - equity, peak))
    return deepest


def mean_concentration(daily: Sequence[Decimal]) -> Decimal:
    """Return the mean over the closes, to a millionth; 0 before the first."""
    return fraction(sum(daily, Decimal(0)), Decimal(len(daily)))


def daily_returns(curve: Sequence[Decimal]) -> list[Decimal]:
    """Return each day's return; a day after everything was lost has a return of zero.

    Twelve places, so that equal returns are equal and a steady curve has no variance.
    """
    return [
        (after / before - 1).quantize(_RETURN, ROUND_HALF_UP) if before > 0 else Decimal(0)
        for before, after in pairwise(curve)
    ]


def _risk(returns: Sequence[Decimal], days_a_year: int) -> tuple[Decimal | None, Decimal | None]:
    """Return (volatility, Sharpe), each None where it is undefined."""
    if len(returns) < 2:
        return None, None
    # Its own context: the result must not depend on who calls.
    with localcontext(prec=34):
        mean = sum(returns, Decimal(0)) / len(returns)
        squares = sum(((value - mean) ** 2 for value in returns), Decimal(0))
        deviation = (squares / (len(returns) - 1)).sqrt()
        year = Decimal(days_a_year).sqrt()
        volatility = (deviation * year).quantize(MILLIONTH, ROUND_HALF_UP)
        if deviation < _RETURN:
            return volatility, None
        return volatility, (mean / deviation * year).quantize(_RATIO, ROUND_HALF_UP)
