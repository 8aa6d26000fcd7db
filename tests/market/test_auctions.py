from datetime import UTC, date, datetime

import pytest

from bot.calendar.exchange import load_calendar
from bot.market.auctions import closing_auction, opening_auction, priced_session

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("exchange", "day", "opening", "closing"),
    [
        ("XSHG", FRIDAY, (1, 25), (7, 0)),
        ("XHKG", FRIDAY, (1, 22), (8, 8)),
        ("XHKG", date(2026, 12, 24), (1, 22), (4, 8)),
        ("XNYS", FRIDAY, (14, 30), (21, 0)),
    ],
)
def test_each_exchange_matches_at_its_own_instants(exchange, day, opening, closing):
    session = load_calendar(exchange).session(day)
    found = (opening_auction(session, exchange), closing_auction(session, exchange))
    assert found == tuple(
        datetime(day.year, day.month, day.day, *at, tzinfo=UTC) for at in (opening, closing)
    )


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2026, 11, 20, 1, 24, 59, tzinfo=UTC), date(2026, 11, 19)),
        (datetime(2026, 11, 20, 1, 25, tzinfo=UTC), FRIDAY),
        (datetime(2026, 11, 20, 9, 0, tzinfo=UTC), FRIDAY),
        (datetime(2026, 11, 22, 3, 0, tzinfo=UTC), FRIDAY),
    ],
)
def test_a_day_has_prices_from_its_opening_auction_on(now, day):
    assert priced_session(load_calendar("XSHG"), now).day == day
