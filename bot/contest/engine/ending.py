"""The end of orders that were not filled: what they set aside is free again."""

from datetime import datetime

from bot.contest.engine.account import Account, OpenOrder
from bot.contest.events import Side
from bot.contest.outcomes import Ended, EndReason, Outcome


def end(account: Account, order: OpenOrder, at: datetime, reason: EndReason) -> Ended:
    """End one order; its frozen cash goes with it, its shares may be sold again."""
    del account.orders[order.order]
    if order.side is Side.SELL:
        account.positions[order.symbol].sellable += order.open
    return Ended(at, account.id, order.order, order.open, reason)


def end_orders(
    account: Account, at: datetime, reason: EndReason, *, symbol: str | None = None
) -> list[Outcome]:
    """End the orders in one share, or else every order that counts for the day."""
    ending = [
        order
        for _, order in sorted(account.orders.items())
        if (order.symbol == symbol if symbol else order.day is not None)
    ]
    return [end(account, order, at, reason) for order in ending]
