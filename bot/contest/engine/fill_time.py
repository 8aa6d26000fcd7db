"""When an order that is placed now would fill."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Literal

from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import ExchangeCalendar
from bot.contest.engine.market_state import MarketState
from bot.contest.engine.session import day_for, next_auction
from bot.contest.events import Auction
from bot.contest.instrument import Board
from bot.contest.rulebook.phases import ZONES, auction_instant
from bot.contest.rules import FillModel, Rules

FillsAt = Literal["opening", "closing", "live"]
SOON = 15
"""How many trading days are looked through for the next one that can still be joined."""


@dataclass(frozen=True, slots=True)
class FillTime:
    """At which auction of which day, or live: at once where `day` is None, else that day."""

    at: FillsAt
    day: date | None


def fill_time(
    board: Board, at: datetime, market: MarketState, rules: Rules, calendar: ExchangeCalendar
) -> FillTime:
    """Return when an order placed at `at` would fill first; the day is None if unknown."""
    waits = day_for(board, at, market, rules) is None
    if rules.fill_model is FillModel.LIVE:
        return FillTime("live", _next_day(at, market, rules, calendar) if waits else None)
    today = None if waits else next_auction(board, at, market)
    if today is not None:
        return FillTime(_named(today), market.day)
    for day in islice(_days(at, market, rules, calendar), SOON):
        for auction in Auction:
            instant = auction_instant(board, auction, day)
            if instant is not None and at < instant:
                return FillTime(_named(auction), day)
    return FillTime("opening", None)


def fill_time_of_resting(
    board: Board,
    placed_at: datetime,
    at: datetime,
    market: MarketState,
    rules: Rules,
    calendar: ExchangeCalendar,
) -> FillTime:
    """Return when an order that was placed before and still rests at `at` would fill.

    Between an auction's match and the arrival of its price the order still waits for it.
    """
    first = fill_time(board, placed_at, market, rules, calendar)
    held = {_named(auction) for auction in market.auctions}
    if first.day == market.day and first.at in held:
        return fill_time(board, at, market, rules, calendar)
    return first


def next_opening(at: datetime, calendar: ExchangeCalendar) -> datetime | None:
    """Return when continuous trading begins next after `at`; None if that is not known."""
    try:
        day = calendar.local_day(at)
        if calendar.is_trading_day(day) and at < calendar.session(day).opens:
            return calendar.session(day).opens
        return calendar.session(calendar.next_trading_day(day)).opens
    except CalendarUncovered:
        return None


def _named(auction: Auction) -> FillsAt:
    return "opening" if auction is Auction.OPENING else "closing"


def _next_day(
    at: datetime, market: MarketState, rules: Rules, calendar: ExchangeCalendar
) -> date | None:
    return next(_days(at, market, rules, calendar), None)


def _days(
    at: datetime, market: MarketState, rules: Rules, calendar: ExchangeCalendar
) -> Iterator[date]:
    """Yield the trading days for which an order can wait, as far as the calendar knows."""
    day = max(rules.first_day, at.astimezone(ZONES[rules.market]).date())
    try:
        while True:
            opened = market.day is not None and day <= market.day
            if not opened and calendar.is_trading_day(day):
                yield day
                day = calendar.next_trading_day(day)
            else:
                day = calendar.next_trading_day(day)
    except CalendarUncovered:
        return
