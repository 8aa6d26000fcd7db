"""Invented quotes for rehearsals: no network, no real instrument, always marked simulated.

Every price is a pure function of (seed, symbol, instant): the same rehearsal can be played
again to the cent. Levels swing around a base forever instead of drifting, so that no day is
special and no history has to be walked through.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from hashlib import blake2b

from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import ExchangeCalendar, Session, load_calendar
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import HUNDREDTH, Point, Quote
from bot.market.source import Snapshot
from bot.market.symbols import SIMULATED_PREFIX, IndexSet, calendar_of

SOURCE = "rehearsal"
ONE_MINUTE = timedelta(minutes=1)
# (length in days, height in millionths of the base): slow swings are the larger ones.
DAY_SWINGS = ((64, 70_000), (16, 28_000), (5, 12_000), (1, 6_000))
# (length in minutes, height in millionths): what happens within a day.
MINUTE_SWINGS = ((60, 4_500), (15, 2_200), (4, 1_000), (1, 350))
OPENING_GAP = 2_500  # millionths
MILLION = 1_000_000
_FRACTION = 1 << 32


@dataclass(frozen=True)
class Instrument:
    """An invented instrument; `swing` in percent scales how far it moves."""

    symbol: str
    name: str
    base: Decimal
    swing: int = 100


INSTRUMENTS = (
    Instrument("simsh000001", "模拟综指", Decimal("3200.00"), 70),
    Instrument("simsz000002", "模拟成长指数", Decimal("2150.00"), 120),
    Instrument("simsz000003", "模拟小盘指数", Decimal("1480.00"), 140),
    Instrument("simhk000001", "模拟港区指数", Decimal("21500.00"), 110),
    Instrument("simus000001", "模拟海外甲", Decimal("40200.00"), 60),
    Instrument("simus000002", "模拟海外乙", Decimal("17800.00"), 110),
    Instrument("simus000003", "模拟海外丙", Decimal("5600.00"), 80),
)
_BY_SYMBOL = {instrument.symbol: instrument for instrument in INSTRUMENTS}


class RehearsalQuotes:
    """The invented market of `seed`; `calendar_for` gives calendars with overrides in them."""

    code = SOURCE
    indexes = IndexSet(
        mainland=("simsh000001", "simsz000002", "simsz000003"),
        hong_kong=("simhk000001",),
        overseas=("simus000001", "simus000002", "simus000003"),
    )

    def __init__(
        self,
        seed: int = 0,
        calendar_for: Callable[[str], ExchangeCalendar] = load_calendar,
    ) -> None:
        self._seed = seed
        self._calendar_for = calendar_for

    def serves(self, symbol: str) -> bool:
        """Return whether `symbol` is a simulated one: real symbols are never answered."""
        return symbol.startswith(SIMULATED_PREFIX)

    async def quotes(self, symbols: Sequence[str], now: datetime) -> Snapshot:
        """Return the invented quotes of `symbols` as of `now`."""
        result = Snapshot()
        for symbol in dict.fromkeys(symbols):
            result = result.joined(self._one(symbol, now))
        return result

    async def series(self, symbol: str, now: datetime) -> tuple[Point, ...]:
        """Return the latest session's prices of `symbol`, one a trading minute up to `now`."""
        instrument = _BY_SYMBOL.get(symbol)
        if instrument is None:
            return ()
        try:
            return self._points(instrument, now)
        except CalendarUncovered:
            return ()

    def daily_closes(
        self, symbol: str, now: datetime, days: int
    ) -> tuple[tuple[date, Decimal], ...]:
        """Return the last `days` closes of `symbol` before the session that runs at `now`."""
        calendar = self._calendar_for(calendar_of(symbol))
        day, closes = calendar.latest_session(now).day, []
        for _ in range(days):
            day = calendar.previous_trading_day(day)
            closes.append((day, _close(self._seed, _BY_SYMBOL[symbol], day)))
        return tuple(reversed(closes))

    def _one(self, symbol: str, now: datetime) -> Snapshot:
        instrument = _BY_SYMBOL.get(symbol)
        if instrument is None:
            problem = FeedProblem(ProblemKind.UNKNOWN_SYMBOL, SOURCE, symbol)
            return Snapshot(problems=(problem,))
        try:
            quote = self._quote(instrument, now)
        except CalendarUncovered as error:
            kind = ProblemKind.CALENDAR_UNCOVERED
            return Snapshot(problems=(FeedProblem(kind, SOURCE, symbol, str(error)),))
        return Snapshot({symbol: quote})

    def _quote(self, instrument: Instrument, now: datetime) -> Quote:
        points = self._points(instrument, now)
        prices = [point.last for point in points]
        volume = _draw(self._seed, instrument.symbol, "volume", points[0].at.toordinal())
        return Quote(
            symbol=instrument.symbol,
            name=instrument.name,
            last=prices[-1],
            previous_close=self._previous_close(instrument, now),
            at=points[-1].at,
            source=SOURCE,
            open=prices[0],
            high=max(prices),
            low=min(prices),
            volume=len(points) * (200_000 + volume % 100_000),
            simulated=True,
        )

    def _previous_close(self, instrument: Instrument, now: datetime) -> Decimal:
        calendar = self._calendar_for(calendar_of(instrument.symbol))
        day = calendar.previous_trading_day(calendar.latest_session(now).day)
        return _close(self._seed, instrument, day)

    def _points(self, instrument: Instrument, now: datetime) -> tuple[Point, ...]:
        session = self._calendar_for(calendar_of(instrument.symbol)).latest_session(now)
        minutes = trading_minutes(session)
        path = _day_path(
            self._seed,
            instrument,
            self._previous_close(instrument, now),
            session.day,
            len(minutes),
        )
        return tuple(Point(at, price) for at, price in zip(minutes, path, strict=True) if at <= now)


