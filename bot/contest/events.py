"""What happens to a contest, in order: the engine's only input, and the whole of its log.

Market events concern everybody and carry all that is needed to apply them; account events
concern one account. `at` is an aware UTC instant. An account's state is the fold of the
market events and its own: no account ever depends on another.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from bot.contest.instrument import Instrument


class Side(StrEnum):
    """Which way an order goes."""

    BUY = "buy"
    SELL = "sell"


class Auction(StrEnum):
    """Which call auction of a day."""

    OPENING = "opening"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Terms:
    """One instrument on one trading day.

    `reference`: the previous close, on an ex date the ex reference price. `upper`, `lower`:
    the day's limits, None where there are none. Prices in the market's currency.
    """

    instrument: Instrument
    reference: Decimal
    upper: Decimal | None = None
    lower: Decimal | None = None
    halted: bool = False


@dataclass(frozen=True, slots=True)
class CorporateAction:
    """What a share gives its holders of the day before `ex_day`.

    `cash`: per share held, turned into money on `pay_day`. `ratio`: new shares for each held
    (a 10-for-10 bonus or a 2:1 split is 1; a 1-for-2 consolidation is -0.5).
    """

    symbol: str
    ex_day: date
    cash: Decimal = Decimal(0)
    pay_day: date | None = None
    ratio: Decimal = Decimal(0)
    source: str = ""


@dataclass(frozen=True, slots=True)
class MarketQuote:
    """A price that may fill orders, with its origin.

    `at`: the quote's own time. `volume`: shares traded since the previous quote that the
    contest used, None if unknown. `upper`, `lower`: the day's limits.
    """

    symbol: str
    price: Decimal
    at: datetime
    source: str
    upper: Decimal | None = None
    lower: Decimal | None = None
    volume: int | None = None
    delay_minutes: int = 0


@dataclass(frozen=True, slots=True)
class DayOpened:
    """A trading day begins, before its opening auction: for what is held or ordered.

    `early_close`: the exchange-local end of a half day.
    """

    at: datetime
    day: date
    early_close: time | None = None
    terms: Mapping[str, Terms] = field(default_factory=dict)
    actions: tuple[CorporateAction, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """An instrument that nobody had held or ordered enters the contest's day."""

    at: datetime
    day: date
    terms: Terms


@dataclass(frozen=True, slots=True)
class AuctionHeld:
    """A call auction's prices. `instant`: when it matched, whenever its prices arrived."""

    at: datetime
    instant: datetime
    auction: Auction
    quotes: tuple[MarketQuote, ...]


@dataclass(frozen=True, slots=True)
class QuotesSeen:
    """Prices of continuous trading (fill model `live`)."""

    at: datetime
    quotes: tuple[MarketQuote, ...]


@dataclass(frozen=True, slots=True)
class DayClosed:
    """A trading day ends: day orders expire, everything is valued.

    `closes`: the last good close of everything held. What has none keeps its former one.
    """

    at: datetime
    day: date
    closes: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Frozen:
    """An instrument is stopped in the contest: its price jumped without a known reason."""

    at: datetime
    symbol: str
    expected: Decimal
    received: Decimal


@dataclass(frozen=True, slots=True)
class Released:
    """An operator explained the jump, by the action behind it or as a plain price."""

    at: datetime
    symbol: str
    reference: Decimal
    action: CorporateAction | None = None


@dataclass(frozen=True, slots=True)
class Paused:
    """An incident: orders and clocks stop."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Resumed:
    """The incident is over."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody enters with the contest's capital; `staff` plays out of competition."""

    at: datetime
    account: int
    staff: bool = False


@dataclass(frozen=True, slots=True)
class OrderPlaced:
    """An order for the day. `limit` None is a market order; `order` is unique in the contest."""

    at: datetime
    account: int
    order: int
    symbol: str
    side: Side
    quantity: int
    limit: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CancelAsked:
    """The owner wants what is left of an order cancelled."""

    at: datetime
    account: int
    order: int


@dataclass(frozen=True, slots=True)
class VoidedFill:
    """A fill to be undone, as it was: `cash` moved, `cost` entered or left the position.

    `fees`: their total, so that the account's sum of fees is right again.
    """

    fill: str
    symbol: str
    side: Side
    quantity: int
    cash: Decimal
    cost: Decimal
    fees: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class OrderVoided:
    """Two operators undo an order: what is open ends, what was filled is turned back."""

    at: datetime
    account: int
    order: int
    fills: tuple[VoidedFill, ...]


@dataclass(frozen=True, slots=True)
class CashCorrected:
    """Two operators put an account right by `amount`, which may be negative."""

    at: datetime
    account: int
    amount: Decimal


MarketEvent = (
    DayOpened | Listed | AuctionHeld | QuotesSeen | DayClosed | Frozen | Released | Paused | Resumed
)
AccountEvent = Joined | OrderPlaced | CancelAsked | OrderVoided | CashCorrected
Event = MarketEvent | AccountEvent
