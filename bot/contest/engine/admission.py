"""What of a market event counts: no duplicate, no bad price, nothing of a frozen symbol.

A quote that is not good fills nothing and values nothing. What remains carries its limits, so
that an account can be brought up to date from the event alone.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.contest.events import (
    AuctionHeld,
    CorporateAction,
    DayClosed,
    DayOpened,
    Frozen,
    Listed,
    MarketEvent,
    MarketQuote,
    Paused,
    QuotesSeen,
    Released,
    Resumed,
    Terms,
)
from bot.contest.instrument import Board
from bot.contest.rulebook.phases import ZONES, PhaseKind, auction_instant, phase_at

if TYPE_CHECKING:
    from bot.contest.engine.market_state import MarketState


class OutOfOrderError(Exception):
    """A day opens while the one before has not closed: the caller lost an event."""


def admitted(market: "MarketState", event: MarketEvent) -> MarketEvent | None:
    """Return the part of an event that counts in this state; None if nothing does."""
    match event:
        case DayOpened():
            return _day_opened(market, event)
        case DayClosed():
            return _day_closed(market, event)
        case AuctionHeld():
            return _auction_held(market, event)
        case QuotesSeen():
            return _quotes_seen(market, event)
        case _:
            return event if _changes(market, event) else None


def _changes(market: "MarketState", event: Listed | Frozen | Released | Paused | Resumed) -> bool:
    match event:
        case Listed():
            known = market.terms.get(event.terms.instrument.symbol)
            return event.terms.reference > 0 and event.terms != known
        case Frozen():
            return event.symbol not in market.frozen
        case Released():
            return event.symbol in market.frozen and event.reference > 0
        case Paused():
            return not market.paused
        case Resumed():
            return market.paused


def _day_opened(market: "MarketState", event: DayOpened) -> DayOpened | None:
    if market.day is not None and event.day <= market.day:
        return None
    if market.open:
        raise OutOfOrderError(market.day, event.day)
    terms = {symbol: day for symbol, day in event.terms.items() if day.reference > 0}
    actions = tuple(a for a in event.actions if _begins(a, market.day, event.day))
    return replace(event, terms=terms, actions=actions)


def _begins(action: CorporateAction, last_day: date | None, day: date) -> bool:
    """Return whether an action's ex day lies after the last trading day, up to this one."""
    return action.ex_day <= day and (last_day is None or last_day < action.ex_day)


def _day_closed(market: "MarketState", event: DayClosed) -> DayClosed | None:
    """Name a close for everything known: what has no good one keeps its former one."""
    if not market.open or event.day != market.day:
        return None
    symbols = sorted({*market.terms, *market.closes})
    closes = {symbol: _good_close(market, symbol, event.closes.get(symbol)) for symbol in symbols}
    return replace(event, closes=closes)


def _good_close(market: "MarketState", symbol: str, close: Decimal | None) -> Decimal:
    terms = market.terms.get(symbol)
    if close is None or terms is None or not _tradable(market, symbol, terms):
        return market.price(symbol)
    good = _within(close, terms.lower, terms.upper)
    return close if good else market.price(symbol)


def _auction_held(market: "MarketState", event: AuctionHeld) -> AuctionHeld | None:
    """Let every auction be held once; in a pause it is held, and lost."""
    if not market.open or event.auction in market.auctions:
        return None
    instant = _matched_at(market, event)
    if instant is None:
        return None
    quotes = () if market.paused else tuple(_good(market, event.quotes).values())
    return replace(event, instant=instant, quotes=quotes)


def _matched_at(market: "MarketState", event: AuctionHeld) -> datetime | None:
    """Return the auction's instant by the table, whoever reports it; None on another day.

    It decides which orders took part, and must be the one by which cancels are judged.
    """
    terms = next(iter(market.terms.values()), None)
    if terms is None or market.day is None:
        return event.instant
    board = terms.instrument.board
    if _local_day(board, event.instant) != market.day:
        return None
    tabled = auction_instant(board, event.auction, market.day, market.early_close)
    return event.instant if tabled is None else tabled


def _quotes_seen(market: "MarketState", event: QuotesSeen) -> QuotesSeen | None:
    """Keep the quotes of continuous trading that are newer than those already used."""
    if not market.open or market.paused:
        return None
    phases: dict[tuple[Board, datetime], PhaseKind] = {}
    kept = []
    for symbol, quote in _good(market, event.quotes).items():
        former = market.quoted.get(symbol)
        moment = (market.terms[symbol].instrument.board, quote.at)
        if moment not in phases:
            phases[moment] = phase_at(*moment, market.day or date.min, market.early_close)
        if phases[moment] is PhaseKind.CONTINUOUS and (former is None or former < quote.at):
            kept.append(quote)
    return replace(event, quotes=tuple(kept)) if kept else None


def _good(market: "MarketState", quotes: Iterable[MarketQuote]) -> dict[str, MarketQuote]:
    """Return the good quotes by symbol, the last of each, with the day's limits filled in."""
    good = {}
    for quote in quotes:
        terms = market.terms.get(quote.symbol)
        if terms is None or not _tradable(market, quote.symbol, terms):
            continue
        if _local_day(terms.instrument.board, quote.at) != market.day:
            continue
        full = _with_limits(quote, terms)
        if _within(full.price, full.lower, full.upper):
            good[quote.symbol] = full
    return good


def _tradable(market: "MarketState", symbol: str, terms: Terms) -> bool:
    return not terms.halted and symbol not in market.frozen


def _with_limits(quote: MarketQuote, terms: Terms) -> MarketQuote:
    # The tighter of the two: a row that widens its own limits must not let a price through.
    upper = min((one for one in (quote.upper, terms.upper) if one is not None), default=None)
    lower = max((one for one in (quote.lower, terms.lower) if one is not None), default=None)
    if upper is quote.upper and lower is quote.lower:
        return quote
    return replace(quote, upper=upper, lower=lower)


def _within(price: Decimal, lower: Decimal | None, upper: Decimal | None) -> bool:
    if not price.is_finite() or price <= 0:
        return False
    return (lower is None or price >= lower) and (upper is None or price <= upper)


def _local_day(board: Board, at: datetime) -> date:
    return at.astimezone(ZONES[board.market]).date()
