"""What an order costs, under the contest's commission: for a fill, and to set cash aside."""

from datetime import date
from decimal import Decimal
from functools import cache

from bot.contest.engine.account import OpenOrder
from bot.contest.engine.money import worth
from bot.contest.instrument import Board
from bot.contest.outcomes import Fees
from bot.contest.rulebook.boards import board_of
from bot.contest.rulebook.fees import fees
from bot.contest.rules import Rules


@cache
def listed_board(symbol: str) -> Board:
    """Return the board of a symbol that was accepted as an instrument before."""
    board = board_of(symbol)
    if board is None:
        raise LookupError(symbol)
    return board


def charge(order: OpenOrder, price: Decimal, quantity: int, day: date, rules: Rules) -> Fees:
    """Return the fees of the order's next fill, after what its earlier fills have paid."""
    return fees(
        listed_board(order.symbol),
        order.side,
        price,
        quantity,
        day,
        rate=rules.commission_rate,
        minimum=rules.commission_minimum,
        earlier=order.charged,
    )


def to_freeze(order: OpenOrder, day: date, rules: Rules) -> Decimal:
    """Return the most that the unfilled part of a purchase can still cost, fees included."""
    if not order.open:
        return Decimal(0)
    paid = charge(order, order.bound, order.open, day, rules)
    return worth(order.bound, order.open) + paid.total
