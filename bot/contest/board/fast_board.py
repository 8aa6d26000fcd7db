"""The board of a hundred thousand accounts after a quote update: `ranking.py` over arrays.

All int64, so it equals the readable definition exactly (a property test holds them together):
money in cents, prices in ten-thousandths, shares in millionths, points in ten-thousandths.
No intermediate overflows: a price is at most 10^10 (a million) and a holding at most 9 x 10^8
shares, so a value is below 9 x 10^18; a value or an equity above `MOST_CENTS` raises, and
2 x 10^6 times that is below 2^63. Sums over stretches of a running total are differences,
which stay right even where the total itself wraps round.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from bot.contest.board.ranking import Ranked, Terms
from bot.contest.board.scoring import total_return
from bot.contest.rules import RankBy, Rules

Whole = NDArray[np.int64]
Truth = NDArray[np.bool_]

PRICE_PLACES = 4
MOST_PRICE = 10**10
MOST_SHARES = 9 * 10**8
MOST_CENTS = 4 * 10**12
MILLION = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """All accounts of a contest with their history up to the last close.

    `accounts`: ids, ascending. `cash` (frozen included), `receivables`: cents. `peak`: the
    highest equity so far, opening capital included, cents. `drawdown`: the deepest so far,
    millionths. `concentration`: the sum over the `days` closed of each day's, millionths.
    `symbols`, `quantities`: all positions, those of account n at `starts[n]:starts[n + 1]`.
    """

    accounts: Whole
    competes: Truth
    cash: Whole
    receivables: Whole
    peak: Whole
    drawdown: Whole
    concentration: Whole
    days: Whole
    starts: Whole
    symbols: Whole
    quantities: Whole


@dataclass(frozen=True, slots=True, eq=False)
class Valuation:
    """Every account at given prices: equity in cents, the rest as in `Book` with today in it."""

    equity: Whole
    peak: Whole
    drawdown: Whole
    concentration: Whole
    days: Whole


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """Every account ranked; arrays are by account, `order` lists them best first.

    `rank`: 0 out of competition. `drawdown`, `concentration`: millionths, the latter the mean
    over days. The three terms and `score`: ten-thousandths of a point.
    """

    rules: Rules
    accounts: Whole
    order: Whole
    rank: Whole
    score: Whole
    percentile: Whole
    drawdown_cost: Whole
    concentration_cost: Whole
    equity: Whole
    drawdown: Whole
    concentration: Whole

    def line(self, place: int) -> Ranked:
        """Return the line at `place` of the order, from 0, as the readable board has it."""
        n = int(self.order[place])
        rank = int(self.rank[n])
        equity = Decimal(int(self.equity[n])).scaleb(-2)
        return Ranked(
            account=int(self.accounts[n]),
            rank=rank or None,
            terms=Terms(
                Decimal(int(self.percentile[n])).scaleb(-4),
                Decimal(int(self.drawdown_cost[n])).scaleb(-4),
                Decimal(int(self.concentration_cost[n])).scaleb(-4),
            ),
            equity=equity,
            total_return=total_return(self.rules.capital, equity),
            max_drawdown=Decimal(int(self.drawdown[n])).scaleb(-6),
            concentration=Decimal(int(self.concentration[n])).scaleb(-6),
        )

    def lines(self, first: int = 0, last: int | None = None) -> Iterator[Ranked]:
        """Yield the lines from place `first` up to, not including, `last`."""
        count = len(self.order)
        for place in range(max(first, 0), count if last is None else min(last, count)):
            yield self.line(place)

    def place_of(self, account: int) -> int | None:
        """Return where an account stands in the order, from 0; None if it is not in."""
        n = int(np.searchsorted(self.accounts, account))
        if n == len(self.accounts) or self.accounts[n] != account:
            return None
        return int(np.flatnonzero(self.order == n)[0])

    def around(self, account: int, reach: int = 3) -> tuple[Ranked, ...]:
        """Return an account's line with `reach` lines before and after it; () if not in."""
        place = self.place_of(account)
        return () if place is None else tuple(self.lines(place - reach, place + reach + 1))


def make_book(
    *,
    accounts: Sequence[int] | Whole,
    competes: Sequence[bool] | Truth,
    cash: Sequence[int] | Whole,
    receivables: Sequence[int] | Whole,
    peak: Sequence[int] | Whole,
    drawdown: Sequence[int] | Whole,
    concentration: Sequence[int] | Whole,
    days: Sequence[int] | Whole,
    holders: Sequence[int] | Whole,
    symbols: Sequence[int] | Whole,
    quantities: Sequence[int] | Whole,
) -> Book:
    """Return the book of `accounts` (ids, ascending) and their positions in any order.

    `holders`: for each position, its account's index in `accounts`. The rest as in `Book`.
    """
    ids, whose, shares = _whole(accounts), _whole(holders), _whole(quantities)
    if (np.diff(ids) <= 0).any():
        raise ValueError("account ids must be unique and ascending")
    if ((shares < 0) | (shares > MOST_SHARES)).any():
        raise OverflowError("a holding is negative or beyond what the board can value")
    by_holder = np.argsort(whose, kind="stable")
    counts = np.bincount(whose, minlength=len(ids))
    return Book(
        accounts=ids,
        competes=np.asarray(competes, dtype=np.bool_),
        cash=_whole(cash),
        receivables=_whole(receivables),
        peak=_whole(peak),
        drawdown=_whole(drawdown),
        concentration=_whole(concentration),
        days=_whole(days),
        starts=np.concatenate((np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64))),
        symbols=_whole(symbols)[by_holder],
        quantities=shares[by_holder],
    )


