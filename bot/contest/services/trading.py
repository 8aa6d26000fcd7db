"""Placing and cancelling orders: each once, each in one short transaction."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from sqlmodel import Session

from bot.contest.events import Side, Terms
from bot.contest.outcomes import Fees, Refusal
from db.models.contest_trade import ContestOrder

FillsAt = Literal["opening", "closing", "live"]


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
class Preview:
    """What would come of a wish now; money in the market's currency.

    `price`: what `amount` and `fees` are reckoned with: the limit, else the last price known.
    `frozen`: set aside until it fills. `cash_after`: what could still be spent. `fill_day`:
    the trading day of the auction, None if live or unknown. `most`: the largest quantity that
    would be taken (0 if none). `terms` None: the symbol is unknown.
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


@dataclass(frozen=True, slots=True)
class Placed:
    """What came of placing an order; `repeated`: it had been placed before by the same tap."""

    order: ContestOrder | None
    refusal: Refusal | None
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Cancelled:
    """What came of cancelling an order; without a refusal it is cancelled."""

    order: ContestOrder
    refusal: Refusal | None


def preview(session: Session, wish: Wish, terms: Terms | None, now: datetime) -> Preview:
    """Tell what a wish would come to; nothing is written, a read transaction is enough.

    Raise ContestUnknownError, NotPlayingError, ContestNotRunningError.
    """
    raise NotImplementedError


def place(session: Session, wish: Wish, terms: Terms | None, key: str, now: datetime) -> Placed:
    """Place an order once for each key.

    `terms`: the instrument on the contest's trading day, for one that the contest has not
    met today; None if the handler does not know it.
    Raise ContestUnknownError, NotPlayingError, ContestNotRunningError.
    """
    raise NotImplementedError


def cancel(session: Session, member_id: int, order_id: int, now: datetime) -> Cancelled:
    """Cancel what is left of a member's own order; raise OrderUnknownError."""
    raise NotImplementedError
