"""What a member has in a contest, for nobody's eyes but their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlmodel import Session

from bot.contest.board.weights import fraction
from bot.contest.engine.account import Account
from bot.contest.engine.market_state import MarketState
from bot.contest.engine.money import worth
from bot.contest.engine.valuing import equity_of
from bot.contest.errors import NotPlayingError
from bot.contest.rulebook.phases import ZONES
from bot.contest.services import catching_up
from bot.contest.services.market import market_of
from bot.contest.services.overview import Overview, overview
from db.models.contest_trade import ContestFill, ContestOrder
from db.repositories import contest_trades

PAGE = 8
Curve = tuple[tuple[date, Decimal], ...]


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

    `day_return`: since the close before the day shown. `curve`: equity by day, the capital
    first, the current equity last.
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
    curve: Curve


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
    seen = overview(session, contest_id, member_id)
    if seen.mine is None:
        raise NotPlayingError
    account = catching_up.as_of_now(session, seen.contest, member_id)
    market = market_of(session, seen.contest)
    rows, equity = _holdings(session, seen, account, market, prices or {})
    curve, before = _curve(session, seen, equity, market, now)
    return Portfolio(
        overview=seen,
        account=account,
        rows=rows,
        equity=equity,
        cash=account.cash,
        available=account.available,
        frozen=account.frozen,
        receivables=account.owed,
        realised=account.realised,
        unrealised=sum((row.unrealised for row in rows), Decimal(0)),
        total_return=fraction(equity - seen.rules.capital, seen.rules.capital),
        day_return=fraction(equity - before, before),
        curve=curve,
    )


def open_orders(session: Session, contest_id: int, member_id: int) -> Sequence[ContestOrder]:
    """Return a member's own orders that still rest, oldest first."""
    seen = overview(session, contest_id, member_id)
    account = catching_up.as_of_now(session, seen.contest, member_id)
    return contest_trades.orders_by_id(session, list(account.orders)) if account.orders else []


def orders(session: Session, contest_id: int, member_id: int, page: int = 1) -> OrderPage:
    """Return a page of a member's own orders; a page that is not there becomes the nearest."""
    count = contest_trades.count_orders(session, contest_id, member_id)
    page, pages = _nearest(page, count)
    rows = contest_trades.orders(session, contest_id, member_id, (page - 1) * PAGE, PAGE)
    return OrderPage(tuple(rows), page, pages)


def fills(session: Session, contest_id: int, member_id: int, page: int = 1) -> FillPage:
    """Return a page of a member's own fills; a page that is not there becomes the nearest."""
    count = contest_trades.count_fills(session, contest_id, member_id)
    page, pages = _nearest(page, count)
    rows = contest_trades.fills(session, contest_id, member_id, (page - 1) * PAGE, PAGE)
    return FillPage(tuple(rows), page, pages)


def _nearest(page: int, count: int) -> tuple[int, int]:
    pages = max(-(-count // PAGE), 1)
    return min(max(page, 1), pages), pages


def _holdings(
    session: Session,
    seen: Overview,
    account: Account,
    market: MarketState,
    prices: Mapping[str, Decimal],
) -> tuple[tuple[HoldingRow, ...], Decimal]:
    """Return the holdings, the most valuable first, and the equity that they are weighed by."""
    at = {symbol: _price(symbol, market, prices) for symbol in account.positions}
    equity = equity_of(account, at.__getitem__)
    names = _names(session, seen.contest.id, account, market)
    rows = [_row(account, symbol, names[symbol], at[symbol], equity) for symbol in at]
    return tuple(sorted(rows, key=lambda row: (-row.value, row.symbol))), equity


def _price(symbol: str, market: MarketState, prices: Mapping[str, Decimal]) -> Decimal:
    """Return the live price if there is one, else the last good one."""
    live = prices.get(symbol)
    return live if live is not None and live > 0 else market.price(symbol)


def _row(account: Account, symbol: str, name: str, price: Decimal, equity: Decimal) -> HoldingRow:
    held = account.positions[symbol]
    value = worth(price, held.quantity)
    return HoldingRow(
        symbol=symbol,
        name=name,
        quantity=held.quantity,
        sellable=held.sellable,
        average_cost=held.average_cost,
        price=price,
        value=value,
        unrealised=value - held.cost,
        weight=fraction(value, equity),
    )


def _names(
    session: Session, contest_id: int, account: Account, market: MarketState
) -> dict[str, str]:
    """Return the names of what is held: as the market has them, else as it was ordered."""
    known = {
        symbol: market.terms[symbol].instrument.name
        for symbol in account.positions
        if symbol in market.terms
    }
    if len(known) == len(account.positions):
        return known
    ordered = contest_trades.names(session, contest_id, account.id)
    bare = {symbol: symbol for symbol in account.positions}
    return bare | ordered | known


def _curve(
    session: Session, seen: Overview, equity: Decimal, market: MarketState, now: datetime
) -> tuple[Curve, Decimal]:
    """Return equity by day up to now, and the equity with which the day shown began."""
    assert seen.mine is not None  # noqa: S101 - whoever has a portfolio takes part
    zone = ZONES[seen.rules.market]
    today = market.day or now.astimezone(zone).date()
    closed = contest_trades.equity_by_day(session, seen.contest.id, seen.mine.member_id)
    past = [(day, value) for day, value in closed if day < today]
    joined = seen.mine.joined_at.astimezone(zone).date()
    first = past[0][0] if past else today
    start = (min(joined, first - timedelta(days=1)), seen.rules.capital)
    before = past[-1][1] if past else seen.rules.capital
    return (start, *past, (today, equity)), before