def trading_minutes(session: Session) -> tuple[datetime, ...]:
    """Return every minute of `session` from the opening to the close, without its breaks."""
    length = int((session.closes - session.opens) / ONE_MINUTE)
    every = (session.opens + ONE_MINUTE * n for n in range(length + 1))
    return tuple(at for at in every if not any(start < at <= end for start, end in session.breaks))


def _close(seed: int, instrument: Instrument, day: date) -> Decimal:
    offset = _swing(seed, instrument.symbol + "/day", day.toordinal(), DAY_SWINGS)
    return _scaled(instrument.base, MILLION + offset * instrument.swing // 100)


@lru_cache(maxsize=256)
def _day_path(
    seed: int, instrument: Instrument, previous_close: Decimal, day: date, length: int
) -> tuple[Decimal, ...]:
    """Return a price for each minute, from near the previous close to the day's close."""
    close = _close(seed, instrument, day)
    key = f"{instrument.symbol}/{day.isoformat()}"
    gap = _signed(seed, key, "gap", 0) * OPENING_GAP // _FRACTION
    total = max(length - 1, 1)
    path = []
    for minute in range(length):
        left = total - minute
        # The wandering fades towards the close, where the day's own price is fixed.
        wandering = _swing(seed, key, minute, MINUTE_SWINGS) * min(left, 30) // 30
        wandering = wandering * min(minute, 15) // 15 + gap * left // total
        level = (previous_close * left + close * minute) / total
        path.append(_scaled(level, MILLION + wandering * instrument.swing // 100))
    return tuple(path)


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
    return 2 * _draw(seed, key, kind, node) - _FRACTION


@lru_cache(maxsize=65_536)
def _draw(seed: int, key: str, kind: str, node: int) -> int:
    """Return a fixed draw from 0 up to 2**32 for these arguments."""
    digest = blake2b(f"{seed}|{key}|{kind}|{node}".encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big")


def _scaled(level: Decimal, millionths: int) -> Decimal:
    return (level * millionths / MILLION).quantize(HUNDREDTH, ROUND_HALF_UP)
