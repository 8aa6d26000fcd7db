"""What an order would come to, before anybody confirms it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from sqlmodel import Session

from bot.calendar.service import calendar_for
from bot.contest.engine import means
from bot.contest.engine.charging import charge, to_freeze
from bot.contest.engine.fill_time import FillsAt, FillTime, fill_time
from bot.contest.engine.money import ZERO, worth
from bot.contest.engine.request import Request, request, resting
from bot.contest.engine.sizing import MOST_PRICE, MOST_SHARES
from bot.contest.errors import ContestUnknownError
from bot.contest.events import Side, Terms
from bot.contest.outcomes import Fees, Refusal
from bot.contest.rules import FillModel
from bot.contest.services import catching_up
from bot.contest.services.wish import Situation, Wish, situation, told
from db.repositories import contests


@dataclass(frozen=True, slots=True)
class Preview:
    """What would come of a wish now; money in the market's currency.

    `price`: what `amount` and `fees` are reckoned with: the limit, else the last price known.
    `frozen`: set aside until it fills. `cash_after`: what could be spent then, for a sale once
    it has filled. `fill_day`: the trading day of the auction, None if live or unknown; a live
    order with a day waits for it. `most`: the largest quantity that would be taken (0 if
    none). `terms` None: the symbol is unknown, and nothing is reckoned.
    """

    wish: Wish
    terms: Terms | None
    refusal: Refusal | None
    price: Decimal
    amount: Decimal
    fees: Fees
    frozen: Decimal
    cash_after: Decimal
    fills_at: FillsAt
    fill_day: date | None
    most: int

    @property
    def fills(self) -> FillTime:
        """Return when it would fill."""
        return FillTime(self.fills_at, self.fill_day)


@dataclass(frozen=True, slots=True)
class _Cost:
    price: Decimal = ZERO
    amount: Decimal = ZERO
    fees: Fees = field(default_factory=Fees)
    frozen: Decimal = ZERO


def preview(
    session: Session,
    wish: Wish,
    terms: Terms | None,
    now: datetime,
    last: Decimal | None = None,
) -> Preview:
    """Tell what a wish would come to; nothing is written, a read transaction is enough.

    `last`: a live price for a market order, where the handler has one.
    Raise ContestUnknownError, NotPlayingError, ContestNotRunningError.
    """
    contest = contests.by_id(session, wish.contest_id)
    if contest is None:
        raise ContestUnknownError
    account = catching_up.as_of_now(session, contest, wish.member_id)
    met = situation(session, contest, account, wish, terms, now)
    if met.over:
        raise met.not_running
    refusal = met.refusal()
    asked = request(account, met.event, met.market, met.rules)
    cost = _cost(asked, wish, last) if asked else _Cost()
    when = _when(session, met)
    return Preview(
        wish=wish,
        terms=met.terms,
        refusal=told(session, refusal, met) if refusal else None,
        price=cost.price,
        amount=cost.amount,
        fees=cost.fees,
        frozen=cost.frozen,
        cash_after=_cash_after(account.available, wish.side, cost),
        fills_at=when.at,
        fill_day=when.day,
        most=means.most(asked) if asked and asked.price > 0 else 0,
    )


def _cost(asked: Request, wish: Wish, last: Decimal | None) -> _Cost:
    """Reckon what can be reckoned: a size or a price beyond all bounds costs nothing."""
    price = last if last is not None and wish.limit is None else asked.price
    if not (0 < wish.quantity <= MOST_SHARES and 0 < price <= MOST_PRICE):
        return _Cost(price=price)
    order = resting(asked)
    fees = charge(order, price, wish.quantity, asked.dated, asked.rules)
    frozen = to_freeze(order, asked.dated, asked.rules) if asked.buys else ZERO
    return _Cost(price, worth(price, wish.quantity), fees, frozen)


def _cash_after(available: Decimal, side: Side, cost: _Cost) -> Decimal:
    if side is Side.BUY:
        return available - cost.frozen
    return available + cost.amount - cost.fees.total


def _when(session: Session, met: Situation) -> FillTime:
    if met.terms is None:
        live = met.rules.fill_model is FillModel.LIVE
        return FillTime("live" if live else "opening", None)
    calendar = calendar_for(session, met.rules.market.calendar)
    board = met.terms.instrument.board
    return fill_time(board, met.event.at, met.market, met.rules, calendar)
