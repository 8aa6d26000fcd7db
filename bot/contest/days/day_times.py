"""The instants of one trading day of a contest: when to open it, hold its auctions, close it.

Everything follows from the calendar's half days and `phases.py`. Nothing here is guessed: a
day that the calendar does not cover raises CalendarUncovered.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.calendar.exchange import ExchangeCalendar
from bot.contest.events import Auction
from bot.contest.instrument import Board, Market
from bot.contest.rulebook.phases import auction_instant, auction_settled, phases

# Every board of a market keeps the same hours on days that are still to be played.
BOARD: Mapping[Market, Board] = {
    Market.MAINLAND: Board.SSE_MAIN,
    Market.HONG_KONG: Board.HONG_KONG,
    Market.UNITED_STATES: Board.UNITED_STATES,
}
# Feeds show a price some seconds after the match; a message may need as long to reach us.
AFTER_MATCH = timedelta(seconds=45)
BEFORE_MATCH = timedelta(seconds=30)
BEFORE_FIRST_ENTRY = timedelta(minutes=15)
PATIENCE = timedelta(minutes=60)


@dataclass(frozen=True, slots=True)
class DayTimes:
    """Aware UTC instants of trading day `day`; `early_close` is exchange-local.

    `opens_from`: when the feed's rows may be of this day. `opens_latest`: when the day opens
    with what is known, just before the opening match. `matches`: by auction, the instant
    before which an order takes part. `settled`: by auction, when its price may be asked for.
    `closes`: when the day's last prices may be asked for.
    """

    day: date
    early_close: time | None
    opens_from: datetime
    opens_latest: datetime
    matches: Mapping[Auction, datetime]
    settled: Mapping[Auction, datetime]
    trading_from: datetime
    closes: datetime

    def patient(self, since: datetime, now: datetime) -> bool:
        """Tell whether what has not come since an instant may still be waited for."""
        return now < since + PATIENCE


def day_times(market: Market, day: date, calendar: ExchangeCalendar) -> DayTimes:
    """Return the instants of a trading day; raise CalendarUncovered or NotATradingDay."""
    session = calendar.session(day)
    early = calendar.half_days[day] if calendar.is_half_day(day) else None
    board = BOARD[market]
    first = phases(board, day, early)[0].starts
    matches, settled = {}, {}
    for auction in Auction:
        match = auction_instant(board, auction, day, early)
        over = auction_settled(board, auction, day, early)
        if match is not None and over is not None:
            matches[auction], settled[auction] = match, over + AFTER_MATCH
    return DayTimes(
        day=day,
        early_close=early,
        opens_from=min(first, session.opens - BEFORE_FIRST_ENTRY),
        opens_latest=matches.get(Auction.OPENING, session.opens) - BEFORE_MATCH,
        matches=matches,
        settled=settled,
        trading_from=session.opens,
        closes=max([session.closes + AFTER_MATCH, *settled.values()]),
    )


def current_day(market: Market, calendar: ExchangeCalendar, now: datetime) -> date:
    """Return the trading day of which feeds show prices now: today's once it may be opened."""
    today = calendar.local_day(now)
    if calendar.is_trading_day(today) and now >= day_times(market, today, calendar).opens_from:
        return today
    return calendar.previous_trading_day(today)
