"""What a member has in a contest, for nobody's eyes but their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlmodel import Session

from bot.contest.account import Account
from bot.contest.services.overview import Overview
from db.models.contest_trade import ContestFill, ContestOrder


@dataclass(frozen=True, slots=True)
class HoldingRow:
    """A holding at `price`; `weight` is its share of the equity, `unrealised` in money."""

    symbol: str
    name: str
    quantity: int
    sellable: int
    average_cost: Decimal
    price: Decimal
    value: Decimal
    unrealised: Decimal
    weight: Decimal


@dataclass(frozen=True, slots=True)
class Portfolio:
    """A member's account, valued; returns are shares of one.

    `day_return`: since the last close. `curve`: equity by day, the capital first, the
    current equity last.
    """

    overview: Overview
    account: Account
    rows: tuple[HoldingRow, ...]
    equity: Decimal
    cash: Decimal
    available: Decimal
    frozen: Decimal
    receivables: Decimal
    realised: Decimal
    unrealised: Decimal
    total_return: Decimal
    day_return: Decimal
    curve: tuple[tuple[date, Decimal], ...]


@dataclass(frozen=True, slots=True)
class OrderPage:
    """One page of a member's orders, newest first; counted from 1, of `pages`."""

    orders: tuple[ContestOrder, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class FillPage:
    """One page of a member's fills, newest first; counted from 1, of `pages`."""

    fills: tuple[ContestFill, ...]
    page: int
    pages: int


def portfolio(
    session: Session,
    contest_id: int,
    member_id: int,
    now: datetime,
    prices: Mapping[str, Decimal] | None = None,
) -> Portfolio:
    """Return a member's own portfolio at live `prices`, where there are none at the last close.

    Nothing is written. Raise ContestUnknownError, NotPlayingError.
    """
    raise NotImplementedError


def open_orders(session: Session, contest_id: int, member_id: int) -> Sequence[ContestOrder]:
    """Return a member's own orders that still rest, oldest first."""
    raise NotImplementedError


def orders(session: Session, contest_id: int, member_id: int, page: int = 1) -> OrderPage:
    """Return a page of a member's own orders; a page that is not there becomes the nearest."""
    raise NotImplementedError


def fills(session: Session, contest_id: int, member_id: int, page: int = 1) -> FillPage:
    """Return a page of a member's own fills; a page that is not there becomes the nearest."""
    raise NotImplementedError
