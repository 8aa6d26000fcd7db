"""From a feed's rows to a contest's day: terms, auction prices, closes, and what is in doubt."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from types import MappingProxyType

from bot.calendar.exchange import Session
from bot.contest.days.day_times import AFTER_MATCH, DayTimes
from bot.contest.days.facts import terms_of
from bot.contest.engine.corporate_actions import expected_reference, jumped
from bot.contest.events import Auction, CorporateAction, MarketQuote, Terms
from bot.contest.instrument import Board, Instrument, Market
from bot.contest.rulebook.phases import ZONES
from bot.contest.rulebook.price_limits import limits
from bot.contest.rulebook.ticks import tick_of
from bot.market.quote import Quote
from bot.market.raw_rows import RawRows
from bot.market.reference import usable_auction

HALT_BELIEVED = timedelta(minutes=5)
MAINLAND = frozenset(board for board in Board if board.market is Market.MAINLAND)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a day's terms are made of besides the feed's rows.

    `closes`: our own last closes. `actions`: those that are due. `instruments`: what is known
    of each symbol that is held or ordered; a symbol that is none is left out.
    """

    day: date
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    closes: Mapping[str, Decimal] = field(default_factory=dict)
    actions: tuple[CorporateAction, ...] = ()


def local_day(instrument: Instrument, at: datetime) -> date:
    """Return the exchange's own date of an instant."""
    return at.astimezone(ZONES[instrument.board.market]).date()


def todays(rows: RawRows, instruments: Mapping[str, Instrument], day: date) -> dict[str, Quote]:
    """Return the rows that are of `day`, by the exchange's own date."""
    return {
        symbol: quote
        for symbol, quote in rows.quotes.items()
        if symbol in instruments and local_day(instruments[symbol], quote.at) == day
    }


def unknown_yet(opening: Opening, rows: RawRows) -> set[str]:
    """Return the symbols of which the feed has shown no row of the day."""
    return set(opening.instruments) - set(todays(rows, opening.instruments, opening.day))


def make_terms(opening: Opening, rows: RawRows, *, matched: bool) -> dict[str, Terms]:
    """Return the terms of a day for each symbol of which enough is known.

    The reference is the feed's where its row is of the day, else what our own close and the
    actions due lead to expect, else the last price of an older row. Before the opening match
    feeds show zeros for everything: only once it is over (`matched`) is a halt believed.
    """
    today = todays(rows, opening.instruments, opening.day)
    made = {}
    for symbol, instrument in opening.instruments.items():
        terms = _terms(opening, instrument, today.get(symbol), rows.quotes.get(symbol))
        if terms is not None:
            stopped = matched and symbol in rows.halted
            made[symbol] = replace(terms, halted=True) if stopped else terms
    return made


def _terms(
    opening: Opening, instrument: Instrument, today: Quote | None, older: Quote | None
) -> Terms | None:
    day, close = opening.day, opening.closes.get(instrument.symbol)
    if today is not None:
        return terms_of(today, day, instrument, day)
    if close is not None:
        due = tuple(a for a in opening.actions if a.symbol == instrument.symbol)
        tick = tick_of(instrument.board, close, day)
        return terms_at(expected_reference(close, due, tick), instrument, day)
    if older is not None:
        return terms_of(older, local_day(instrument, older.at), instrument, day)
    return None


def terms_at(reference: Decimal, instrument: Instrument, day: date) -> Terms:
    """Return the terms of a day from its reference alone, with the limits computed."""
    band = limits(instrument.board, instrument.standing, reference, day)
    lower, upper = band or (None, None)
    return Terms(instrument, reference, upper, lower)


def doubtful(
    terms: Mapping[str, Terms],
    today: Mapping[str, Quote],
    day: date,
    paying: Mapping[str, Decimal] = MappingProxyType({}),
) -> dict[str, tuple[Decimal, Decimal]]:
    """Return the symbols whose reference the feed contradicts: (expected, received).

    For days that opened before the feed showed its rows; more than a tick counts. `paying`:
    cash that goes ex today; outside the mainland feeds often leave the close whole then.
    """
    found = {}
    for symbol, quote in today.items():
        known = terms.get(symbol)
        if known is None:
            continue
        expected, received = known.reference, quote.previous_close
        tick = tick_of(known.instrument.board, max(expected, received), day)
        whole = expected + paying.get(symbol, Decimal(0))
        explained = {expected} if known.instrument.board in MAINLAND else {expected, whole}
        if all(jumped(price, received, tick) for price in explained):
            found[symbol] = (expected, received)
    return found


