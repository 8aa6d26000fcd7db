"""Invented quotes for rehearsals: no network, no real price, always marked simulated.

Every price is a pure function of (seed, symbol, instant): the same rehearsal can be played
again to the cent. Levels swing around a base forever instead of drifting, so that no day is
special and no history has to be walked through.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import ExchangeCalendar, load_calendar
from bot.market.bars import Bars
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import Point, Quote
from bot.market.rehearsal_paths import day_close, day_path, draw, trading_minutes
from bot.market.rehearsal_shares import SOURCE, RehearsalShares
from bot.market.source import Snapshot
from bot.market.symbols import SIMULATED_PREFIX, IndexSet, calendar_of


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
    """The invented market of `seed`; `calendar_for` gives calendars with overrides in them.

    `with_shares`: whether it also answers the symbols of real shares, with invented prices or
    those of `bars`. Only for a desk that has no real source.
    """

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
        *,
        with_shares: bool = False,
        bars: Bars | None = None,
    ) -> None:
        self._seed = seed
        self._calendar_for = calendar_for
        self._shares = RehearsalShares(seed, calendar_for, bars) if with_shares else None

    @property
    def seed(self) -> int:
        """Return what the invented market grows from."""
        return self._seed

    def serves(self, symbol: str) -> bool:
        """Return whether `symbol` is a simulated one, or a share where shares are rehearsed."""
        return symbol.startswith(SIMULATED_PREFIX) or self._is_share(symbol)

    async def quotes(self, symbols: Sequence[str], now: datetime) -> Snapshot:
        """Return the invented quotes of `symbols` as of `now`."""
        result = Snapshot()
        for symbol in dict.fromkeys(symbols):
            result = result.joined(self._one(symbol, now))
        return result

    async def series(self, symbol: str, now: datetime) -> tuple[Point, ...]:
        """Return the latest session's prices of `symbol`, one a trading minute up to `now`."""
        instrument = _BY_SYMBOL.get(symbol)
        try:
            if self._shares and self._is_share(symbol):
                return self._shares.points(symbol, now)
            return self._points(instrument, now) if instrument else ()
        except CalendarUncovered:
            return ()

    def _is_share(self, symbol: str) -> bool:
        return self._shares is not None and self._shares.serves(symbol)

    def _one(self, symbol: str, now: datetime) -> Snapshot:
        instrument = _BY_SYMBOL.get(symbol)
        try:
            if self._shares and self._is_share(symbol):
                return Snapshot({symbol: self._shares.quote(symbol, now)})
            if instrument is None:
                problem = FeedProblem(ProblemKind.UNKNOWN_SYMBOL, SOURCE, symbol)
                return Snapshot(problems=(problem,))
            quote = self._quote(instrument, now)
        except CalendarUncovered as error:
            kind = ProblemKind.CALENDAR_UNCOVERED
            return Snapshot(problems=(FeedProblem(kind, SOURCE, symbol, str(error)),))
        return Snapshot({symbol: quote})

    def _quote(self, instrument: Instrument, now: datetime) -> Quote:
        points = self._points(instrument, now)
        prices = [point.last for point in points]
        volume = draw(self._seed, instrument.symbol, "volume", points[0].at.toordinal())
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
        path = day_path(
            self._seed,
            instrument.symbol,
            self._previous_close(instrument, now),
            _close(self._seed, instrument, session.day),
            session.day,
            len(minutes),
            instrument.swing,
        )
        return tuple(Point(at, price) for at, price in zip(minutes, path, strict=True) if at <= now)


def _close(seed: int, instrument: Instrument, day: date) -> Decimal:
    return day_close(seed, instrument.symbol, instrument.base, instrument.swing, day)
