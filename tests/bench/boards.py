"""How long a contest's board takes after a quote update, beside the plain sum of its arrays."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from bot.contest.board.fast_board import Board, Book, Whole, make_book, rank, revalue
from bot.contest.instrument import Market
from bot.contest.rules import Rules

ACCOUNTS = 100_000
POSITIONS = 10
SYMBOLS = 5_000
ROUNDS = 11
SEED = 20261122
PAGE_KIB = 4
out = Console(width=100)


@dataclass(frozen=True, slots=True)
class Figures:
    """Medians in milliseconds, and what the accounts and their board take up in MiB."""

    revalue: float
    rank: float
    plain_sum: float
    book_mib: float
    board_mib: float

    @property
    def whole(self) -> float:
        """Return the time from new prices to the board."""
        return self.revalue + self.rank

    @property
    def ratio(self) -> float:
        """Return how many times the plain sum that is."""
        return self.whole / self.plain_sum


def measure(rounds: int = ROUNDS) -> Figures:
    """Measure the board of `ACCOUNTS` accounts with `POSITIONS` positions each.

    The yardstick runs in the same rounds, in turn: what price x quantity of the same arrays
    costs, summed to one number.
    """
    rules = make_rules()
    before = resident_mib()
    book, ticks = make_accounts(), make_ticks(rounds)
    loaded = resident_mib()
    board = rank(book, revalue(book, ticks[0]), rules)
    full = resident_mib()
    revalued, ranked, summed = [], [], []
    for prices in ticks:
        took, valuation = timed(lambda prices=prices: revalue(book, prices))
        revalued.append(took)
        took, board = timed(lambda valuation=valuation: rank(book, valuation, rules))
        ranked.append(took)
        took, _ = timed(lambda prices=prices: plain_sum(book, prices))
        summed.append(took)
    assert isinstance(board, Board)
    medians = (statistics.median(values) for values in (revalued, ranked, summed))
    return Figures(*medians, book_mib=loaded - before, board_mib=full - loaded)


def plain_sum(book: Book, prices: Whole) -> int:
    """Return the sum of price x quantity over all positions: the least that can be done."""
    return int((prices[book.symbols] * book.quantities).sum())


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Return how many milliseconds `work` took, and its result."""
    gc.disable()
    began = time.perf_counter()
    result = work()
    took = time.perf_counter() - began
    gc.enable()
    return 1000 * took, result


def make_accounts(accounts: int = ACCOUNTS, positions: int = POSITIONS) -> Book:
    """Return random accounts, the same ones each time."""
    chance = np.random.default_rng(SEED)
    return make_book(
        accounts=np.arange(1, accounts + 1),
        competes=chance.random(accounts) > 0.01,
        cash=chance.integers(0, 10**8, accounts),
        receivables=chance.integers(0, 10**5, accounts),
        peak=np.full(accounts, 10**8),
        drawdown=chance.integers(0, 300_000, accounts),
        concentration=chance.integers(0, 20 * 300_000, accounts),
        days=np.full(accounts, 20),
        holders=np.repeat(np.arange(accounts), positions),
        symbols=chance.integers(0, SYMBOLS, accounts * positions),
        quantities=chance.integers(1, 100, accounts * positions) * 100,
    )


def make_ticks(rounds: int) -> list[Whole]:
    """Return one set of prices a round, each a little off the one before."""
    chance = np.random.default_rng(SEED + 1)
    start = chance.integers(20_000, 2_000_000, SYMBOLS) // 100 * 100
    moves = [chance.integers(-5, 6, SYMBOLS) * 100 for _ in range(rounds)]
    return [start + move for move in moves]


def make_rules() -> Rules:
    """Return the default rules."""
    return Rules(Market.MAINLAND, date(2026, 11, 23), date(2026, 12, 18), date(2026, 11, 27))


def resident_mib() -> float:
    """Return this process's resident memory."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * PAGE_KIB / 1024


def show(figures: Figures) -> None:
    """Print the board beside its yardstick."""
    heading = f"{ACCOUNTS:,} accounts x {POSITIONS} positions after a quote update"
    table = Table(title=heading)
    for head in ("", "ms", "ratio"):
        table.add_column(head, justify="left" if not head else "right")
    for name, took in (
        ("price x quantity, summed (plain numpy)", figures.plain_sum),
        ("revalue", figures.revalue),
        ("rank", figures.rank),
        ("revalue and rank", figures.whole),
    ):
        table.add_row(name, f"{took:,.1f}", f"{took / figures.plain_sum:.1f}")
    out.print(table)
    out.print(
        f"memory: {figures.book_mib:.0f} MiB for the accounts, "
        f"{figures.board_mib:.0f} MiB more for their board",
        style="dim",
    )


def run() -> None:
    """Measure and print."""
    show(measure())
