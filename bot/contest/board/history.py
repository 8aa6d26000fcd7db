"""What is kept of an account's past closes: enough to rank it without its whole curve.

Folding the closes one by one gives what `scoring.score` says of all of them; it is what a
daily snapshot stores and what the fast board starts from.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from bot.contest.board.fast_board import Book, Whole, make_book, scaled_price
from bot.contest.board.ranking import Contender
from bot.contest.board.scoring import DayValue
from bot.contest.board.weights import fraction, herfindahl, position_value
from bot.contest.engine.account import Account


@dataclass(frozen=True, slots=True)
class History:
    """An account's closes so far.

    `equity`, `peak`: the last and the highest, the opening capital included. `drawdown`: the
    deepest fall, a fraction. `concentration`: the sum of each close's over `days` closes.
    """

    equity: Decimal
    peak: Decimal
    drawdown: Decimal = Decimal(0)
    concentration: Decimal = Decimal(0)
    days: int = 0

    def after(self, day: DayValue) -> "History":
        """Return the history with one more close."""
        peak = max(self.peak, day.equity)
        return History(
            equity=day.equity,
            peak=peak,
            drawdown=max(self.drawdown, fraction(peak - day.equity, peak)),
            concentration=self.concentration + day.concentration,
            days=self.days + 1,
        )

    def contender(self, account: int, *, competes: bool = True) -> Contender:
        """Return what the board needs of it."""
        mean = fraction(self.concentration, Decimal(self.days))
        return Contender(account, self.equity, self.drawdown, mean, competes)


@dataclass(frozen=True, slots=True)
class Entry:
    """One account on the fast board; `competes` is False for staff and the disqualified."""

    account: Account
    history: History
    competes: bool = True


def opened(capital: Decimal) -> History:
    """Return the history of an account before its first close."""
    return History(capital, capital)


def value_of(account: Account, prices: Mapping[str, Decimal]) -> DayValue:
    """Return an account at `prices`; a holding without a price is a programming error."""
    values = [
        position_value(prices[symbol], position.quantity)
        for symbol, position in account.positions.items()
    ]
    equity = sum(values, account.cash + account.owed)
    return DayValue(equity, herfindahl(equity, values))


def book_of(entries: Iterable[Entry], symbols: Sequence[str]) -> Book:
    """Return the fast board's book of `entries`, whose account ids ascend.

    A position's symbol becomes its index in `symbols`. Entries are read one by one and not
    kept, so they may come straight from the database: 25 MiB hold 100,000 of them.
    """
    index = {symbol: number for number, symbol in enumerate(symbols)}
    rows, positions = array("q"), array("q")
    for number, entry in enumerate(entries):
        rows.extend(_row(entry))
        for symbol, position in entry.account.positions.items():
            positions.extend((number, index[symbol], position.quantity))
    columns = np.array(rows, dtype=np.int64).reshape(-1, 8)
    flat = np.array(positions, dtype=np.int64).reshape(-1, 3)
    return make_book(
        accounts=columns[:, 0],
        competes=columns[:, 1].astype(np.bool_),
        cash=columns[:, 2],
        receivables=columns[:, 3],
        peak=columns[:, 4],
        drawdown=columns[:, 5],
        concentration=columns[:, 6],
        days=columns[:, 7],
        holders=flat[:, 0],
        symbols=flat[:, 1],
        quantities=flat[:, 2],
    )


def _row(entry: Entry) -> tuple[int, ...]:
    account, past = entry.account, entry.history
    return (
        account.id,
        entry.competes,
        _scaled(account.cash, 2),
        _scaled(account.owed, 2),
        _scaled(past.peak, 2),
        _scaled(past.drawdown, 6),
        _scaled(past.concentration, 6),
        past.days,
    )


def prices_of(prices: Mapping[str, Decimal], symbols: Sequence[str]) -> Whole:
    """Return the prices as the fast board takes them, in the order of `symbols`."""
    return np.array([scaled_price(prices[symbol]) for symbol in symbols], dtype=np.int64)


def _scaled(value: Decimal, places: int) -> int:
    scaled = value.scaleb(places)
    if scaled != int(scaled):
        raise ValueError(f"more than {places} decimals: {value}")
    return int(scaled)