def final(quote: Quote, auction: Auction, times: DayTimes, now: datetime) -> bool:
    """Tell whether a row carries an auction's price, and no newer one can still come.

    Hong Kong matches at random within two minutes, so that a row written meanwhile may be from
    before the match. It is believed once a row from after it would show, delay included.
    """
    settled = times.settled[auction]
    if quote.at >= settled - AFTER_MATCH:
        return True
    return quote.at >= times.matches[auction] and now >= settled + minutes(quote.delay_minutes)


def minutes(count: int) -> timedelta:
    """Return so many minutes."""
    return timedelta(minutes=count)


def auction_quotes(
    auction: Auction,
    session: Session,
    today: Mapping[str, Quote],
    times: DayTimes,
    now: datetime,
) -> dict[str, MarketQuote]:
    """Return the prices of an auction from rows of its day, where they may be used."""
    found = {}
    for symbol, quote in today.items():
        price = usable_auction(quote, session, auction.value, now)
        if isinstance(price, Decimal) and final(quote, auction, times, now):
            found[symbol] = market_quote(quote, price)
    return found


def market_quote(quote: Quote, price: Decimal, volume: int | None = None) -> MarketQuote:
    """Return a feed's row as a price that may fill orders."""
    return MarketQuote(
        symbol=quote.symbol,
        price=price,
        at=quote.at,
        source=quote.source,
        upper=quote.limit_up,
        lower=quote.limit_down,
        volume=volume,
        delay_minutes=quote.delay_minutes,
    )


def missing_closes(
    wanted: Collection[str],
    today: Mapping[str, Quote],
    halted: Collection[str],
    times: DayTimes,
    now: datetime,
) -> set[str]:
    """Return the symbols whose close may still come: neither final nor halted."""
    ended = {s for s, quote in today.items() if final(quote, Auction.CLOSING, times, now)}
    return set(wanted) - ended - set(halted)


def believed_halts(
    rows: RawRows, terms: Mapping[str, Terms], since: datetime, now: datetime
) -> frozenset[str]:
    """Return what is halted: known to be, or without a price for `HALT_BELIEVED` since then.

    One row of zeros, or one that is late, must not stop a share for a day.
    """
    if now >= since + HALT_BELIEVED:
        return rows.halted
    return frozenset(s for s in rows.halted if s in terms and terms[s].halted)


def halt_changes(
    terms: Mapping[str, Terms], today: Mapping[str, Quote], halted: Collection[str]
) -> dict[str, Terms]:
    """Return the new terms of what is halted by now, and of what trades again."""
    stopped = {
        symbol: replace(known, halted=True)
        for symbol, known in terms.items()
        if symbol in halted and not known.halted
    }
    back = {
        symbol: replace(known, halted=False)
        for symbol, known in terms.items()
        if known.halted and symbol in today and symbol not in halted
    }
    return stopped | back


def limit_changes(
    terms: Mapping[str, Terms], today: Mapping[str, Quote], day: date
) -> dict[str, Terms]:
    """Return terms with the limits of today's rows, for those made before there were any.

    Only where the reference stands: what else has changed is in doubt.
    """
    found = {}
    for symbol, known in terms.items():
        row = today.get(symbol)
        if row is None or row.previous_close != known.reference:
            continue
        fresh = terms_of(row, day, known.instrument, day)
        if (fresh.upper, fresh.lower) != (known.upper, known.lower):
            found[symbol] = replace(fresh, halted=known.halted)
    return found


def former_closes(
    rows: Iterable[Quote], acting: Collection[str], next_day: date, of: Mapping[str, Instrument]
) -> dict[str, Decimal]:
    """Return the closes of a day that feeds no longer show, from the rows of the next one.

    The next day's previous close is the day's close, but not on an ex date: what has an
    action that day (`acting`) is left out, and so is any row of a later day.
    """
    return {
        quote.symbol: quote.previous_close
        for quote in rows
        if quote.symbol in of
        and quote.symbol not in acting
        and local_day(of[quote.symbol], quote.at) == next_day
    }
