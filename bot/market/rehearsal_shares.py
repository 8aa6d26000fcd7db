"""Invented prices for the symbols of real shares, so that an order can be rehearsed.

Only where the rehearsal is the one source there is. Names say that they are simulated. A
share's prices come from the seed, or replay its daily bars where a file has them.
"""

from collections.abc import Callable
from datetime import date, datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import lru_cache

from bot.calendar.exchange import ExchangeCalendar, Session
from bot.market.auctions import closing_auction, opening_auction, priced_session
from bot.market.bars import Bar, Bars
from bot.market.directory import load_directory
from bot.market.quote import HUNDREDTH, Point, Quote
from bot.market.rehearsal_paths import day_close, day_path, draw, on_tick, trading_minutes
from bot.market.symbols import MARKET_INDEXES, calendar_of, is_symbol
from bot.market.typed_symbols import is_index_symbol

SOURCE = "rehearsal"
NAME_PREFIX = "模拟"
# Chosen so that 1480.00 lies within the price limits of every day.
KNOWN_BASES = {"sh600519": (Decimal("1480.00"), 40)}
LOWEST_BASE, HIGHEST_BASE = 500, 20_000  # cents
# Of the previous close, by board; source: market facts of the project.
_LIMIT_PERCENT = {"sh60": 10, "sz00": 10, "sh68": 20, "sz30": 20, "bj92": 30}


