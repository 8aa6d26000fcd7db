"""The steps of a market day: what the feed showed, made into one transaction each.

Each returns whether it moved the contest on; if not, prices are waited for.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from bot.contest.days import day_terms
from bot.contest.days.day_plan import AUCTION_OF, Due, Situation
from bot.contest.days.day_terms import Opening
from bot.contest.days.day_times import DayTimes, current_day, day_times
from bot.contest.days.facts import instrument_of, terms_of
from bot.contest.engine.corporate_actions import merged
from bot.contest.events import Auction, MarketQuote, Terms
from bot.contest.instrument import Instrument
from bot.contest.rules import FillModel
from bot.contest.services import (
    catching_up,
    chain,
    day_facts,
    market_day,
    second_opinions,
    standings,
)
from bot.contest.services.day_facts import BeforeAuction
from bot.contest.services.desk import Desk
from bot.contest.services.market_day import AuctionPrices, Close
from bot.market.quote import Quote
from bot.market.raw_rows import RawRows
from db.session import Database

SWEEP_AT_ONCE = 300
# How long terms may follow the first rows of a day, which are up to a quarter of an hour late.
MORNING = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Stage:
    """One contest in one tick: `rows` is what the feed showed, `asked` whether for this one."""

    db: Database
    desk: Desk
    contest_id: int
    rows: RawRows
    asked: bool
    now: datetime


async def open_the_day(stage: Stage, situation: Situation, due: Due) -> bool:
    """Open the day with today's references; just before the match, with what is known."""
    if due.times is None:
        return False
    facts = await stage.db.read(day_facts.before_opening, stage.contest_id, due.day)
    instruments = {
        symbol: instrument
        for symbol in facts.symbols
        if (instrument := _instrument(stage, symbol, facts.instruments.get(symbol)))
    }
    opening = Opening(due.day, instruments, facts.closes, facts.actions)
    if day_terms.unknown_yet(opening, stage.rows) and not due.patience_over:
        return False
    matched = _matched(due.times, stage.now)
    return await stage.db.run(
        market_day.open_day,
        stage.desk,
        stage.contest_id,
        due.day,
        day_terms.make_terms(opening, stage.rows, matched=matched),
        stage.now,
        early_close=due.times.early_close,
        skipped=due.skipped,
    )


async def hold(stage: Stage, situation: Situation, due: Due) -> bool:
    """Hold an auction once the prices of everything ordered are there, or are given up."""
    auction = AUCTION_OF[due.step]
    if due.times is None:
        return False
    instant = due.times.matches[auction]
    facts = await stage.db.read(day_facts.before_auction, stage.contest_id, instant)
    prices = _auction_prices(stage, situation, facts, due.times, auction)
    if not prices.missing or due.patience_over:
        prices = await _agreed(stage, situation, prices, due.day, auction)
    if prices.missing and not due.patience_over:
        return False
    held = await stage.db.run(
        market_day.hold_auction,
        stage.desk,
        stage.contest_id,
        auction,
        due.day,
        instant,
        prices,
        stage.now,
    )
    await _let_trade(stage, [quote.symbol for quote in prices.quotes])
    return held


def _auction_prices(
    stage: Stage, situation: Situation, facts: BeforeAuction, times: DayTimes, auction: Auction
) -> AuctionPrices:
    """Sort out what the feed shows of an auction; one within a pause has no prices."""
    halted = day_terms.believed_halts(stage.rows, facts.terms, times.settled[auction], stage.now)
    opening = auction is Auction.OPENING
    listed, doubtful = _changes(stage, facts, times.day, halted, opening=opening)
    instruments = {symbol: t.instrument for symbol, t in {**facts.terms, **listed}.items()}
    today = day_terms.todays(stage.rows, instruments, times.day)
    session = stage.desk.calendars(situation.rules.market.calendar).session(times.day)
    quotes = day_terms.auction_quotes(auction, session, today, times, stage.now)
    used = set() if facts.lost else facts.waiting & set(quotes)
    missing = set() if facts.lost else facts.waiting - used - facts.frozen - halted
    return AuctionPrices(
        quotes=[quotes[symbol] for symbol in sorted(used)],
        doubtful=doubtful,
        listed=tuple(listed[symbol] for symbol in sorted(listed)),
        missing=tuple(sorted(missing - set(doubtful))),
    )


async def _agreed(
    stage: Stage, situation: Situation, prices: AuctionPrices, day: date, auction: Auction
) -> AuctionPrices:
    """Leave out the prices that another source contradicts: they are missing."""
    used = {quote.symbol: stage.rows.quotes[quote.symbol] for quote in prices.quotes}
    doubts = await _doubted(stage, situation, used, day, auction)
    if not doubts:
        return prices
    return replace(
        prices,
        quotes=[quote for quote in prices.quotes if quote.symbol not in doubts],
        missing=tuple(sorted({*prices.missing, *doubts})),
    )


