"""Recorded daily bars of indexes as a feed for replays, always marked simulated.

A bar knows open, high, low and close of a day; the minutes between are drawn straight. So
closes are those of the file, noon values are not. Days and indexes without a bar are the
rehearsal's own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import ExchangeCalendar
from bot.market.bars import Bar, Bars
from bot.market.quote import Point, Quote
from bot.market.rehearsal import RehearsalQuotes
from bot.market.rehearsal_paths import trading_minutes
from bot.market.rehearsal_shares import bar_path
from bot.market.source import Snapshot
from bot.market.symbols import calendar_of

STAND_INS = {
    "simsh000001": "sh000001",
    "simsz000002": "sh000300",
    "simsz000003": "sz399006",
}
"""Whose bars the rehearsal's indexes follow, where the file has them."""


@dataclass(frozen=True, slots=True)
class _Day:
    points: tuple[Point, ...]
    bar: Bar
    before: Bar


class RecordedQuotes(RehearsalQuotes):
    """The rehearsal's market, with the indexes of `bars` moving as recorded."""

    def __init__(
        self,
        bars: Bars,
        seed: int,
        calendar_for: Callable[[str], ExchangeCalendar],
    ) -> None:
        super().__init__(seed, calendar_for, with_shares=True, bars=bars)
        self._recorded = {own: bars[real] for own, real in STAND_INS.items() if real in bars}
        self._calendars = calendar_for

    async def quotes(self, symbols: Sequence[str], now: datetime) -> Snapshot:
        """Return the quotes of `symbols` as of `now`, recorded ones where there are any."""
        found = await super().quotes(symbols, now)
        quotes = {symbol: self._as_recorded(quote, now) for symbol, quote in found.quotes.items()}
        return Snapshot(quotes, found.problems)

    async def series(self, symbol: str, now: datetime) -> tuple[Point, ...]:
        """Return the latest session's prices of `symbol`, one a trading minute up to `now`."""
        day = self._day(symbol, now)
        return day.points if day else await super().series(symbol, now)

    def _as_recorded(self, quote: Quote, now: datetime) -> Quote:
        day = self._day(quote.symbol, now)
        if day is None:
            return quote
        prices = [point.last for point in day.points]
        return replace(
            quote,
            last=prices[-1],
            previous_close=day.before.close,
            open=day.bar.open,
            high=max(prices),
            low=min(prices),
            at=day.points[-1].at,
        )

    def _day(self, symbol: str, now: datetime) -> _Day | None:
        """Return the latest session of a recorded index; nothing where a bar is missing."""
        bars = {bar.day: bar for bar in self._recorded.get(symbol, ())}
        if not bars:
            return None
        calendar = self._calendars(calendar_of(symbol))
        try:
            session = calendar.latest_session(now)
            before = bars.get(calendar.previous_trading_day(session.day))
        except CalendarUncovered:
            return None
        bar = bars.get(session.day)
        if bar is None or before is None:
            return None
        minutes = trading_minutes(session)
        path = bar_path(symbol, bar, len(minutes))
        points = tuple(Point(at, p) for at, p in zip(minutes, path, strict=True) if at <= now)
        return _Day(points, bar, before)
