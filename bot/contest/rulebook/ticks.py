"""The steps in which prices move, by board and price.

Sources: mainland 0.01 from the exchanges' rules; Hong Kong from the exchange's page on the
reduction of minimum spreads (updated 2025-08-15); United States from general knowledge.
"""

from datetime import date
from decimal import Context, Decimal

from bot.contest.instrument import Board, Market
from bot.contest.outcomes import Refusal, RefusalCode
from bot.contest.rulebook.dated import ALWAYS, in_force

CENT = Decimal("0.01")
ONE = Decimal(1)
UNDER_ONE = Decimal("0.0001")

# (upper edge, tick): the edge belongs to the band below it. Beyond the last edge its tick holds.
Bands = tuple[tuple[Decimal, Decimal], ...]


def _bands(*rows: tuple[str, str]) -> Bands:
    return tuple((Decimal(edge), Decimal(tick)) for edge, tick in rows)


_LOW = (("0.25", "0.001"), ("0.50", "0.005"))
_HIGH = (
    ("100", "0.05"),
    ("200", "0.1"),
    ("500", "0.2"),
    ("1000", "0.5"),
    ("2000", "1"),
    ("5000", "2"),
    ("9995", "5"),
)
HONG_KONG: tuple[tuple[date, Bands], ...] = (
    # Before the first phase: general knowledge, not verified.
    (ALWAYS, _bands(*_LOW, ("10", "0.01"), ("20", "0.02"), *_HIGH)),
    (date(2025, 8, 4), _bands(*_LOW, ("20", "0.01"), ("50", "0.02"), *_HIGH)),
)
# The second phase, 0.005 from 0.50 to 10.00, was announced for about the middle of 2026.
# Whether and when it began could not be found, so from July 2026 the finer grid is accepted:
# it holds every price of the coarser one. Enter the real day here once it is known.
HONG_KONG_UNDECIDED: tuple[tuple[date, tuple[Decimal, Decimal, Decimal] | None], ...] = (
    (ALWAYS, None),
    (date(2026, 7, 1), (Decimal("0.50"), Decimal(10), Decimal("0.005"))),
)

# Wide enough that no price a person can type is rounded by the arithmetic itself.
_EXACT = Context(prec=100)


def tick_of(board: Board, price: Decimal, day: date) -> Decimal:
    """Return the step at `price`, in the board's currency; the finest that is accepted there.

    Source: Hong Kong's page (verified) but for its undecided second phase; mainland confirmed,
    United States general knowledge.
    """
    if board.market is Market.MAINLAND:
        return CENT
    if board is Board.UNITED_STATES:
        return CENT if price >= ONE else UNDER_ONE
    undecided = in_force(HONG_KONG_UNDECIDED, day)
    if undecided is not None and undecided[0] < price <= undecided[1]:
        return undecided[2]
    bands = in_force(HONG_KONG, day)
    return next((tick for edge, tick in bands if price <= edge), bands[-1][1])


def check_price(board: Board, price: Decimal, day: date) -> Refusal | None:
    """Return why `price` is no price of the board, with its neighbours on the grid, or None.

    Prices in the board's currency. Source: as for `tick_of`.
    """
    tick = tick_of(board, price, day)
    lower = round_down(price, tick)
    if price > 0 and lower == price:
        return None
    fields = {
        "price": price,
        "tick": tick,
        "lower": lower if lower > 0 else None,
        "upper": max(tick, round_up(price, tick)),
    }
    return Refusal(RefusalCode.TICK, fields)


def round_down(price: Decimal, tick: Decimal) -> Decimal:
    """Return the highest multiple of `tick` up to `price`, in the price's own unit."""
    steps = _EXACT.divide_int(price, tick)
    if _EXACT.multiply(steps, tick) > price:
        steps = _EXACT.subtract(steps, ONE)
    return _EXACT.multiply(steps, tick)


def round_up(price: Decimal, tick: Decimal) -> Decimal:
    """Return the lowest multiple of `tick` from `price` up, in the price's own unit."""
    lower = round_down(price, tick)
    return lower if lower == price else _EXACT.add(lower, tick)


def half_up(price: Decimal, tick: Decimal) -> Decimal:
    """Return the nearest multiple of `tick`, the upper one if both are as near."""
    lower = round_down(price, tick)
    rest = _EXACT.subtract(price, lower)
    return lower if _EXACT.multiply(rest, Decimal(2)) < tick else _EXACT.add(lower, tick)
