"""From lots, money or a share of what there is to a number of shares that may be ordered."""

from datetime import datetime
from decimal import Decimal

from sqlmodel import Session

from bot.contest.days.facts import hand_of
from bot.contest.events import Side, Terms
from bot.contest.input.draft import Draft
from bot.contest.input.typed_order import Amount, Unit
from bot.contest.rulebook.fees import most_affordable
from bot.contest.rulebook.lots import round_down
from bot.contest.rules import Rules
from bot.contest.services.portfolio import Portfolio, portfolio
from bot.contest.services.trading import Wish, preview


def shares_for(
    session: Session, member_id: int, draft: Draft, amount: Amount, terms: Terms, now: datetime
) -> int:
    """Return how many shares an amount means for this member; 0 where it is not enough.

    A number of shares or lots is taken as it was typed, right or wrong: the preview tells. Money
    and percentages become the largest order that they pay for, fees and the contest's limits
    included.
    """
    if amount.unit is Unit.SHARES:
        return int(amount.value)
    if amount.unit is Unit.LOTS:
        return int(amount.value) * hand_of(terms.instrument)
    found = portfolio(session, draft.contest, member_id, now)
    if draft.side is Side.SELL:
        return _to_sell(found, draft, amount, terms)
    cash = amount.value if amount.unit is Unit.MONEY else found.available * amount.value / 100
    wanted = _to_buy(min(cash, found.available), draft, terms, found.overview.rules, now)
    if not wanted:
        return 0
    wish = Wish(member_id, draft.contest, draft.symbol, draft.side, wanted, draft.limit)
    seen = preview(session, wish, terms, now)
    return min(wanted, seen.most) if seen.refusal is not None and seen.most else wanted


def _to_buy(cash: Decimal, draft: Draft, terms: Terms, rules: Rules, now: datetime) -> int:
    """Return what `cash` buys at the price for which it would be set aside."""
    return most_affordable(
        terms.instrument,
        draft.limit or terms.upper or terms.reference,
        cash,
        now.date(),
        rate=rules.commission_rate,
        minimum=rules.commission_minimum,
        market_order=draft.limit is None,
    )


def _to_sell(found: Portfolio, draft: Draft, amount: Amount, terms: Terms) -> int:
    sellable = sellable_of(found, draft.symbol)
    if amount.unit is Unit.MONEY:
        wanted = int(amount.value // (draft.limit or terms.reference))
    else:
        wanted = int(sellable * amount.value / 100)
    return round_down(terms.instrument, Side.SELL, min(wanted, sellable), sellable=sellable)


def sellable_of(found: Portfolio, symbol: str) -> int:
    """Return how many shares of an instrument may be sold now."""
    return next((row.sellable for row in found.rows if row.symbol == symbol), 0)
