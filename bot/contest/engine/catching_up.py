"""One account and one market event: nothing else is needed, so accounts catch up alone."""

from collections.abc import Mapping

from bot.contest.engine import live, next_auction
from bot.contest.engine.account import Account
from bot.contest.engine.corporate_actions import give, pay_due
from bot.contest.engine.ending import end_orders
from bot.contest.engine.opening import open_day
from bot.contest.engine.valuing import valued
from bot.contest.events import (
    AuctionHeld,
    DayClosed,
    DayOpened,
    MarketEvent,
    MarketQuote,
    QuotesSeen,
    Released,
)
from bot.contest.outcomes import EndReason, Outcome
from bot.contest.rules import FillModel, Rules


def catch_up(account: Account, event: MarketEvent, rules: Rules) -> tuple[Outcome, ...]:
    """Bring an account past an event that `MarketState.admit` returned."""
    if not isinstance(event, AuctionHeld | QuotesSeen):
        return tuple(_turn(account, event))
    ordered = {order.symbol for order in account.orders.values()}
    quotes = {quote.symbol: quote for quote in event.quotes if quote.symbol in ordered}
    return tuple(meet(account, event, quotes, rules))


def meet(
    account: Account,
    event: AuctionHeld | QuotesSeen,
    quotes: Mapping[str, MarketQuote],
    rules: Rules,
) -> list[Outcome]:
    """Let an account's orders meet an event's quotes, given by symbol."""
    if isinstance(event, AuctionHeld):
        if rules.fill_model is not FillModel.NEXT_AUCTION:
            return []
        return next_auction.match(account, event, quotes, rules)
    return live.match(account, event, quotes, rules) if rules.fill_model is FillModel.LIVE else []


def _turn(account: Account, event: MarketEvent) -> list[Outcome]:
    match event:
        case DayOpened():
            return open_day(account, event)
        case DayClosed():
            ended = end_orders(account, event.at, EndReason.DAY_OVER)
            return [*ended, valued(account, event.day, event.at, event.closes.__getitem__)]
        case Released(action=action) if action is not None:
            return give(account, action, event.at) + pay_due(account, action.ex_day, event.at)
        case _:
            return []
