"""What follows from an event: the engine's only output besides the accounts themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from bot.contest.events import Side


class RefusalCode(StrEnum):
    """Why an order or a cancel was not taken; each has the message `contest-refusal-<code>`.

    The fields that a refusal carries stand beside each code.
    """

    UNKNOWN_INSTRUMENT = "unknown-instrument"  # symbol
    OUTSIDE_UNIVERSE = "outside-universe"  # symbol
    HALTED = "halted"  # symbol
    FROZEN = "frozen"  # symbol
    PAUSED = "paused"
    SESSION_CLOSED = "session-closed"  # opens (datetime or None)
    MARKET_ORDER_NOW = "market-order-now"  # limit_low, limit_high or None: use a limit order
    NOT_POSITIVE = "not-positive"  # quantity
    TOO_LARGE = "too-large"  # quantity, most
    LOT = "lot"  # quantity, board, lot, lower, upper: the nearest that are allowed (None if none)
    TICK = "tick"  # price, tick, lower, upper: the nearest prices on the grid
    OUTSIDE_LIMIT = "outside-limit"  # price, lower, upper
    PRICE_FLOOR = "price-floor"  # reference, floor
    INSUFFICIENT_CASH = "insufficient-cash"  # needed, available, most (quantity, fees included)
    INSUFFICIENT_SELLABLE = "insufficient-sellable"  # quantity, sellable, held, open_sells
    OVER_CAP = "over-cap"  # cap (a share of 1), most (quantity)
    DUPLICATE = "duplicate"  # order
    NOT_OPEN = "not-open"  # order: filled, cancelled, expired or of somebody else
    NO_CANCEL = "no-cancel"  # until (datetime)
    AWAITING_AUCTION = "awaiting-auction"  # order: its auction was held, the price is to come
    NO_ACCOUNT = "no-account"
    VOID_IMPOSSIBLE = "void-impossible"  # order: its shares or money are no longer there
    OVERDRAWN = "overdrawn"  # available: a correction would take more than there is


@dataclass(frozen=True, slots=True)
class Refusal:
    """A typed refusal with the numbers that would have been allowed."""

    code: RefusalCode
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fees:
    """Every part of what one fill cost, each rounded by its own rule; zero where it has none."""

    commission: Decimal = Decimal(0)
    stamp_duty: Decimal = Decimal(0)
    transfer_fee: Decimal = Decimal(0)
    levies: Decimal = Decimal(0)
    trading_fee: Decimal = Decimal(0)
    settlement_fee: Decimal = Decimal(0)

    @property
    def total(self) -> Decimal:
        """Return the sum of the parts."""
        return (
            self.commission
            + self.stamp_duty
            + self.transfer_fee
            + self.levies
            + self.trading_fee
            + self.settlement_fee
        )


class EndReason(StrEnum):
    """Why an order ended without being filled to its end."""

    CANCELLED = "cancelled"
    DAY_OVER = "day-over"
    VOIDED = "voided"
    OUTSIDE_LIMIT = "outside-limit"
    NO_CASH = "no-cash"
    CORPORATE_ACTION = "corporate-action"


@dataclass(frozen=True, slots=True)
class Entered:
    """An account was opened with its capital."""

    at: datetime
    account: int
    capital: Decimal


@dataclass(frozen=True, slots=True)
class Accepted:
    """An order rests. `frozen`: cash set aside for it, fees included (0 for a sale)."""

    at: datetime
    account: int
    order: int
    frozen: Decimal


@dataclass(frozen=True, slots=True)
class Refused:
    """An order or a cancel was not taken; nothing has changed."""

    at: datetime
    account: int
    order: int
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Filled:
    """Part or all of an order traded at `price` of the named quote.

    `fill`: its id, `<order>.<number>`. `cash`: what it moved, negative for a purchase.
    `cost`: the cost basis that entered the position with a purchase or left it with a sale.
    """

    at: datetime
    account: int
    order: int
    fill: str
    symbol: str
    side: Side
    quantity: int
    price: Decimal
    fees: Fees
    cash: Decimal
    cost: Decimal
    quote_at: datetime
    quote_source: str
    delay_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Ended:
    """An order ended with `unfilled` shares left; what was set aside for them is free again."""

    at: datetime
    account: int
    order: int
    unfilled: int
    reason: EndReason


@dataclass(frozen=True, slots=True)
class DividendDue:
    """A cash dividend became a receivable, to be paid on `pay_day`."""

    at: datetime
    account: int
    symbol: str
    quantity: int
    amount: Decimal
    pay_day: date


@dataclass(frozen=True, slots=True)
class DividendPaid:
    """A receivable became cash."""

    at: datetime
    account: int
    symbol: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class SharesChanged:
    """A bonus, split or consolidation changed a holding from `before` to `after` shares."""

    at: datetime
    account: int
    symbol: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Voided:
    """A fill was undone; `cash` is what moved back."""

    at: datetime
    account: int
    order: int
    fill: str
    cash: Decimal


@dataclass(frozen=True, slots=True)
class Corrected:
    """An account was put right by `amount`."""

    at: datetime
    account: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Valued:
    """An account at a day's close, exactly: the row of its equity curve."""

    at: datetime
    account: int
    day: date
    cash: Decimal
    receivables: Decimal
    positions: Decimal
    equity: Decimal


Outcome = (
    Entered
    | Accepted
    | Refused
    | Filled
    | Ended
    | DividendDue
    | DividendPaid
    | SharesChanged
    | Voided
    | Corrected
    | Valued
)
