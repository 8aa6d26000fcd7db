"""The noise of the rehearsal: every price a pure function of (seed, symbol, instant)."""

from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from hashlib import blake2b

from bot.calendar.exchange import Session
from bot.market.quote import HUNDREDTH

ONE_MINUTE = timedelta(minutes=1)
# (length in days, height in millionths of the base): slow swings are the larger ones.
DAY_SWINGS = ((64, 70_000), (16, 28_000), (5, 12_000), (1, 6_000))
# (length in minutes, height in millionths): what happens within a day.
MINUTE_SWINGS = ((60, 4_500), (15, 2_200), (4, 1_000), (1, 350))
OPENING_GAP = 2_500  # millionths
MILLION = 1_000_000
_FRACTION = 1 << 32
# Hong Kong's ticks up to a price; source: the exchange's page, since 2025-08-04.
_HONG_KONG_TICKS = (
    (Decimal("0.25"), Decimal("0.001")),
    (Decimal("0.50"), Decimal("0.005")),
    (Decimal(20), HUNDREDTH),
    (Decimal(50), Decimal("0.02")),
    (Decimal(100), Decimal("0.05")),
    (Decimal(200), Decimal("0.10")),
    (Decimal(500), Decimal("0.20")),
)


def trading_minutes(session: Session) -> tuple[datetime, ...]:
    """Return every minute of `session` from the opening to the close, without its breaks."""
    length = int((session.closes - session.opens) / ONE_MINUTE)
    every = (session.opens + ONE_MINUTE * n for n in range(length + 1))
    return tuple(at for at in every if not any(start < at <= end for start, end in session.breaks))


def day_close(seed: int, symbol: str, base: Decimal, swing: int, day: date) -> Decimal:
    """Return the close of `day`: `base` moved by slow swings, `swing` percent of their height."""
    offset = _swing(seed, symbol + "/day", day.toordinal(), DAY_SWINGS)
    return on_tick(base * (MILLION + offset * swing // 100) / MILLION, symbol)


@lru_cache(maxsize=1_024)
def day_path(
    seed: int, symbol: str, start: Decimal, close: Decimal, day: date, length: int, swing: int
) -> tuple[Decimal, ...]:
    """Return a price for each minute, from near `start` to exactly `close`."""
    key = f"{symbol}/{day.isoformat()}"
    gap = _signed(seed, key, "gap", 0) * OPENING_GAP // _FRACTION
    total = max(length - 1, 1)
    path = []
    for minute in range(length):
        left = total - minute
        # The wandering fades towards the close, where the day's own price is fixed.
        wandering = _swing(seed, key, minute, MINUTE_SWINGS) * min(left, 30) // 30
        wandering = wandering * min(minute, 15) // 15 + gap * left // total
        level = (start * left + close * minute) / total
        path.append(on_tick(level * (MILLION + wandering * swing // 100) / MILLION, symbol))
    return tuple(path)


def on_tick(price: Decimal, symbol: str) -> Decimal:
    """Return `price` rounded half up to the tick of the exchange of `symbol`."""
    tick = HUNDREDTH
    if symbol.startswith("hk"):
        fitting = (step for most, step in _HONG_KONG_TICKS if price <= most)
        tick = next(fitting, _HONG_KONG_TICKS[-1][1])
    return (price / tick).quantize(Decimal(1), ROUND_HALF_UP) * tick


@lru_cache(maxsize=65_536)
def draw(seed: int, key: str, kind: str, node: int) -> int:
    """Return a fixed draw from 0 up to 2**32 for these arguments."""
    digest = blake2b(f"{seed}|{key}|{kind}|{node}".encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big")


def _swing(seed: int, key: str, position: int, swings: tuple[tuple[int, int], ...]) -> int:
    """Return smooth noise at `position` in millionths: a sum over lengths and heights."""
    total = 0
    for length, height in swings:
        node, rest = divmod(position, length)
        left = _signed(seed, key, str(length), node)
        right = _signed(seed, key, str(length), node + 1)
        total += (left * (length - rest) + right * rest) * height // (length * _FRACTION)
    return total


def _signed(seed: int, key: str, kind: str, node: int) -> int:
    """Return a draw from -2**32 up to 2**32."""
    return 2 * draw(seed, key, kind, node) - _FRACTION
