"""What is left of an order is cancelled, unless its auction is being made."""

from datetime import date, datetime, time

from bot.contest.engine.account import Account, OpenOrder
from bot.contest.engine.charging import listed_board
from bot.contest.engine.ending import end
from bot.contest.engine.market_state import MarketState
from bot.contest.events import Auction, CancelAsked
from bot.contest.outcomes import EndReason, Outcome, Refusal, RefusalCode, Refused
from bot.contest.rulebook.phases import auction_instant, cancel_allowed, next_cancel
from bot.contest.rules import FillModel, Rules


def cancel(
    account: Account, event: CancelAsked, market: MarketState, rules: Rules
) -> tuple[Outcome, ...]:
    """End an order for its owner, or say why that cannot be."""
    refusal = refusal_of(account, event, market, rules)
    if refusal is not None:
        return (Refused(event.at, account.id, event.order, refusal),)
    return (end(account, account.orders[event.order], event.at, EndReason.CANCELLED),)


def refusal_of(
    account: Account, event: CancelAsked, market: MarketState, rules: Rules
) -> Refusal | None:
    """Return why an order cannot be cancelled now, None if it can; nothing changes."""
    order = account.orders.get(event.order)
    if order is None:
        return Refusal(RefusalCode.NOT_OPEN, {"order": event.order})
    if market.paused:
        return Refusal(RefusalCode.PAUSED)
    if order.day is None:
        return None
    if rules.fill_model is FillModel.NEXT_AUCTION and _awaits(order, event.at, market):
        return Refusal(RefusalCode.AWAITING_AUCTION, {"order": event.order})
    return _window(order, event.at, market)


def waiting_refusal(
    symbol: str,
    placed_at: datetime,
    at: datetime,
    day: date,
    rules: Rules,
    early_close: time | None = None,
) -> Refusal | None:
    """Return why an order that waits for `day`, which has not opened here yet, has to stay.

    The exchange keeps its hours whether or not the contest's day is open: feeds show little
    before the opening match, and whoever knew its price first could else take the order back.
    """
    board = listed_board(symbol)
    if rules.fill_model is FillModel.NEXT_AUCTION:
        for auction in Auction:
            instant = auction_instant(board, auction, day, early_close)
            if instant is not None and placed_at < instant <= at:
                return Refusal(RefusalCode.AWAITING_AUCTION)
    if cancel_allowed(board, at, day, early_close):
        return None
    return Refusal(RefusalCode.NO_CANCEL, {"until": next_cancel(board, at, day, early_close)})


def _awaits(order: OpenOrder, at: datetime, market: MarketState) -> bool:
    """Return whether an auction that the order joined is over and its prices are to come.

    Else whoever has seen the price elsewhere could take the order back.
    """
    if order.day is None:
        return False
    board = listed_board(order.symbol)
    for auction in Auction:
        instant = auction_instant(board, auction, order.day, market.early_close)
        joined = instant is not None and order.placed_at < instant <= at
        if joined and auction not in market.auctions:
            return True
    return False


def _window(order: OpenOrder, at: datetime, market: MarketState) -> Refusal | None:
    """Refuse in the minutes before a match, when no exchange takes a cancel."""
    if order.day is None:
        return None
    board = listed_board(order.symbol)
    if cancel_allowed(board, at, order.day, market.early_close):
        return None
    until = next_cancel(board, at, order.day, market.early_close)
    return Refusal(RefusalCode.NO_CANCEL, {"until": until})
