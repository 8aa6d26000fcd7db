"""What an account is worth at given prices: exact, never at a price that nobody had."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from bot.contest.engine.account import Account
from bot.contest.engine.money import worth
from bot.contest.outcomes import Valued

Prices = Callable[[str], Decimal]


def positions_worth(account: Account, price: Prices) -> Decimal:
    """Return the value of the holdings, each to the cent."""
    values = (worth(price(symbol), held.quantity) for symbol, held in account.positions.items())
    return sum(values, Decimal(0))


def equity_of(account: Account, price: Prices) -> Decimal:
    """Return cash, dividends due and holdings."""
    return account.cash + account.owed + positions_worth(account, price)


def valued(account: Account, day: date, at: datetime, price: Prices) -> Valued:
    """Return the account's row of the day."""
    positions = positions_worth(account, price)
    return Valued(
        at=at,
        account=account.id,
        day=day,
        cash=account.cash,
        receivables=account.owed,
        positions=positions,
        equity=account.cash + account.owed + positions,
    )