async def _doubted(
    stage: Stage, situation: Situation, used: Mapping[str, Quote], day: date, auction: Auction
) -> frozenset[str]:
    session = stage.desk.calendars(situation.rules.market.calendar).session(day)
    where = (stage.db, stage.desk, stage.contest_id)
    return await second_opinions.doubted(*where, session, auction, used, stage.now)


def _changes(
    stage: Stage, facts: BeforeAuction, day: date, halted: Collection[str], *, opening: bool
) -> tuple[dict[str, Terms], dict[str, tuple[Decimal, Decimal]]]:
    """Return what today's rows change of the day's terms, and the references in doubt.

    A reference that the feed contradicts is in doubt, at any time of the day: a corporate
    action may be missing, or the feed be wrong. Only what nobody held and what has not traded
    yet is put right in the morning: its terms came with an order, before today's rows.
    """
    instruments = {symbol: one.instrument for symbol, one in facts.terms.items()}
    today = day_terms.todays(stage.rows, instruments, day)
    doubtful = day_terms.doubtful(facts.terms, today, day, facts.paying)
    for symbol in (facts.explained | facts.frozen) & set(doubtful):
        del doubtful[symbol]
    listed = _strangers(stage, facts, day)
    if opening:
        known = {s: one for s, one in facts.terms.items() if s not in facts.explained}
        listed |= day_terms.limit_changes(known, today, day)
        for symbol in set(doubtful) - facts.valued - facts.quoted:
            del doubtful[symbol]
            listed[symbol] = terms_of(today[symbol], day, instruments[symbol], day)
    changed = day_terms.halt_changes({**facts.terms, **listed}, today, halted)
    return {**listed, **changed}, doubtful


async def _put_right(
    stage: Stage, facts: BeforeAuction, day: date, halted: Collection[str], *, opening: bool
) -> bool:
    """Take in what today's rows change outside of an auction; tell whether that was anything."""
    listed, doubtful = _changes(stage, facts, day, halted, opening=opening)
    terms = tuple(listed[symbol] for symbol in sorted(listed))
    if not (terms or doubtful):
        return False
    step = (stage.contest_id, day, doubtful, terms, stage.now)
    await stage.db.run(market_day.put_right, stage.desk, *step)
    return True


async def shut(stage: Stage, situation: Situation, due: Due) -> bool:
    """Close the day once everything's last price is there, or is given up."""
    if due.times is None:
        return False
    facts = await stage.db.read(day_facts.before_auction, stage.contest_id, due.times.closes)
    instruments = {symbol: one.instrument for symbol, one in facts.terms.items()}
    if due.rows:
        since = due.times.closes
        halted = day_terms.believed_halts(stage.rows, facts.terms, since, stage.now)
        closes, missing = _closes(stage, due.times, instruments, halted)
        if not missing or due.patience_over:
            used = {s: stage.rows.quotes[s] for s in set(closes) - missing - halted}
            doubts = await _doubted(stage, situation, used, due.day, Auction.CLOSING)
            closes = {s: close for s, close in closes.items() if s not in doubts}
            missing |= doubts
        if missing and not due.patience_over:
            return False
        await _put_right(stage, facts, due.day, halted, opening=False)
    else:
        closes = await _former_closes(stage, situation, due, instruments)
        missing = set(instruments) - set(closes)
    return await stage.db.run(
        market_day.close_day,
        stage.desk,
        stage.contest_id,
        due.day,
        closes,
        stage.now,
        missing=len(missing),
    )


async def settle(stage: Stage, day: date) -> bool:
    """Bring every account past the close, rank them, and seal the day's records."""
    db, contest_id = stage.db, stage.contest_id
    await _sweep(stage)
    rows = await db.read(standings.rank_day, contest_id, day)
    for start in range(0, len(rows), standings.AT_ONCE):
        await db.run(standings.store_ranks, rows[start : start + standings.AT_ONCE])
    while await db.run(chain.seal_day, contest_id, day, stage.now) is None:
        pass
    return True


