"""How long 10,000 resting limit orders take against quotes of 5,000 shares at once.

The yardstick, in the same rounds: comparing each order's limit with its share's price, which
is the least that can be done. One event is a whole market's quotes, so nobody waits in line.
"""

import copy
import gc
import statistics
import time
from dataclasses import dataclass
from decimal import Decimal

from rich.console import Console
from rich.table import Table

from bot.contest.engine.engine import Engine
from bot.contest.events import Joined, OrderPlaced, QuotesSeen, Side
from tests.factories.contest_engine import at, live_rules, make_terms, opened, quote, seen

ORDERS = 10_000
SYMBOLS = tuple(f"sh600{number:03}" for number in range(1000)) + tuple(
    f"sz00{number:04}" for number in range(4000)
)
REFERENCE, LIMIT = "36.00", Decimal("35.00")
CROSSING = {"nothing crosses": 0, "one in ten crosses": 10, "every order fills": 1}
ROUNDS = 7
out = Console(width=100)


@dataclass(frozen=True, slots=True)
class Figures:
    """Medians in milliseconds of one case, and how many orders filled in it."""

    took: float
    compared: float
    filled: int


def measure(every: int, rounds: int = ROUNDS) -> Figures:
    """Let a batch of quotes meet the orders; every `every`-th share's price crosses."""
    resting = make_resting()
    batch = make_batch(every)
    took, compared, filled = [], [], 0
    for _ in range(rounds):
        engine = copy.deepcopy(resting)
        gc.collect()
        gc.disable()
        began = time.perf_counter()
        outcomes = engine.apply(batch)
        took.append(1000 * (time.perf_counter() - began))
        compared.append(compare(resting, batch))
        gc.enable()
        filled = len(outcomes)
    return Figures(statistics.median(took), statistics.median(compared), filled)


def compare(engine: Engine, batch: QuotesSeen) -> float:
    """Return how many milliseconds it takes to look at every order's limit once."""
    orders = [order for one in engine.accounts.values() for order in one.orders.values()]
    began = time.perf_counter()
    prices = {quote.symbol: quote.price for quote in batch.quotes}
    crossed = sum(order.limit is None or prices[order.symbol] <= order.limit for order in orders)
    took = 1000 * (time.perf_counter() - began)
    assert crossed >= 0
    return took


def make_resting() -> Engine:
    """Return an engine with one resting purchase for each of its accounts."""
    engine = Engine(live_rules())
    engine.apply(opened(*(make_terms(symbol, REFERENCE) for symbol in SYMBOLS)))
    for number in range(1, ORDERS + 1):
        symbol = SYMBOLS[number % len(SYMBOLS)]
        engine.apply(Joined(at("09:00"), number))
        engine.apply(OrderPlaced(at("10:00"), number, number, symbol, Side.BUY, 100, LIMIT))
    assert sum(len(one.orders) for one in engine.accounts.values()) == ORDERS
    return engine


def make_batch(every: int) -> QuotesSeen:
    """Return one quote for each share, seconds after the last order."""
    prices = ("34.90" if every and n % every == 0 else "35.50" for n in range(len(SYMBOLS)))
    pairs = zip(SYMBOLS, prices, strict=True)
    return seen("10:00:05", *(quote(symbol, price, "10:00:05") for symbol, price in pairs))


def run() -> None:
    """Measure and print."""
    table = Table(title=f"{ORDERS:,} resting orders against {len(SYMBOLS):,} quotes at once")
    for head in ("", "filled", "ms", "comparing alone ms", "ratio"):
        table.add_column(head, justify="left" if not head else "right")
    for name, every in CROSSING.items():
        found = measure(every)
        table.add_row(
            name,
            f"{found.filled:,}",
            f"{found.took:.0f}",
            f"{found.compared:.1f}",
            f"{found.took / found.compared:.0f}",
        )
    out.print(table)
