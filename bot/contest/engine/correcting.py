"""Two operators put something right: an order is undone, an amount is booked."""

from decimal import Decimal

from bot.contest.engine.account import Account, Position
from bot.contest.engine.ending import end
from bot.contest.engine.money import ZERO
from bot.contest.events import CashCorrected, OrderVoided, Side, VoidedFill
from bot.contest.outcomes import (
    Corrected,
    EndReason,
    Outcome,
    Refusal,
    RefusalCode,
    Refused,
    Voided,
)


def void(account: Account, event: OrderVoided) -> tuple[Outcome, ...]:
    """End what is open of an order and turn back its fills, all of them or none."""
    order = account.orders.get(event.order)
    if not _possible(account, event):
        refusal = Refusal(RefusalCode.VOID_IMPOSSIBLE, {"order": event.order})
        return (Refused(event.at, account.id, event.order, refusal),)
    outcomes: list[Outcome] = []
    if order is not None:
        outcomes.append(end(account, order, event.at, EndReason.VOIDED))
    for fill in event.fills:
        back = _undo_purchase if fill.side is Side.BUY else _undo_sale
        back(account, fill)
        account.fees -= fill.fees
        account.voided.append(fill.fill)
        outcomes.append(Voided(event.at, account.id, event.order, fill.fill, -fill.cash))
    return tuple(outcomes)


def _possible(account: Account, event: OrderVoided) -> bool:
    """Return whether the bought shares, or the money of the sale, are still there and free."""
    if not event.fills:
        return event.order in account.orders
    if any(fill.fill in account.voided for fill in event.fills):
        return False
    back = -sum((fill.cash for fill in event.fills), Decimal(0))
    if event.fills[0].side is Side.SELL:
        return account.available + back >= 0
    symbol = event.fills[0].symbol
    held = account.positions.get(symbol)
    shares = sum(fill.quantity for fill in event.fills)
    return held is not None and held.quantity - account.on_sale(symbol) >= shares


def _undo_purchase(account: Account, fill: VoidedFill) -> None:
    """Take the shares out again; a cost that has moved since becomes result."""
    position = account.positions[fill.symbol]
    whole = fill.quantity == position.quantity
    left = position.cost if whole else min(position.cost, fill.cost)
    account.cash -= fill.cash
    account.realised += -fill.cash - left
    position.cost -= left
    position.quantity -= fill.quantity
    free = position.quantity - account.on_sale(fill.symbol)
    position.sellable = min(position.sellable, free)
    if whole:
        del account.positions[fill.symbol]


def _undo_sale(account: Account, fill: VoidedFill) -> None:
    """Put the shares back with the cost that they took along."""
    position = account.positions.setdefault(fill.symbol, Position(0, 0, ZERO))
    position.quantity += fill.quantity
    position.sellable += fill.quantity
    position.cost += fill.cost
    account.cash -= fill.cash
    account.realised -= fill.cash - fill.cost


def correct(account: Account, event: CashCorrected) -> tuple[Outcome, ...]:
    """Book an amount; what would take more than is free is refused."""
    if account.available + event.amount < 0:
        refusal = Refusal(RefusalCode.OVERDRAWN, {"available": account.available})
        return (Refused(event.at, account.id, 0, refusal),)
    account.cash += event.amount
    account.corrections += event.amount
    return (Corrected(event.at, account.id, event.amount),)
