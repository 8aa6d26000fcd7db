"""The prices of a day that a contest settles by: out of a feed's row, or a reason why not.

What the rows hold before 9:25 on a trading day (general knowledge, not verified): Tencent
and Sina reset them from about 9:15, with last, open, high and low at 0 or at the auction's
changing indication, and the row's time running; Eastmoney writes "-" instead. The previous
close already is the new day's, on an ex date the ex reference price (market facts). So a row
counts for an auction only if its own time has reached the auction's instant.
"""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from bot.calendar.exchange import ExchangeCalendar, Session, load_calendar
from bot.market.auctions import closing_auction, opening_auction
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import CLOCK_SKEW, Quote
from bot.market.symbols import calendar_of

AuctionName = Literal["opening", "closing"]


def usable_auction(
    quote: Quote, session: Session, which: AuctionName | str, now: datetime
) -> Decimal | FeedProblem:
    """Return the price of `session`'s opening or closing auction, or why the row has none.

    Opening: `open` of a row of the session's day, at or after the auction; where nothing
    traded in the auction that is the day's first trade, which exchanges call the opening
    price as well. Closing: `last` of a row at or after the end of the closing auction. A row
    without the price, of another day, from before the auction, from the future or outside
    the day's limits gives a problem, never a price.
    """
    if which not in ("opening", "closing"):
        raise ValueError(which)
    exchange = calendar_of(quote.symbol)
    instant = (opening_auction if which == "opening" else closing_auction)(session, exchange)
    price = quote.open if which == "opening" else quote.last
    if load_calendar(exchange).local_day(quote.at) != session.day or quote.at < instant:
        return _problem(ProblemKind.STALE, quote)
    if quote.at > now + CLOCK_SKEW or now < instant:
        return _problem(ProblemKind.FUTURE, quote)
    if price is None or price <= 0:
        return _problem(ProblemKind.ZERO, quote)
    if quote.previous_close <= 0:
        return _problem(ProblemKind.NO_PREVIOUS_CLOSE, quote)
    if _is_outside(price, quote):
        return _problem(ProblemKind.OUTSIDE_LIMITS, quote)
    return price


def reference_of(
    quote: Quote,
    day: date,
    calendar_for: Callable[[str], ExchangeCalendar] = load_calendar,
) -> Decimal | FeedProblem:
    """Return the reference price of `day` (its previous close), or why the row has none.

    A row of `day` names it, ex dates included. A row of the trading day before gives its own
    last price, which is right only after that day's close and unless `day` is an ex date: ask
    again once rows of `day` exist.
    """
    calendar = calendar_for(calendar_of(quote.symbol))
    of_row = calendar.local_day(quote.at)
    if of_row == day:
        price, kind = quote.previous_close, ProblemKind.NO_PREVIOUS_CLOSE
    elif of_row == calendar.previous_trading_day(day):
        price, kind = quote.last, ProblemKind.ZERO
        if quote.at < calendar.session(of_row).closes:
            return _problem(ProblemKind.STALE, quote)
    else:
        return _problem(ProblemKind.FUTURE if of_row > day else ProblemKind.STALE, quote)
    return price if price > 0 else _problem(kind, quote)


def _is_outside(price: Decimal, quote: Quote) -> bool:
    too_high = quote.limit_up is not None and price > quote.limit_up
    too_low = quote.limit_down is not None and price < quote.limit_down
    return too_high or too_low


def _problem(kind: ProblemKind, quote: Quote) -> FeedProblem:
    detail = f"last={quote.last} open={quote.open} at={quote.at.isoformat()}"
    return FeedProblem(kind, quote.source, quote.symbol, detail)
