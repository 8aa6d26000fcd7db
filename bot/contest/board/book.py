"""Accounts as the engine keeps them, made into the arrays that the fast board reads."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from bot.contest.board.fast_board import Book, Whole, make_book, scaled_price
from bot.contest.board.running_score import Running
from bot.contest.board.scoring import DayValue
from bot.contest.board.weights import herfindahl, position_value
from bot.contest.engine.account import Account


@dataclass(frozen=True, slots=True)
class Entry:
    """One account on the fast board; `competes` is False for staff and the disqualified."""

    account: Account
    running: Running
    competes: bool = True


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
    account, past = entry.account, entry.running
    return (
        account.id,
        entry.competes,
        _scaled(account.cash, 2),
        _scaled(account.owed, 2),
        _scaled(past.peak, 2),
        _scaled(past.drawdown, 6),
        _scaled(past.concentrations, 6),
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