class RehearsalShares:
    """The invented share market of `seed`; `bars` replace the seed for their symbols."""

    def __init__(
        self,
        seed: int,
        calendar_for: Callable[[str], ExchangeCalendar],
        bars: Bars | None = None,
    ) -> None:
        self._seed = seed
        self._calendar_for = calendar_for
        self._bars = {s: tuple(_on_ticks(s, b) for b in days) for s, days in (bars or {}).items()}

    def serves(self, symbol: str) -> bool:
        """Return whether `symbol` has the shape of a share's: no index, fund or old number."""
        if not is_symbol(symbol) or is_index_symbol(symbol) or symbol in MARKET_INDEXES.every:
            return False
        return symbol[:2] in {"hk", "us"} or symbol[:4] in _LIMIT_PERCENT

    def quote(self, symbol: str, now: datetime) -> Quote:
        """Return the quote of `symbol` as of `now`; raise CalendarUncovered beyond the calendar."""
        calendar = self._calendar_for(calendar_of(symbol))
        session = priced_session(calendar, now)
        points = self.points(symbol, now)
        prices = [point.last for point in points]
        reference = self._close(symbol, calendar.previous_trading_day(session.day))
        upper, lower = self._limits(symbol, reference, session.day)
        return Quote(
            symbol=symbol,
            name=_name(symbol),
            last=prices[-1],
            previous_close=reference,
            at=points[-1].at,
            source=SOURCE,
            open=prices[0],
            high=max(prices),
            low=min(prices),
            volume=self._volume(symbol, session, len(points)),
            limit_up=upper,
            limit_down=lower,
            simulated=True,
            lot=load_directory().listing(symbol).lot if symbol.startswith("hk") else None,
        )

    def points(self, symbol: str, now: datetime) -> tuple[Point, ...]:
        """Return the latest session's prices up to `now`, its auctions included."""
        calendar = self._calendar_for(calendar_of(symbol))
        session = priced_session(calendar, now)
        instants, path = trading_minutes(session), self._path(symbol, session)
        first, last = (
            opening_auction(session, calendar.code),
            closing_auction(session, calendar.code),
        )
        if first < instants[0]:
            instants, path = (first, *instants), (path[0], *path)
        if last > instants[-1]:
            instants, path = (*instants, last), (*path, path[-1])
        return tuple(Point(at, p) for at, p in zip(instants, path, strict=True) if at <= now)

    def _path(self, symbol: str, session: Session) -> tuple[Decimal, ...]:
        length = len(trading_minutes(session))
        if symbol in self._bars:
            return bar_path(symbol, self._bar(symbol, session.day), length)
        calendar = self._calendar_for(calendar_of(symbol))
        start = self._close(symbol, calendar.previous_trading_day(session.day))
        close, swing = self._close(symbol, session.day), _base(self._seed, symbol)[1]
        return day_path(self._seed, symbol, start, close, session.day, length, swing)

    def _close(self, symbol: str, day: date) -> Decimal:
        if symbol in self._bars:
            return self._bar(symbol, day).close
        base, swing = _base(self._seed, symbol)
        return day_close(self._seed, symbol, base, swing, day)

    def _bar(self, symbol: str, day: date) -> Bar:
        """Return the bar of `day` itself, else the next of the file in turn, over and over."""
        bars = self._bars[symbol]
        for bar in bars:
            if bar.day == day:
                return bar
        calendar = self._calendar_for(calendar_of(symbol))
        anchor = max(bars[0].day, calendar.covered_from)
        passed = calendar.count_trading_days(anchor, day) - 1
        if day < anchor:
            passed = 1 - calendar.count_trading_days(day, anchor)
        return bars[passed % len(bars)]

    def _volume(self, symbol: str, session: Session, minutes: int) -> int:
        """Return the shares traded so far: more with every minute."""
        if symbol in self._bars:
            # The auctions' own minutes may make it one or two more than the day has.
            whole = len(trading_minutes(session)) + 2
            return self._bar(symbol, session.day).volume * minutes // whole + minutes
        a_minute = 20_000 + draw(self._seed, symbol, "volume", session.day.toordinal()) % 80_000
        return minutes * (a_minute // 100) * 100

    def _limits(
        self, symbol: str, reference: Decimal, day: date
    ) -> tuple[Decimal | None, Decimal | None]:
        upper, lower = price_limits(symbol, reference)
        if symbol in self._bars and upper is not None and lower is not None:
            bar = self._bar(symbol, day)
            if bar.high > upper or bar.low < lower:  # where the replay begins anew
                return None, None
        return upper, lower


def price_limits(symbol: str, reference: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """Return the upper and lower limit that a feed would show for a mainland share, else None.

    Shanghai and Shenzhen round half up; Beijing cuts the upper and raises the lower.
    """
    percent = _LIMIT_PERCENT.get(symbol[:4])
    if percent is None:
        return None, None
    is_beijing = symbol.startswith("bj")
    upper, lower = reference * (100 + percent) / 100, reference * (100 - percent) / 100
    return (
        upper.quantize(HUNDREDTH, ROUND_FLOOR if is_beijing else ROUND_HALF_UP),
        lower.quantize(HUNDREDTH, ROUND_CEILING if is_beijing else ROUND_HALF_UP),
    )


def _name(symbol: str) -> str:
    return NAME_PREFIX + load_directory().listing(symbol).name


@lru_cache(maxsize=8_192)
def _base(seed: int, symbol: str) -> tuple[Decimal, int]:
    """Return the level around which a share swings, and how far, in percent of the usual."""
    if symbol in KNOWN_BASES:
        return KNOWN_BASES[symbol]
    # The level is the symbol's alone, so that a share looks familiar whatever the seed.
    cents = LOWEST_BASE + draw(0, symbol, "base", 0) % (HIGHEST_BASE - LOWEST_BASE)
    return on_tick(Decimal(cents) / 100, symbol), 60 + draw(seed, symbol, "swing", 0) % 80


@lru_cache(maxsize=1_024)
def bar_path(symbol: str, bar: Bar, length: int) -> tuple[Decimal, ...]:
    """Return a price for each minute: open, one extreme, the other, close, straight between."""
    extremes = (bar.low, bar.high) if bar.close >= bar.open else (bar.high, bar.low)
    turns = (bar.open, *extremes, bar.close)
    legs, total = len(turns) - 1, max(length - 1, 1)
    path = []
    for minute in range(length):
        leg, rest = divmod(minute * legs, total)
        here, there = turns[min(leg, legs)], turns[min(leg + 1, legs)]
        path.append(on_tick(here + (there - here) * rest / total, symbol))
    return tuple(path)


def _on_ticks(symbol: str, bar: Bar) -> Bar:
    # Adjusted bars lie between ticks, where no order could.
    return Bar(
        day=bar.day,
        open=on_tick(bar.open, symbol),
        high=on_tick(bar.high, symbol),
        low=on_tick(bar.low, symbol),
        close=on_tick(bar.close, symbol),
        volume=bar.volume,
    )
