from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.contest.board.fast_board import (
    MOST_CENTS,
    MOST_PRICE,
    MOST_SHARES,
    closed,
    make_book,
    rank,
    revalue,
    scaled_price,
)
from bot.contest.board.ranking import Contender, rank_all
from bot.contest.board.scoring import DayValue, score
from bot.contest.board.weights import herfindahl, position_value
from bot.contest.rules import RankBy
from tests.bench.boards import measure
from tests.contest.boards import make_rules

CAPITAL = Decimal(1_000_000)
CENTS = st.integers(0, 10**12)
PRICES = st.integers(0, 10**8)


@dataclass
class Holder:
    """An account whose cash and positions stay while prices move, and whether it competes."""

    cash: int
    owed: int
    positions: dict[int, int]
    competes: bool

    def value(self, prices):
        """Return the account at `prices` the readable way."""
        values = [
            position_value(Decimal(prices[symbol]).scaleb(-4), quantity)
            for symbol, quantity in self.positions.items()
        ]
        equity = sum(values, Decimal(self.cash + self.owed).scaleb(-2))
        return DayValue(equity, herfindahl(equity, values))


@st.composite
def contests(draw):
    """Draw a few accounts and several days of prices."""
    symbols = draw(st.integers(1, 4))
    holder = st.builds(
        Holder,
        cash=st.sampled_from([0, 10**8]) | CENTS,
        owed=st.just(0) | CENTS,
        positions=st.dictionaries(st.integers(0, symbols - 1), st.integers(0, 10**6), max_size=4),
        competes=st.booleans() | st.just(True),
    )
    return (
        draw(st.lists(holder, max_size=12)),
        draw(
            st.lists(st.lists(PRICES, min_size=symbols, max_size=symbols), min_size=1, max_size=5)
        ),
    )


def book_of(holders, shuffled=False):
    flat = [(n, s, q) for n, one in enumerate(holders) for s, q in one.positions.items()]
    if shuffled:
        flat.reverse()
    whose, symbols, quantities = zip(*flat, strict=True) if flat else ((), (), ())
    count = len(holders)
    return make_book(
        accounts=[10 + 3 * n for n in range(count)],
        competes=[one.competes for one in holders],
        cash=[one.cash for one in holders],
        receivables=[one.owed for one in holders],
        peak=[10**8] * count,
        drawdown=[0] * count,
        concentration=[0] * count,
        days=[0] * count,
        holders=whose,
        symbols=symbols,
        quantities=quantities,
    )


def readable(holders, days):
    for n, one in enumerate(holders):
        found = score(CAPITAL, [one.value(prices) for prices in days])
        yield Contender(
            10 + 3 * n, found.equity, found.max_drawdown, found.concentration, one.competes
        )


@settings(max_examples=300, deadline=None)
@given(contests(), st.sampled_from(list(RankBy)), st.booleans())
def test_the_fast_board_equals_the_readable_one_on_every_day(contest, rank_by, shuffled):
    holders, days = contest
    rules = make_rules(rank_by=rank_by)
    book = book_of(holders, shuffled)
    for n in range(len(days)):
        valuation = revalue(book, np.array(days[n], dtype=np.int64))
        board = rank(book, valuation, rules)
        assert tuple(board.lines()) == rank_all(readable(holders, days[: n + 1]), rules)
        book = closed(book, valuation)


def holder(cash=10**8, positions=None):
    return Holder(cash, 0, positions or {}, competes=True)


def board_of(count):
    book = book_of([holder(10**8 + n) for n in range(count)])
    return rank(book, revalue(book, np.zeros(1, np.int64)), make_rules())


def test_the_neighbours_of_an_account_are_those_on_the_board():
    board = board_of(10)
    assert [line.account for line in board.around(10 + 3 * 5, 2)] == [31, 28, 25, 22, 19]
    assert [line.rank for line in board.around(10 + 3 * 9)] == [1, 2, 3, 4]
    assert [line.rank for line in board.around(10)] == [7, 8, 9, 10]
    assert board.around(11) == ()
    assert board.around(10_000) == ()


def test_an_empty_board_is_empty():
    board = board_of(0)
    assert tuple(board.lines()) == ()
    assert board.around(1) == ()


def test_prices_are_scaled_exactly_or_not_at_all():
    assert scaled_price(Decimal("1480.00")) == 14_800_000
    assert scaled_price(Decimal("0.0885")) == 885
    with pytest.raises(ValueError, match="more than 4 decimals"):
        scaled_price(Decimal("0.00005"))


def test_ids_must_ascend():
    one = holder()
    book = book_of([one, one])
    fields = {name: getattr(book, name) for name in ("cash", "receivables", "peak", "drawdown")}
    with pytest.raises(ValueError, match="ascending"):
        make_book(
            **fields,
            accounts=[5, 5],
            competes=[True, True],
            concentration=[0, 0],
            days=[0, 0],
            holders=[],
            symbols=[],
            quantities=[],
        )


@pytest.mark.parametrize(
    ("cash", "quantity", "price"),
    [
        (0, MOST_SHARES, MOST_PRICE),
        (0, 1, MOST_PRICE + 1),
        (0, 1, -1),
        (MOST_CENTS + 1, 0, 1),
    ],
)
def test_what_would_overflow_is_an_error_and_never_a_wrong_rank(cash, quantity, price):
    book = book_of([holder(cash, {0: quantity})])
    with pytest.raises(OverflowError):
        revalue(book, np.array([price], dtype=np.int64))


def test_more_shares_than_can_be_valued_are_an_error():
    with pytest.raises(OverflowError):
        book_of([holder(0, {0: MOST_SHARES + 1})])


def test_the_largest_account_that_fits_is_exact():
    """Ten names of 4 x 10^11 cents each: the square of each share is 1 %."""
    book = book_of([holder(0, dict.fromkeys(range(10), 4 * 10**8))])
    valuation = revalue(book, np.full(10, 100_000, np.int64))
    assert valuation.equity.tolist() == [MOST_CENTS]
    assert valuation.concentration.tolist() == [100_000]
    board = rank(book, valuation, make_rules())
    assert board.line(0).equity == Decimal(MOST_CENTS).scaleb(-2)


def test_a_hundred_thousand_accounts_are_ranked_well_within_a_second():
    figures = measure(rounds=3)
    assert figures.whole <= 1_000
    assert figures.book_mib + figures.board_mib <= 200
