"""What an open order waits for: the auction that it joins next."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session

from bot.calendar.service import calendar_for
from bot.contest.engine.charging import listed_board
from bot.contest.engine.fill_time import FillTime, fill_time
from bot.contest.engine.market_state import MarketState
from bot.contest.errors import ContestUnknownError
from bot.contest.events import Auction
from bot.contest.rulebook.phases import auction_instant
from bot.contest.rules import FillModel
from bot.contest.services.market import market_of
from bot.contest.services.overview import rules_of
from bot.contest.states import OrderState
from db.models.contest_trade import ContestOrder
from db.repositories import contests

Waits = Mapping[int, FillTime]


def waiting(
    session: Session, contest_id: int, orders: Sequence[ContestOrder], now: datetime
) -> Waits:
    """Return by number when each of the `orders` that still rest may fill next.

    Raise ContestUnknownError.
    """
    contest = contests.by_id(session, contest_id)
    if contest is None:
        raise ContestUnknownError
    resting = [order for order in orders if order.state is OrderState.OPEN]
    if not resting:
        return {}
    market, rules = market_of(session, contest), rules_of(contest)
    calendar = calendar_for(session, rules.market.calendar)
    found: dict[int, FillTime] = {}
    for order in resting:
        board = listed_board(order.symbol)
        made = _being_made(order, market) if rules.fill_model is FillModel.NEXT_AUCTION else None
        found[order.id] = made or fill_time(board, now, market, rules, calendar)
    return found


def _being_made(order: ContestOrder, market: MarketState) -> FillTime | None:
    """Return the auction of the open day that the order joined and that has no prices yet."""
    if not market.open or market.day is None:
        return None
    board = listed_board(order.symbol)
    for auction in Auction:
        instant = auction_instant(board, auction, market.day, market.early_close)
        if instant is not None and order.placed_at < instant and auction not in market.auctions:
            return FillTime("opening" if auction is Auction.OPENING else "closing", market.day)
    return None
