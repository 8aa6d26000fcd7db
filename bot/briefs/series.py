"""Our own record of index values: for the sparklines that a feed without history lacks."""

from collections.abc import Callable, Iterable
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from sqlmodel import Session

from bot.briefs.recording import AFTER_CLOSE
from bot.calendar.exchange import ExchangeCalendar, load_calendar
from bot.market.quote import Quote
from bot.market.symbols import calendar_of
from db.models.index_turnover import AMOUNT_PLACES
from db.models.market import PRICE_PLACES
from db.repositories import brief_facts, quote_points

SMALLEST = Decimal(1).scaleb(-PRICE_PLACES)
CENT = Decimal(1).scaleb(-AMOUNT_PLACES)


def record_points(session: Session, quotes: Iterable[Quote], now: datetime) -> None:
    """Keep index values at their own times; invented ones are not kept."""
    quotes = list(quotes)
    rows = [
        {
            "symbol": quote.symbol,
            "at": quote.at,
            "last": quote.last.quantize(SMALLEST, ROUND_HALF_UP),
            "source": quote.source,
            "seen_at": now,
        }
        for quote in quotes
        if not quote.simulated
    ]
    quote_points.add(session, rows)
    for quote in quotes:
        if quote.amount and quote.amount > 0 and not quote.simulated:
            brief_facts.keep_turnover(session, _turnover(quote))


def _turnover(quote: Quote) -> dict[str, object]:
    """Return a quote's turnover of its day; the last one after the bell is the whole day's."""
    return {
        "symbol": quote.symbol,
        "day": load_calendar(calendar_of(quote.symbol)).local_day(quote.at),
        "amount": (quote.amount or Decimal(0)).quantize(CENT, ROUND_HALF_UP),
        "source": quote.source,
        "at": quote.at,
    }


def recorded_series(
    session: Session, calendar_for: Callable[[str], ExchangeCalendar], symbol: str, now: datetime
) -> tuple[Decimal, ...]:
    """Return the values of `symbol` in its latest session as far as they were recorded."""
    latest = calendar_for(calendar_of(symbol)).latest_session(now)
    return quote_points.between(session, symbol, latest.opens, latest.closes + AFTER_CLOSE)