def scaled_price(price: Decimal) -> int:
    """Return a price in ten-thousandths; more decimals than that are a programming error."""
    scaled = price.scaleb(PRICE_PLACES)
    if scaled != int(scaled):
        raise ValueError(f"a price of more than {PRICE_PLACES} decimals: {price}")
    return int(scaled)


def revalue(book: Book, prices: Whole) -> Valuation:
    """Return every account at `prices` (ten-thousandths, by symbol index).

    The day in progress counts as if it closed now: it may raise the peak, deepen the drawdown
    and enters the mean concentration.
    """
    if ((prices < 0) | (prices > MOST_PRICE)).any():
        raise OverflowError("a price is negative or beyond what the board can value")
    # Half up to the cent, position by position, as `weights.position_value`.
    values = (prices[book.symbols] * book.quantities + 50) // 100
    if values.size and values.max() > MOST_CENTS:
        raise OverflowError("a holding is worth more than the board can value")
    equity = book.cash + book.receivables + _sums(values, book.starts)
    if equity.size and equity.max() > MOST_CENTS:
        raise OverflowError("an account is worth more than the board can value")
    peak = np.maximum(book.peak, equity)
    return Valuation(
        equity=equity,
        peak=peak,
        drawdown=np.maximum(book.drawdown, _millionths(peak - equity, peak)),
        concentration=book.concentration + _herfindahl(values, equity, book.starts),
        days=book.days + 1,
    )


def closed(book: Book, valuation: Valuation) -> Book:
    """Return the book after a close at that valuation: its day is history now."""
    return replace(
        book,
        peak=valuation.peak,
        drawdown=valuation.drawdown,
        concentration=valuation.concentration,
        days=valuation.days,
    )


def rank(book: Book, valuation: Valuation, rules: Rules) -> Board:
    """Return the board: `ranking.rank_all` of the same accounts, in arrays."""
    mean = _rounded(valuation.concentration, valuation.days)
    percentile = _percentiles(valuation.equity, book.competes)
    drawdown_cost = _cost(valuation.drawdown, rules.drawdown_weight)
    concentration_cost = _cost(mean, rules.concentration_weight)
    score = percentile - drawdown_cost - concentration_cost
    key = valuation.equity if rules.rank_by is RankBy.RETURN else score
    # Stable, so that equal scores stand in the order of their accounts.
    order = np.argsort(-key, kind="stable")
    above, _ = _counted(key, book.competes, order)
    return Board(
        rules=rules,
        accounts=book.accounts,
        order=order,
        rank=np.where(book.competes, above + 1, 0),
        score=score,
        percentile=percentile,
        drawdown_cost=drawdown_cost,
        concentration_cost=concentration_cost,
        equity=valuation.equity,
        drawdown=valuation.drawdown,
        concentration=mean,
    )


def _whole(values: Sequence[int] | Whole) -> Whole:
    return np.ascontiguousarray(values, dtype=np.int64)


def _sums(values: Whole, starts: Whole) -> Whole:
    """Return the sum of each account's stretch of `values`."""
    total = np.concatenate((np.zeros(1, np.int64), np.cumsum(values, dtype=np.int64)))
    return total[starts[1:]] - total[starts[:-1]]


def _rounded(part: Whole, whole: Whole) -> Whole:
    """Return part / whole, half up, for parts of 0 or more; 0 where there is no whole."""
    divisor = np.maximum(whole, 1)
    return np.where(whole > 0, (2 * part + divisor) // (2 * divisor), 0)


def _millionths(part: Whole, whole: Whole) -> Whole:
    return _rounded(part * MILLION, whole)


def _herfindahl(values: Whole, equity: Whole, starts: Whole) -> Whole:
    """Return each account's `weights.herfindahl` in millionths."""
    shares = _millionths(values, np.repeat(equity, np.diff(starts)))
    squares = _sums(shares * shares, starts)
    return (2 * squares + MILLION) // (2 * MILLION)


def _percentiles(equity: Whole, competes: Truth) -> Whole:
    """Return `ranking.percentile` of each account among the competing, in ten-thousandths."""
    below, through = _counted(equity, competes, np.argsort(equity))
    level = through - below - competes
    others = np.count_nonzero(competes) - competes.astype(np.int64)
    found = _rounded(MILLION * (2 * below + level), 2 * others)
    return np.where(others > 0, found, MILLION // 2)


def _counted(key: Whole, competes: Truth, order: Whole) -> tuple[Whole, Whole]:
    """Return how many competing come before each key in a sorted `order`, and up to its end."""
    sorted_keys = key[order]
    is_first = np.ones(len(key), np.bool_)
    np.not_equal(sorted_keys[1:], sorted_keys[:-1], out=is_first[1:])
    firsts = np.flatnonzero(is_first)
    running = np.concatenate((np.zeros(1, np.int64), np.cumsum(competes[order], dtype=np.int64)))
    run = np.cumsum(is_first) - 1
    before, through = np.empty(len(key), np.int64), np.empty(len(key), np.int64)
    before[order] = running[firsts][run]
    through[order] = running[np.append(firsts[1:], len(key))][run]
    return before, through


def _cost(share: Whole, weight: Decimal) -> Whole:
    """Return `ranking.cost` in ten-thousandths: weight x percent is weight x millionths."""
    scaled = scaled_price(weight)
    points: Whole = (2 * scaled * share + 10**PRICE_PLACES) // (2 * 10**PRICE_PLACES)
    return points
