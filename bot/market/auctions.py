"""When the call auctions of a session match, on the instant.

The calendar knows continuous trading only. Sources: market facts of the project (Shanghai,
Shenzhen and Beijing match at 9:25 and 15:00; Hong Kong at random from 9:20 to 9:22 and from
eight to ten minutes after the end of trading). New York's crosses happen at the open and the
close themselves (general knowledge, not verified).
"""

from datetime import datetime, timedelta

from bot.calendar.exchange import ExchangeCalendar, Session

_OPENING_LEAD = {"XSHG": timedelta(minutes=5), "XHKG": timedelta(minutes=8)}
_CLOSING_LAG = {"XHKG": timedelta(minutes=8)}
_NONE = timedelta()


def opening_auction(session: Session, exchange: str) -> datetime:
    """Return the instant from which the opening auction's price of `exchange` can exist."""
    return session.opens - _OPENING_LEAD.get(exchange, _NONE)


def closing_auction(session: Session, exchange: str) -> datetime:
    """Return the instant from which the closing auction's price of `exchange` can exist."""
    return session.closes + _CLOSING_LAG.get(exchange, _NONE)


def priced_session(calendar: ExchangeCalendar, at: datetime) -> Session:
    """Return the last session that has had its opening auction at the instant `at`."""
    day = calendar.local_day(at)
    if calendar.is_trading_day(day):
        session = calendar.session(day)
        if at >= opening_auction(session, calendar.code):
            return session
    return calendar.latest_session(at)
