"""What a member wants to trade, beside all that judges it."""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from sqlmodel import Session

from bot.calendar.service import calendar_for
from bot.contest.engine.account import Account
from bot.contest.engine.fill_time import next_opening
from bot.contest.engine.market_state import MarketState
from bot.contest.engine.placing import refusal_of
from bot.contest.engine.session import day_for
from bot.contest.errors import ContestNotRunningError
from bot.contest.events import Listed, OrderPlaced, Side, Terms
from bot.contest.outcomes import Refusal, RefusalCode
from bot.contest.rules import Rules
from bot.contest.services.market import known, with_event
from bot.contest.services.overview import UNDER_WAY, rules_of
from db.models.contest import Contest


@dataclass(frozen=True, slots=True)
class Wish:
    """What a member wants to trade; `limit` None is a market order."""

    member_id: int
    contest_id: int
    symbol: str
    side: Side
    quantity: int
    limit: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """A wish as it meets the account, the market and the rules.

    `listed`: what has to enter the contest's day before it; `market` knows it already.
    `event`: the order, under an id that is not its own yet.
    """

    wish: Wish
    contest: Contest
    rules: Rules
    account: Account
    market: MarketState
    listed: Listed | None
    event: OrderPlaced
    terms: Terms | None

    @property
    def over(self) -> bool:
        """Return whether no order can trade in this contest now or on any day to come."""
        if self.contest.state not in UNDER_WAY:
            return True
        if self.market.day is None or self.market.day < self.rules.last_day:
            return False
        if not self.market.open or self.terms is None:
            return not self.market.open
        board = self.terms.instrument.board
        return day_for(board, self.event.at, self.market, self.rules) is None

    @property
    def not_running(self) -> ContestNotRunningError:
        """Return the error that says so."""
        first, last = self.rules.first_day, self.rules.last_day
        return ContestNotRunningError(title=self.contest.title, first=first, last=last)

    def refusal(self) -> Refusal | None:
        """Return why the engine would not take the order."""
        return refusal_of(self.account, self.event, self.market, self.rules)


def situation(
    session: Session,
    contest: Contest,
    account: Account,
    wish: Wish,
    terms: Terms | None,
    now: datetime,
) -> Situation:
    """Return a wish with all that judges it; `account` is up to date.

    The order counts for `now`, but for nothing before the last market event: a message that
    arrives late must not join an auction whose price is known.
    """
    if terms is not None and terms.instrument.symbol != wish.symbol:
        raise ValueError(terms, wish)
    rules, market = rules_of(contest), known(session, contest)
    at, state, listed = market.moment(now), market.state, None
    if terms is not None and wish.symbol not in state.terms:
        listed = Listed(at, contest.market_day or rules.first_day, terms)
        state = with_event(state, listed)
    event = OrderPlaced(
        at=at,
        account=wish.member_id,
        order=account.last_order + 1,
        symbol=wish.symbol,
        side=wish.side,
        quantity=wish.quantity,
        limit=wish.limit,
    )
    found = state.terms.get(wish.symbol)
    return Situation(wish, contest, rules, account, state, listed, event, found)


def told(session: Session, refusal: Refusal, met: Situation) -> Refusal:
    """Return a refusal with what its words need besides: the share's name, the next opening."""
    named = met.terms.instrument.name if met.terms else met.wish.symbol
    fields = {"symbol": met.wish.symbol, "name": named, **refusal.fields}
    if refusal.code is RefusalCode.SESSION_CLOSED:
        calendar = calendar_for(session, met.rules.market.calendar)
        fields["opens"] = next_opening(met.event.at, calendar)
    return replace(refusal, fields=fields)
