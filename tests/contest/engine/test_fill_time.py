"""At which auction of which day an order would fill."""

from datetime import date, datetime
from typing import Any

import pytest

from bot.calendar.exchange import load_calendar
from bot.contest.engine.fill_time import FillTime, fill_time, next_opening
from bot.contest.engine.market_state import MarketState
from bot.contest.events import Auction, AuctionHeld, DayClosed, DayOpened
from bot.contest.instrument import Board, Market
from bot.contest.rules import FillModel
from tests.factories.contests import BANK, DAY, NEXT_DAY, at, make_rules, terms

SHANGHAI = load_calendar("XSHG")
MONDAY = NEXT_DAY


def market(*, closed: bool = False, auctions: int = 0) -> MarketState:
    state = MarketState()
    state.fold(DayOpened(at(9, 0), DAY, terms={BANK: terms()}))
    for auction, instant in zip(Auction, (at(9, 25), at(15, 0)), strict=True):
        if auctions:
            state.fold(AuctionHeld(instant, instant, auction, ()))
            auctions -= 1
    if closed:
        state.fold(DayClosed(at(15, 5), DAY, {}))
    return state


def when(now: datetime, state: MarketState, **rules: Any) -> FillTime:
    return fill_time(Board.SSE_MAIN, now, state, make_rules(**rules), SHANGHAI)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(9, 16), FillTime("opening", DAY)),
        (at(9, 24, 59), FillTime("opening", DAY)),
        (at(9, 25), FillTime("closing", DAY)),
        (at(14, 59, 59), FillTime("closing", DAY)),
        (at(15, 0), FillTime("opening", MONDAY)),
    ],
)
def test_an_order_waits_for_the_first_auction_after_it(now: datetime, expected: FillTime) -> None:
    assert when(now, market()) == expected


def test_after_the_close_it_is_the_next_trading_days_opening() -> None:
    assert when(at(20, 0), market(closed=True)) == FillTime("opening", MONDAY)


def test_before_the_contest_it_is_the_first_days_opening() -> None:
    early = at(20, 0, day=date(2026, 11, 18))
    assert when(early, MarketState()) == FillTime("opening", DAY)


def test_a_day_that_opens_late_still_has_its_closing_auction() -> None:
    now = at(10, 0, day=MONDAY)
    assert when(now, market(closed=True)) == FillTime("closing", MONDAY)


def test_live_orders_fill_at_once_or_wait_for_the_next_day() -> None:
    live = {"fill_model": FillModel.LIVE}
    assert when(at(10, 0), market(auctions=1), **live) == FillTime("live", None)
    assert when(at(16, 0), market(closed=True), **live) == FillTime("live", MONDAY)


def test_past_the_calendars_end_the_day_is_unknown() -> None:
    late = at(20, 0, day=SHANGHAI.covered_until)
    rules = {"first_day": SHANGHAI.covered_until}
    assert when(late, MarketState(), **rules) == FillTime("opening", None)
    assert next_opening(late, SHANGHAI) is None


def test_hong_kong_has_an_auction_at_its_close() -> None:
    rules = make_rules(market=Market.HONG_KONG)
    found = fill_time(
        Board.HONG_KONG, at(10, 0, day=MONDAY), MarketState(), rules, load_calendar("XHKG")
    )
    assert found == FillTime("closing", MONDAY)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(9, 29, 59), at(9, 30)),
        (at(9, 30), at(9, 30, day=MONDAY)),
        (at(12, 0, day=date(2026, 11, 21)), at(9, 30, day=MONDAY)),
    ],
)
def test_the_next_opening_skips_days_without_trading(now: datetime, expected: datetime) -> None:
    assert next_opening(now, SHANGHAI) == expected
