"""An account's exact state: what one member has in one contest.

Plain data, so that it can be stored, compared and recomputed. Invariants: no negative cash,
no negative quantity, `sellable + on sale <= quantity`, every amount to the cent of its currency.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from bot.contest.events import Side
from bot.contest.rulebook.fees import NOTHING, Charged

TEN_THOUSANDTH = Decimal("0.0001")


@dataclass(slots=True)
class Position:
    """A holding: `cost` is the money that is in it, purchase fees included.

    `sellable` are the shares that T+1 and open sales leave free.
    """

    quantity: int
    sellable: int
    cost: Decimal

    @property
    def average_cost(self) -> Decimal:
        """Return the cost of one share, half up to 0.0001; for showing, never for booking."""
        return (self.cost / self.quantity).quantize(TEN_THOUSANDTH, ROUND_HALF_UP)


@dataclass(slots=True)
class OpenOrder:
    """An order that still rests.

    `day`: the trading day for which it counts, None while it waits for the next one to open.
    `frozen`: the cash set aside for what is unfilled, reckoned at the price `bound`. `lot`: the
    share's board lot. `charged`: what its fills came to, because fees are rounded per order.
    """

    order: int
    symbol: str
    side: Side
    quantity: int
    placed_at: datetime
    limit: Decimal | None = None
    day: date | None = None
    filled: int = 0
    fills: int = 0
    frozen: Decimal = Decimal(0)
    bound: Decimal = Decimal(0)
    lot: int = 1
    charged: Charged = NOTHING

    @property
    def open(self) -> int:
        """Return how many shares are unfilled."""
        return self.quantity - self.filled


@dataclass(slots=True)
class Receivable:
    """A dividend that is due but not paid yet."""

    symbol: str
    amount: Decimal
    pay_day: date


@dataclass(slots=True)
class Account:
    """One member's account in one contest; `cash` includes what is frozen.

    Exactly, and always: cash + owed + the cost of every position = the contest's capital +
    `corrections` + `realised`. `last_order`: the highest order id taken, for ids only rise.
    `voided`: the fills that were undone, so that none is undone twice.
    """

    id: int
    cash: Decimal
    positions: dict[str, Position] = field(default_factory=dict)
    orders: dict[int, OpenOrder] = field(default_factory=dict)
    receivables: list[Receivable] = field(default_factory=list)
    realised: Decimal = Decimal(0)
    dividends: Decimal = Decimal(0)
    fees: Decimal = Decimal(0)
    corrections: Decimal = Decimal(0)
    last_order: int = 0
    voided: list[str] = field(default_factory=list)

    @property
    def frozen(self) -> Decimal:
        """Return the cash that open purchases set aside."""
        return sum((order.frozen for order in self.orders.values()), Decimal(0))

    @property
    def available(self) -> Decimal:
        """Return the cash that may be spent."""
        return self.cash - self.frozen

    @property
    def owed(self) -> Decimal:
        """Return the dividends that are due but not paid."""
        return sum((due.amount for due in self.receivables), Decimal(0))

    def on_sale(self, symbol: str) -> int:
        """Return how many shares open sales set aside."""
        return sum(
            order.open
            for order in self.orders.values()
            if order.symbol == symbol and order.side is Side.SELL
        )
