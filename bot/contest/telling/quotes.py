"""What `/quote` and `/watch` say: a price with its time and source, never an opinion."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from bot.buttons import Button, Rows
from bot.contest.showing.wording import change, listed, named, price
from bot.contest.telling.orders import source_of
from bot.i18n import Say
from bot.market.listing import Listing
from bot.market.quote import Quote

ROW = 2


def quote_lines(quote: Quote) -> tuple[Say, ...]:
    """Say one price with its day, the limits of that day, its time and source."""
    return (
        head(quote),
        _range(quote),
        *_limits(quote.limit_up, quote.limit_down),
        source_line(quote),
        Say("quote-disclaimer"),
    )


def head(quote: Quote) -> Say:
    """Say the last price and its change."""
    name = "quote-head-simulated" if quote.simulated else "quote-head"
    moved = change(quote.change / quote.previous_close)
    return Say(name, what=named(quote.name, quote.symbol), last=price(quote.last), change=moved)


def _range(quote: Quote) -> Say:
    previous = price(quote.previous_close)
    if quote.open is None or quote.high is None or quote.low is None:
        return Say("quote-previous", previous=previous)
    return Say(
        "quote-range",
        open=price(quote.open),
        high=price(quote.high),
        low=price(quote.low),
        previous=previous,
    )


def _limits(upper: Decimal | None, lower: Decimal | None) -> tuple[Say, ...]:
    if upper is None or lower is None:
        return ()
    return (Say("quote-limits", upper=price(upper), lower=price(lower)),)


def source_line(quote: Quote) -> Say:
    """Say when a price was, where it comes from and how late it is."""
    source = source_of(quote.source)
    if quote.delay_minutes:
        minutes = quote.delay_minutes
        return Say("quote-source-delayed", at=quote.at, source=source, minutes=minutes)
    return Say("quote-source", at=quote.at, source=source)


def watch_lines(
    listings: Sequence[Listing], quotes: Mapping[str, Quote], most: int
) -> tuple[Say, ...]:
    """Say what somebody watches, with the last prices where there are any."""
    if not listings:
        return (Say("watch-empty"),)
    first = Say("watch-head", count=len(listings), most=most)
    rows = [_watched(listing, quotes.get(listing.symbol)) for listing in listings]
    times = sorted(quote.at for quote in quotes.values())
    source = listed([source_of(code) for code in sorted({q.source for q in quotes.values()})])
    when = (Say("watch-time", at=times[0], source=source),) if times else ()
    return first, *rows, *when, Say("watch-how")


def _watched(listing: Listing, quote: Quote | None) -> Say:
    what = named(listing.name, listing.symbol)
    if quote is None:
        return Say("watch-row-bare", what=what)
    moved = change(quote.change / quote.previous_close)
    return Say("watch-row", what=what, last=price(quote.last), change=moved)


def watch_buttons(listings: Sequence[Listing], owner: int) -> Rows:
    """Return a button that removes each, two in a row."""
    buttons = [
        Button(
            Say("button-watch-remove", what=Say("just", text=listing.name)),
            f"watch:{owner}-off-{listing.symbol}",
        )
        for listing in listings
    ]
    return tuple(tuple(buttons[at : at + ROW]) for at in range(0, len(buttons), ROW))
