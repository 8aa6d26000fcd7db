"""The market day of a contest in the database: opened, its auctions held, closed.

Each step is one short transaction under the contest's lock. What was done before is found
done and changes nothing, so any number of processes may try, and a crash costs nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from sqlmodel import Session

from bot.contest.days.day_plan import Situation
from bot.contest.engine import codec
from bot.contest.engine.market_state import MarketState
from bot.contest.events import (
    Auction,
    AuctionHeld,
    DayClosed,
    DayOpened,
    Frozen,
    Listed,
    MarketEvent,
    MarketQuote,
    QuotesSeen,
    Side,
    Terms,
)
from bot.contest.services import log, telling_operators
from bot.contest.services.actions import due_actions, released_today
from bot.contest.services.desk import Desk
from bot.contest.services.market import market_of
from bot.contest.states import ContestState
from db.models.contest import Contest
from db.models.market import PRICE_PLACES
from db.repositories import closes as closes_seen
from db.repositories import contest_days, contests

WATCHED_STATES = (ContestState.OPEN, ContestState.RUNNING)


@dataclass(frozen=True, slots=True)
class AuctionPrices:
    """What the feed showed when an auction was to be held.

    `quotes`: its prices. `doubtful`: references that the feed contradicts, as (expected,
    received). `listed`: terms of what the day did not know, or of what turned out halted.
    `missing`: what is ordered and has no price.
    """

    quotes: Sequence[MarketQuote] = ()
    doubtful: Mapping[str, tuple[Decimal, Decimal]] = field(default_factory=dict)
    listed: Sequence[Terms] = ()
    missing: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Close:
    """A close that was seen, with its origin."""

    price: Decimal
    source: str
    at: datetime


def situations(session: Session) -> tuple[Situation, ...]:
    """Return where every contest stands that is open for entry or running."""
    found = contests.in_states(session, WATCHED_STATES)
    return tuple(_situation(session, contest) for contest in reversed(found))


def situation(session: Session, contest_id: int) -> Situation | None:
    """Return where one contest stands; nothing where the clock has no business with it."""
    contest = contests.by_id(session, contest_id)
    if contest is None or contest.state not in WATCHED_STATES:
        return None
    return _situation(session, contest)


def symbols_needed(session: Session, contest_id: int) -> set[str]:
    """Return what is held or ordered in a contest, or was listed on its open day."""
    contest = contests.by_id(session, contest_id)
    ordered = contest_days.ordered(session, contest_id)
    if contest is None or contest.market_closed:
        return contest_days.held(session, contest_id) | ordered
    return set(market_of(session, contest).terms) | ordered


def open_day(
    session: Session,
    desk: Desk,
    contest_id: int,
    day: date,
    terms: Mapping[str, Terms],
    now: datetime,
    *,
    early_close: time | None = None,
    skipped: Sequence[date] = (),
) -> bool:
    """Open a trading day with its terms and the corporate actions due; tell whether it was new.

    What the market froze because its price jumped is told to the operators, with the button
    that accepts it; so are the days before that could not be played.
    """
    contest = _running(session, contest_id)
    if contest is None or not contest.market_closed:
        return False
    market = market_of(session, contest)
    actions = due_actions(session, {*market.closes, *terms}, market.day, day)
    event = DayOpened(now, day, early_close, dict(terms), actions)
    if not _append(session, contest, event, day):
        return False
    contest_days.begin(session, contest_id, day, now)
    opened = market_of(session, contest)
    for jump in opened.frozen.values():
        if jump.at == now:
            telling_operators.frozen(session, desk, contest, opened, jump, now)
    if skipped:
        telling_operators.skipped(session, desk, contest, skipped, now)
    return True


def hold_auction(
    session: Session,
    desk: Desk,
    contest_id: int,
    auction: Auction,
    day: date,
    instant: datetime,
    prices: AuctionPrices,
    now: datetime,
) -> bool:
    """Hold an auction once, at its prices; tell whether this call did it.

    Before the opening one, what the feed contradicts is frozen and told, so that nothing
    fills at a price for which a corporate action may be missing.
    """
    contest = _running(session, contest_id)
    if contest is None or contest.market_closed or contest.market_day != day:
        return False
    if auction in market_of(session, contest).auctions:
        return False
    for terms in prices.listed:
        _append(session, contest, Listed(now, day, terms), day)
    _freeze(session, desk, contest, day, prices.doubtful, now)
    if prices.missing:
        telling_operators.auction_incomplete(session, desk, contest, day, prices.missing, now)
    held = AuctionHeld(now, instant, auction, tuple(prices.quotes))
    return _append(session, contest, held, day)


def put_right(
    session: Session,
    desk: Desk,
    contest_id: int,
    day: date,
    doubtful: Mapping[str, tuple[Decimal, Decimal]],
    listed: Sequence[Terms],
    now: datetime,
) -> None:
    """Freeze what the feed contradicts, and take in new terms, outside of an auction."""
    contest = _running(session, contest_id)
    if contest is None or contest.market_closed or contest.market_day != day:
        return
    for terms in listed:
        _append(session, contest, Listed(now, day, terms), day)
    _freeze(session, desk, contest, day, doubtful, now)


def _freeze(
    session: Session,
    desk: Desk,
    contest: Contest,
    day: date,
    doubtful: Mapping[str, tuple[Decimal, Decimal]],
    now: datetime,
) -> None:
    """Freeze what the feed contradicts, unless operators explained it today; tell them."""
    explained = released_today(session, contest.id, day) if doubtful else set()
    for symbol, (expected, received) in doubtful.items():
        event = Frozen(now, symbol, expected, received)
        if symbol not in explained and _append(session, contest, event, day):
            market = market_of(session, contest)
            telling_operators.frozen(session, desk, contest, market, market.frozen[symbol], now)


def crossing(
    session: Session, contest_id: int, quotes: Mapping[str, MarketQuote]
) -> tuple[MarketQuote, ...]:
    """Return the quotes at which at least one resting order would trade."""
    orders = contest_days.resting(session, contest_id, tuple(quotes))
    met = {
        symbol
        for symbol, side, limit, placed_at in orders
        if quotes[symbol].at > placed_at and _crosses(side, limit, quotes[symbol].price)
    }
    return tuple(quote for symbol, quote in sorted(quotes.items()) if symbol in met)


def see_quotes(
    session: Session, contest_id: int, day: date, quotes: Sequence[MarketQuote], now: datetime
) -> tuple[str, ...]:
    """Let resting orders meet live prices; return the symbols whose quote was used."""
    contest = _running(session, contest_id)
    if contest is None or contest.market_closed or contest.market_day != day:
        return ()
    event = market_of(session, contest).admit(QuotesSeen(now, tuple(quotes)))
    if not isinstance(event, QuotesSeen):
        return ()
    log.append_market(session, contest, event, day)
    return tuple(quote.symbol for quote in event.quotes)


def close_day(
    session: Session,
    desk: Desk,
    contest_id: int,
    day: date,
    closes: Mapping[str, Close],
    now: datetime,
    *,
    missing: int = 0,
) -> bool:
    """Close a trading day with the closes that were seen; tell whether this call did it.

    `missing`: how many prices never came; what has none keeps its former one, and it is told.
    """
    contest = _running(session, contest_id)
    if contest is None or contest.market_closed or contest.market_day != day:
        return False
    prices = {symbol: close.price for symbol, close in closes.items()}
    if not _append(session, contest, DayClosed(now, day, prices), day):
        return False
    row = contest_days.by_day(session, contest_id, day)
    if row is not None:
        row.closed_at = now
        session.add(row)
    if missing:
        telling_operators.closed_late(session, desk, contest, day, missing, now)
    closes_seen.add(session, [_close_row(symbol, day, seen) for symbol, seen in closes.items()])
    return True


def _situation(session: Session, contest: Contest) -> Situation:
    running = contest.state is ContestState.RUNNING and not contest.market_closed
    market = market_of(session, contest) if running else MarketState()
    return Situation(
        contest_id=contest.id,
        title=contest.title,
        state=contest.state,
        rules=codec.rules_from_json(contest.rules),
        day=contest.market_day,
        closed=contest.market_closed,
        settled=contest_days.over(session, contest),
        auctions=frozenset(market.auctions),
    )


def _running(session: Session, contest_id: int) -> Contest | None:
    contest = contests.lock(session, contest_id)
    return contest if contest and contest.state is ContestState.RUNNING else None


def _append(session: Session, contest: Contest, event: MarketEvent, day: date) -> bool:
    """Log what of an event counts; tell whether anything did."""
    counted = market_of(session, contest).admit(event)
    if counted is not None:
        log.append_market(session, contest, counted, day)
    return counted is not None


def _crosses(side: Side, limit: Decimal | None, price: Decimal) -> bool:
    if limit is None:
        return True
    return price <= limit if side is Side.BUY else price >= limit


def _close_row(symbol: str, day: date, seen: Close) -> dict[str, object]:
    exact = seen.price.quantize(Decimal(1).scaleb(-PRICE_PLACES))
    return {"symbol": symbol, "day": day, "close": exact, "source": seen.source[:32], "at": seen.at}
