"""A trade enters the books: cash, shares and cost move together, exactly."""

from decimal import Decimal

from bot.contest.engine.account import Account, OpenOrder, Position
from bot.contest.engine.charging import listed_board
from bot.contest.engine.money import ZERO, cents
from bot.contest.instrument import Market
from bot.contest.outcomes import Fees


def bought(account: Account, order: OpenOrder, quantity: int, cash: Decimal) -> Decimal:
    """Book a purchase that moved `cash` (negative); return the cost that entered the position.

    On the mainland the shares cannot be sold before the next trading day (T+1).
    """
    position = account.positions.setdefault(order.symbol, Position(0, 0, ZERO))
    position.quantity += quantity
    position.cost -= cash
    if listed_board(order.symbol).market is not Market.MAINLAND:
        position.sellable += quantity
    account.cash += cash
    return -cash


def sold(account: Account, order: OpenOrder, quantity: int, cash: Decimal) -> Decimal:
    """Book a sale that moved `cash`; return the cost that left the position.

    The shares left `sellable` when the order was accepted.
    """
    position = account.positions[order.symbol]
    left = cost_of(position, quantity)
    position.quantity -= quantity
    position.cost -= left
    account.cash += cash
    account.realised += cash - left
    if not position.quantity:
        del account.positions[order.symbol]
    return left


def cost_of(position: Position, quantity: int) -> Decimal:
    """Return the part of the cost that `quantity` shares carry; all of it with the last one."""
    if quantity == position.quantity:
        return position.cost
    return min(position.cost, cents(position.cost * quantity / position.quantity))


def note(order: OpenOrder, price: Decimal, quantity: int, fees: Fees) -> str:
    """Count a fill in its order; return the fill's id."""
    order.filled += quantity
    order.fills += 1
    if order.open:  # the charges only matter to the fills that follow
        order.charged = order.charged.and_also(price, quantity, fees)
    return f"{order.order}.{order.fills}"
