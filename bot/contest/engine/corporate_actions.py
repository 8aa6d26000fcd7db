"""Dividends, bonuses, splits: what they do to a price, and what holders get.

A dividend comes before a ratio; shares are rounded half up; both as rqalpha's position model
does it. Real fractions of a bonus share are allotted by ranking, which a contest cannot copy.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from bot.contest.engine.account import Account, Receivable
from bot.contest.engine.ending import end_orders
from bot.contest.engine.money import cents
from bot.contest.events import CorporateAction
from bot.contest.outcomes import (
    DividendDue,
    DividendPaid,
    EndReason,
    Outcome,
    SharesChanged,
)
from bot.contest.rulebook.ticks import half_up


def expected_reference(
    last_close: Decimal, actions: Iterable[CorporateAction], tick: Decimal
) -> Decimal:
    """Return the ex reference price, (close - cash) / (1 + ratio), half up to the tick."""
    known = tuple(actions)
    if not known:
        return last_close
    cash = sum((action.cash for action in known), Decimal(0))
    ratio = sum((action.ratio for action in known), Decimal(0))
    return max(tick, half_up((last_close - cash) / (1 + ratio), tick))


def jumped(expected: Decimal, reference: Decimal, tick: Decimal) -> bool:
    """Return whether a reference differs from what was expected by more than one tick."""
    return abs(reference - expected) > tick


def merged(actions: Iterable[CorporateAction]) -> tuple[CorporateAction, ...]:
    """Return one action for each symbol: the feeds tell a dividend and a split apart."""
    found: dict[str, CorporateAction] = {}
    for action in actions:
        former = found.get(action.symbol)
        found[action.symbol] = action if former is None else _both(former, action)
    return tuple(found.values())


def _both(one: CorporateAction, other: CorporateAction) -> CorporateAction:
    return replace(
        one,
        cash=one.cash + other.cash,
        ratio=one.ratio + other.ratio,
        pay_day=one.pay_day if one.cash else other.pay_day,
    )


def give(account: Account, action: CorporateAction, at: datetime) -> list[Outcome]:
    """Give a holder what the action brings; open orders in the share end first."""
    outcomes = end_orders(account, at, EndReason.CORPORATE_ACTION, symbol=action.symbol)
    if action.symbol in account.positions:
        outcomes += _dividend(account, action, at) + _ratio(account, action, at)
    return outcomes


def _dividend(account: Account, action: CorporateAction, at: datetime) -> list[Outcome]:
    """Owe the cash and take it out of the cost; what exceeds the cost is a gain."""
    position = account.positions[action.symbol]
    amount = cents(action.cash * position.quantity)
    if amount <= 0:
        return []
    returned = min(amount, position.cost)
    position.cost -= returned
    account.realised += amount - returned
    account.dividends += amount
    pay_day = action.pay_day or action.ex_day
    account.receivables.append(Receivable(action.symbol, amount, pay_day))
    return [DividendDue(at, account.id, action.symbol, position.quantity, amount, pay_day)]


def _ratio(account: Account, action: CorporateAction, at: datetime) -> list[Outcome]:
    """Change the number of shares; new ones may be sold at once, T+1 holds the others."""
    position = account.positions[action.symbol]
    before = position.quantity
    after = int((before * (1 + action.ratio)).quantize(Decimal(1), ROUND_HALF_UP))
    if after == before:
        return []
    position.sellable = max(0, after - (before - position.sellable))
    position.quantity = after
    if not after:
        account.realised -= account.positions.pop(action.symbol).cost
    return [SharesChanged(at, account.id, action.symbol, before, after)]


def pay_due(account: Account, today: date, at: datetime) -> list[Outcome]:
    """Turn every receivable whose pay day has come into cash."""
    due = [owed for owed in account.receivables if owed.pay_day <= today]
    account.receivables = [owed for owed in account.receivables if owed.pay_day > today]
    account.cash += sum((owed.amount for owed in due), Decimal(0))
    return [DividendPaid(at, account.id, owed.symbol, owed.amount) for owed in due]
