"""From a quote and a listing to the terms on which an instrument trades on a day."""

from datetime import date
from decimal import Decimal

from bot.calendar.exchange import load_calendar
from bot.contest.events import Terms
from bot.contest.instrument import Board, Instrument, Standing
from bot.contest.rulebook.boards import board_of
from bot.contest.rulebook.price_limits import free_days, limits
from bot.market.listing import Listing, Mark, lasting_name, name_marks
from bot.market.quote import Quote

_STANDINGS = (
    (Mark.DELISTING, Standing.DELISTING),
    (Mark.UNREFORMED, Standing.UNREFORMED),
    (Mark.SPECIAL_TREATMENT, Standing.SPECIAL_TREATMENT),
    (Mark.DELISTING_RISK, Standing.SPECIAL_TREATMENT),
)


def instrument_of(listing: Listing, name: str = "") -> Instrument | None:
    """Return the instrument of a listing, by the `name` that a feed gives it today if any.

    None for what is no share that can be traded, such as an index.
    """
    board = board_of(listing.symbol)
    if board is None or not listing.tradable:
        return None
    today = name or listing.name
    return Instrument(
        symbol=listing.symbol,
        name=lasting_name(today),
        board=board,
        standing=standing_of(today),
        lot=listing.lot,
        listed_on=listing.listed_on,
    )


def standing_of(name: str) -> Standing:
    """Return what a mainland name says of the listing."""
    marks = name_marks(name)
    return next((standing for mark, standing in _STANDINGS if mark in marks), Standing.NORMAL)


def terms_of(quote: Quote, quote_day: date, instrument: Instrument, day: date) -> Terms:
    """Return the terms of trading day `day`, from a quote of that day or of the one before.

    Of the same day: its previous close and the limits that the feed names, computed where it
    names none. Of an earlier day: its last price is the reference, and the limits follow.
    """
    free = _is_free(quote.name) or _is_new(instrument, day)
    if quote_day == day and quote.limit_up is not None and quote.limit_down is not None:
        return Terms(instrument, quote.previous_close, quote.limit_up, quote.limit_down)
    return terms_at(quote.previous_close if quote_day == day else quote.last, instrument, day, free)


def terms_at(reference: Decimal, instrument: Instrument, day: date, free: bool = False) -> Terms:
    """Return the terms of trading day `day` after a reference price; `free`: without limits."""
    board, standing = instrument.board, instrument.standing
    lower, upper = limits(board, standing, reference, day, free) or (None, None)
    return Terms(instrument, reference, upper, lower)


def _is_new(instrument: Instrument, day: date) -> bool:
    """Tell whether a share whose listing day is known is in its first days without limits."""
    listed_on, calendar = instrument.listed_on, load_calendar(instrument.board.market.calendar)
    if listed_on is None or not (calendar.is_covered(listed_on) and calendar.is_covered(day)):
        return False
    return 0 < calendar.count_trading_days(listed_on, day) <= free_days(instrument.board)


def _is_free(name: str) -> bool:
    """Tell whether the exchange marks the name as one in its first days after listing."""
    return bool(name_marks(name) & {Mark.FIRST_DAY, Mark.FIRST_DAYS})


def hand_of(instrument: Instrument) -> int:
    """Return how many shares people mean by one 手: 100 on the mainland, STAR included."""
    if instrument.board is Board.HONG_KONG:
        return instrument.lot
    return 1 if instrument.board is Board.UNITED_STATES else 100