async def live(stage: Stage, situation: Situation) -> None:
    """Let live prices meet resting orders, where they cross at least one."""
    rules, day = situation.rules, situation.day
    if rules.fill_model is not FillModel.LIVE or situation.closed or day is None:
        return
    facts = await stage.db.read(day_facts.before_auction, stage.contest_id, stage.now)
    times = day_times(rules.market, day, stage.desk.calendars(rules.market.calendar))
    morning = stage.now < times.trading_from + MORNING
    halted = day_terms.believed_halts(stage.rows, facts.terms, times.trading_from, stage.now)
    if await _put_right(stage, facts, day, halted, opening=morning):
        facts = await stage.db.read(day_facts.before_auction, stage.contest_id, stage.now)
    instruments = {symbol: one.instrument for symbol, one in facts.terms.items()}
    today = {
        symbol: quote
        for symbol, quote in day_terms.todays(stage.rows, instruments, day).items()
        if facts.resumed is None or quote.at > facts.resumed
    }
    quotes = _live_quotes(stage, day, today, needs_volume=rules.volume_share is not None)
    met = await stage.db.read(market_day.crossing, stage.contest_id, quotes)
    rows = {quote.symbol: today[quote.symbol] for quote in met}
    where = (stage.db, stage.desk, stage.contest_id, day)
    doubts = await second_opinions.doubted_live(*where, rows, stage.now)
    met = tuple(quote for quote in met if quote.symbol not in doubts)
    if met:
        used = await stage.db.run(market_day.see_quotes, stage.contest_id, day, met, stage.now)
        await _let_trade(stage, used)
        for symbol in used:
            stage.desk.watch.used(stage.contest_id, day, today[symbol])


async def _let_trade(stage: Stage, symbols: Collection[str]) -> None:
    """Let those who ordered `symbols` see their fills at once; others catch up by themselves.

    A filled order whose row still rests would also seem to cross the next quote.
    """
    if symbols:
        await _sweep(stage, tuple(symbols))


async def _sweep(stage: Stage, ordering: Collection[str] | None = None) -> None:
    args = (stage.contest_id, SWEEP_AT_ONCE, ordering)
    while await stage.db.run(catching_up.sweep, *args) == SWEEP_AT_ONCE:
        pass


def _live_quotes(
    stage: Stage, day: date, today: Mapping[str, Quote], *, needs_volume: bool
) -> dict[str, MarketQuote]:
    quotes = {}
    for symbol, quote in today.items():
        volume = stage.desk.watch.traded(stage.contest_id, day, quote)
        if volume is not None or not needs_volume:
            quotes[symbol] = day_terms.market_quote(quote, quote.last, volume)
    return quotes


def _matched(times: DayTimes, now: datetime) -> bool:
    since = times.settled.get(Auction.OPENING, times.trading_from)
    return now >= since + day_terms.HALT_BELIEVED


def _instrument(stage: Stage, symbol: str, former: Instrument | None) -> Instrument | None:
    """Return a symbol's instrument, by the name of today's row; without one, as it was."""
    row = stage.rows.quotes.get(symbol)
    if row is None and former is not None:
        return former
    found = instrument_of(stage.desk.directory.listing(symbol), row.name if row else "")
    if found is not None and former is not None and found.lot == 1 < former.lot:
        return replace(found, lot=former.lot)
    return found or former


def _strangers(stage: Stage, facts: BeforeAuction, day: date) -> dict[str, Terms]:
    """Return the terms of what is ordered and was unknown when the day opened."""
    found = {}
    for symbol in facts.waiting - set(facts.terms):
        instrument, row = _instrument(stage, symbol, None), stage.rows.quotes.get(symbol)
        if instrument and row and day_terms.local_day(instrument, row.at) == day:
            found[symbol] = terms_of(row, day, instrument, day)
    return found


def _closes(
    stage: Stage, times: DayTimes, instruments: Mapping[str, Instrument], halted: Collection[str]
) -> tuple[dict[str, Close], set[str]]:
    today = day_terms.todays(stage.rows, instruments, times.day)
    missing = day_terms.missing_closes(instruments, today, halted, times, stage.now)
    closes = {symbol: Close(row.last, row.source, row.at) for symbol, row in today.items()}
    return closes, missing


async def _former_closes(
    stage: Stage, situation: Situation, due: Due, instruments: Mapping[str, Instrument]
) -> dict[str, Close]:
    """Return what the next trading day's rows still tell of the closes of this one."""
    market = situation.rules.market
    calendar = stage.desk.calendars(market.calendar)
    following = calendar.next_trading_day(due.day)
    if current_day(market, calendar, stage.now) != following:
        return {}
    actions = await stage.db.read(day_facts.actions_between, tuple(instruments), due.day, following)
    acting = {action.symbol for action in merged(actions)}
    rows = stage.rows.quotes
    prices: Mapping[str, Decimal] = day_terms.former_closes(
        rows.values(), acting, following, instruments
    )
    at = day_times(market, due.day, calendar).closes
    return {symbol: Close(price, rows[symbol].source, at) for symbol, price in prices.items()}
