"""An order as it is judged: with the account, the market and the rules that it meets."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.contest.engine.account import Account, OpenOrder, Position
from bot.contest.engine.market_state import MarketState
from bot.contest.engine.money import ZERO
from bot.contest.engine.session import day_for
from bot.contest.events import OrderPlaced, Side, Terms
from bot.contest.rulebook.phases import ZONES
from bot.contest.rulebook.ticks import round_up, tick_of
from bot.contest.rules import Rules

NO_POSITION = Position(0, 0, ZERO)
# What a market purchase sets aside where the day has no upper limit: a tenth above the price.
HEADROOM = Decimal("1.10")


@dataclass(frozen=True, slots=True)
class Request:
    """An order for a known instrument. `day`: for which it counts, None if it has to wait."""

    account: Account
    order: OrderPlaced
    market: MarketState
    rules: Rules
    terms: Terms
    day: date | None

    @property
    def buys(self) -> bool:
        """Return whether it is a purchase."""
        return self.order.side is Side.BUY

    @property
    def dated(self) -> date:
        """Return the day whose tables judge it; a waiting order is judged by its own."""
        zone = ZONES[self.terms.instrument.board.market]
        return self.day or self.order.at.astimezone(zone).date()

    @property
    def held(self) -> Position:
        """Return the holding in the share."""
        return self.account.positions.get(self.order.symbol, NO_POSITION)

    @property
    def sellable(self) -> int:
        """Return how many shares it may sell: T+1 will have freed them for an order that waits."""
        if self.day is not None:
            return self.held.sellable
        return self.held.quantity - self.account.on_sale(self.order.symbol)

    @property
    def price(self) -> Decimal:
        """Return the order's price: its limit, or the last good price."""
        limit = self.order.limit
        return self.market.price(self.order.symbol) if limit is None else limit

    @property
    def bound(self) -> Decimal:
        """Return the price at which cash is set aside for it."""
        if self.order.limit is not None:
            return self.order.limit
        if self.day is not None and self.terms.upper is not None:
            return self.terms.upper
        dear = self.price * HEADROOM
        return round_up(dear, tick_of(self.terms.instrument.board, dear, self.dated))


def request(
    account: Account, order: OrderPlaced, market: MarketState, rules: Rules
) -> Request | None:
    """Return the order with all that judges it, None for an instrument that is not known."""
    terms = market.terms.get(order.symbol)
    if terms is None:
        return None
    day = day_for(terms.instrument.board, order.at, market, rules)
    return Request(account, order, market, rules, terms, day)


def resting(asked: Request) -> OpenOrder:
    """Return the order as it would rest, before cash is set aside."""
    order = asked.order
    return OpenOrder(
        order=order.order,
        symbol=order.symbol,
        side=order.side,
        quantity=order.quantity,
        placed_at=order.at,
        limit=order.limit,
        day=asked.day,
        bound=asked.bound,
        lot=asked.terms.instrument.lot,
    )
