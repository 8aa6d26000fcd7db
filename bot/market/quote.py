"""One price with its origin, and the rule for when it may be used."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import ExchangeCalendar, Session, load_calendar
from bot.market.auctions import opening_auction, priced_session
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.symbols import calendar_of

HUNDREDTH = Decimal("0.01")
CLOCK_SKEW = timedelta(minutes=3)
FRESH_WITHIN = timedelta(minutes=20)


@dataclass(frozen=True)
class Point:
    """A price at an instant, for drawing."""

    at: datetime
    last: Decimal


@dataclass(frozen=True)
class Quote:
    """What a source said about `symbol`, in the currency of its exchange.

    `at` is the feed row's own time as an aware UTC instant, never the time of asking.
    `volume` is in shares, `amount` in currency units. `previous_close` is already the
    reference price on an ex date. `lot` is the board lot where the feed names one.
    """

    symbol: str
    name: str
    last: Decimal
    previous_close: Decimal
    at: datetime
    source: str
    open: Decimal | None = None
    high: Decimal | None = None
    low: Decimal | None = None
    volume: int | None = None
    amount: Decimal | None = None
    limit_up: Decimal | None = None
    limit_down: Decimal | None = None
    delay_minutes: int = 0
    simulated: bool = False
    lot: int | None = None

    @property
    def change(self) -> Decimal:
        """Return last less previous close, exactly."""
        return self.last - self.previous_close

    @property
    def change_percent(self) -> Decimal:
        """Return the change in percent of the previous close, half up to 0.01."""
        return (self.change * 100 / self.previous_close).quantize(HUNDREDTH, ROUND_HALF_UP)


def quote_faults(quote: Quote, session: Session, now: datetime) -> tuple[ProblemKind, ...]:
    """Return why `quote` says nothing about `session` as of `now`; empty means usable.

    `session` is the one that runs at `now` or ran last on the quote's exchange. A usable
    quote has a price and a previous close, is of that session's day, is not older than the
    latest trading by more than its own delay and a margin, does not come from the future,
    and lies within the day's limits where there are any.
    """
    checks = (
        (ProblemKind.ZERO, quote.last <= 0),
        (ProblemKind.NO_PREVIOUS_CLOSE, quote.previous_close <= 0),
        (ProblemKind.STALE, _is_stale(quote, session, now)),
        (ProblemKind.FUTURE, quote.at > now + CLOCK_SKEW),
        (ProblemKind.OUTSIDE_LIMITS, _outside_limits(quote)),
    )
    return tuple(kind for kind, is_wrong in checks if is_wrong)


def usable(quote: Quote, session: Session, now: datetime) -> bool:
    """Return whether `quote` may stand for `session` as of `now`."""
    return not quote_faults(quote, session, now)


def vet(
    quotes: dict[str, Quote],
    now: datetime,
    calendar_for: Callable[[str], ExchangeCalendar] = load_calendar,
) -> tuple[dict[str, Quote], tuple[FeedProblem, ...]]:
    """Split `quotes` into the usable ones and a problem for each of the others.

    `calendar_for` maps XSHG, XHKG, XNYS to a calendar with the operators' overrides in it.
    """
    good: dict[str, Quote] = {}
    problems = []
    for symbol, quote in quotes.items():
        faults = _faults_by_calendar(quote, now, calendar_for)
        if not faults:
            good[symbol] = quote
        detail = f"last={quote.last} at={quote.at.isoformat()}"
        problems += [FeedProblem(kind, quote.source, symbol, detail) for kind in faults[:1]]
    return good, tuple(problems)


def _faults_by_calendar(
    quote: Quote, now: datetime, calendar_for: Callable[[str], ExchangeCalendar]
) -> tuple[ProblemKind, ...]:
    try:
        calendar = calendar_for(calendar_of(quote.symbol))
        session = calendar.latest_session(now)
        # From its opening auction on a day has prices, minutes before it trades.
        coming = priced_session(calendar, now)
        if quote.at >= opening_auction(coming, calendar.code):
            session = coming
    except CalendarUncovered:
        return (ProblemKind.CALENDAR_UNCOVERED,)
    return quote_faults(quote, session, now)


def _is_stale(quote: Quote, session: Session, now: datetime) -> bool:
    if load_calendar(calendar_of(quote.symbol)).local_day(quote.at) != session.day:
        return True
    return quote.at < _earliest_fresh(session, now, FRESH_WITHIN + _delay(quote))


def _earliest_fresh(session: Session, now: datetime, margin: timedelta) -> datetime:
    """Return the instant `margin` of trading time before the latest trading.

    Breaks do not count: at 13:00 the last price of 11:30 is still the latest there is.
    """
    latest = _latest_trading(session, now)
    earliest = latest - margin
    for start, end in reversed(session.breaks):
        if earliest < end <= latest:
            earliest -= end - start
    return earliest


def _latest_trading(session: Session, now: datetime) -> datetime:
    """Return the last instant up to `now` at which the session traded."""
    for start, end in session.breaks:
        if start <= now < end:
            return start
    return min(now, session.closes)


def _delay(quote: Quote) -> timedelta:
    return timedelta(minutes=quote.delay_minutes)


def _outside_limits(quote: Quote) -> bool:
    too_high = quote.limit_up is not None and quote.last > quote.limit_up
    too_low = quote.limit_down is not None and quote.last < quote.limit_down
    return too_high or too_low
