"""Which instrument somebody means, and what the feed says of it now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from bot.buttons import Button, Rows
from bot.calendar.exchange import ExchangeCalendar
from bot.contest.days.facts import instrument_of, terms_at, terms_of
from bot.contest.events import Terms
from bot.contest.rulebook.boards import board_of
from bot.contest.services.listings import learn
from bot.contest.showing.wording import code_of, named
from bot.i18n import Say
from bot.market.auctions import opening_auction
from bot.market.directory import Hint, One, Several
from bot.market.listing import Listing, lasting_name
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import Quote, vet
from bot.market.raw_rows import raw_rows
from bot.market.reference import reference_of
from bot.telegram.house import House
from bot.telegram.turn import Turn

ButtonData = Callable[[Listing], str]
LONGEST_QUOTED = 40
LONGEST_NAME = 64


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an instrument now.

    `terms`: those of the trading day for which an order placed now would count, None where
    the feed gives nothing usable (`unknown`: it knows no such share; `halted`: no trading).
    """

    listing: Listing
    quote: Quote | None = None
    terms: Terms | None = None
    halted: bool = False
    unknown: bool = False

    @property
    def what(self) -> Say:
        """Return its name and code."""
        name = self.quote.name if self.quote is not None else self.listing.name
        return named(lasting_name(name), self.listing.symbol)


async def facts_of(house: House, symbol: str, now: datetime) -> Facts:
    """Ask the desk for an instrument; what its feed says of the name is kept."""
    listing = house.directory.listing(symbol)
    snapshot = await house.quotes.quotes((symbol,), now)
    quote = snapshot.quotes.get(symbol)
    if quote is None:
        house.quote_board.doubt(symbol)
        before = await _before_the_auction(house, listing, now)
        return before or _without_quote(listing, snapshot.problems)
    house.quote_board.put((quote,), now)
    listing = await _learned(house, listing, quote, now)
    return _facts(house, listing, quote, now)


async def facts_at_hand(house: House, symbol: str, now: datetime) -> Facts:
    """Return what a feed told of an instrument just now if it may still be used, else ask.

    A card that was just shown left its quote behind: pressing its button waits for no feed.
    """
    quote = house.quote_board.just_told(symbol, now)
    if quote is None or not vet({symbol: quote}, now, house.calendars)[0]:
        return await facts_of(house, symbol, now)
    return _facts(house, house.directory.listing(symbol), quote, now)


def _facts(house: House, listing: Listing, quote: Quote, now: datetime) -> Facts:
    instrument = instrument_of(listing, quote.name)
    if instrument is None:
        return Facts(listing, quote)
    calendar = house.calendars(listing.calendar)
    day = order_day(calendar, now)
    return Facts(listing, quote, terms_of(quote, calendar.local_day(quote.at), instrument, day))


async def _before_the_auction(house: House, listing: Listing, now: datetime) -> Facts | None:
    """Return the terms of a day whose opening auction has not matched yet.

    Until then a feed's row of today has no price, or one that only indicates; its previous
    close is the day's reference all the same, and orders are taken.
    """
    calendar = house.calendars(listing.calendar)
    day, instrument = order_day(calendar, now), instrument_of(listing)
    if calendar.local_day(now) != day or instrument is None:
        return None
    if now >= opening_auction(calendar.session(day), calendar.code):
        return None
    rows = await raw_rows(house.quotes, (listing.symbol,), now, lambda _quote: True)
    row = rows.quotes.get(listing.symbol)
    reference = (
        rows.references.get(listing.symbol)
        if row is None
        else reference_of(row, day, house.calendars)
    )
    if not isinstance(reference, Decimal):
        return None
    named_today = instrument_of(listing, row.name) if row else None
    return Facts(listing, terms=terms_at(reference, named_today or instrument, day))


def _without_quote(listing: Listing, problems: Sequence[FeedProblem]) -> Facts:
    """Return why there are no terms, by what the feeds said."""
    kinds = {problem.kind for problem in problems if problem.symbol in {listing.symbol, None}}
    silent = {ProblemKind.UNKNOWN_SYMBOL, ProblemKind.MISSING}
    return Facts(
        listing,
        halted=ProblemKind.HALTED in kinds,
        unknown=ProblemKind.UNKNOWN_SYMBOL in kinds and kinds <= silent,
    )


async def _learned(house: House, listing: Listing, quote: Quote, now: datetime) -> Listing:
    """Take in a name that the directory lacks or has otherwise."""
    name = lasting_name(quote.name)[:LONGEST_NAME]
    lot = quote.lot or listing.lot
    if quote.simulated or (listing.known and (listing.name, listing.lot) == (name, lot)):
        return listing
    fresh = Listing(listing.symbol, name, lot=lot, listed_on=listing.listed_on)
    house.directory = house.directory.with_listings([fresh])
    found = house.directory.listing(listing.symbol)
    await house.db.run(learn, [found], quote.source, now)
    return found


def order_day(calendar: ExchangeCalendar, now: datetime) -> date:
    """Return the trading day for which an order placed at `now` counts."""
    today = calendar.local_day(now)
    if calendar.is_trading_day(today) and now < calendar.session(today).closes:
        return today
    return calendar.next_trading_day(today)


async def the_one(
    turn: Turn, typed: str, data: ButtonData, calendar: str | None = None
) -> Listing | None:
    """Return the listing that was typed; else ask or suggest with buttons, and return nothing.

    `data`: what the button of a listing does. `calendar`: the market that is meant, if known.
    """
    found = turn.house.directory.find(typed, calendar)
    if isinstance(found, One):
        return found.listing
    await turn.notice()
    received = typed[:LONGEST_QUOTED]
    if isinstance(found, Several):
        rows = choices(found.listings, data)
        await turn.reply(Say("several-listings", received=received), buttons=rows)
        return None
    message = "nothing-listed-near" if found.suggestions else "nothing-listed"
    if found.hint is Hint.RETIRED_BEIJING:
        message = "nothing-listed-retired"
    await turn.reply(Say(message, received=received), buttons=choices(found.suggestions, data))
    return None


def choices(listings: tuple[Listing, ...], data: ButtonData) -> Rows:
    """Return a button for each listing; an index says that it is one."""
    return tuple((Button(_choice(listing), data(listing)),) for listing in listings)


def _choice(listing: Listing) -> Say:
    board = board_of(listing.symbol)
    code = code_of(listing.symbol)
    if board is None or not listing.tradable:
        return Say("several-listing-index", name=listing.name, code=code)
    where = Say(f"listing-board-{board.value}")
    return Say("several-listing", name=listing.name, code=code, board=where)
