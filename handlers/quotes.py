"""`/quote` and `/watch`: prices with their time and source, with or without a contest."""

from dataclasses import dataclass

from bot.buttons import Button, Rows
from bot.contest.events import Side
from bot.contest.input.draft import Draft, write_draft
from bot.contest.services.watching import MOST_WATCHED, unwatch, watch, watched_by
from bot.contest.showing.wording import named
from bot.contest.telling.quotes import quote_lines, watch_buttons, watch_lines
from bot.i18n import Say
from bot.market.listing import Listing
from bot.market.symbols import SIMULATED_PREFIX, is_symbol
from bot.points.errors import NotYoursError
from bot.telegram.turn import Turn
from handlers.common import private_link, show
from handlers.instruments import Facts, facts_of, the_one

LONGEST = 80


async def quote(turn: Turn, arguments: str) -> None:
    """Show one price."""
    typed = arguments.strip()[:LONGEST]
    if not typed:
        await turn.notice()
        await turn.reply(Say("quote-usage"))
        return
    listing = await the_one(turn, typed, lambda found: f"quote:{found.symbol}")
    if listing is not None:
        await _show_quote(turn, listing.symbol)


async def press_quote(turn: Turn, rest: str) -> None:
    """Show the price of what was chosen, or show it again."""
    if not _is_symbol(rest):
        await turn.answer(Say("button-gone"))
        return
    await _show_quote(turn, rest)


def _is_symbol(text: str) -> bool:
    return is_symbol(text.removeprefix(SIMULATED_PREFIX))


async def _show_quote(turn: Turn, symbol: str) -> None:
    await turn.notice()
    facts = await facts_of(turn.house, symbol, turn.clock.now())
    if facts.quote is None:
        message = "quote-halted" if facts.halted else "quote-none"
        await show(turn, Say(message, what=facts.what))
        return
    await show(turn, *quote_lines(facts.quote), buttons=await _quote_buttons(turn, facts))


async def _quote_buttons(turn: Turn, facts: Facts) -> Rows:
    symbol = facts.listing.symbol
    again = Button(Say("button-quote-refresh"), f"quote:{symbol}")
    if not turn.private:
        return ((again,),)
    watched = symbol in await turn.ask(watched_by, turn.me.id)
    wish, label = ("drop", "unwatch") if watched else ("add", "watch")
    keep = Button(Say(f"button-quote-{label}"), f"watch:{turn.me.id}-{wish}-{symbol}")
    if facts.terms is None:
        return ((again, keep),)
    sides = tuple(
        Button(
            Say(f"button-contest-{side.value}"),
            f"order:w-{write_draft(Draft(side, symbol=symbol), turn.me.id)}",
        )
        for side in Side
    )
    return (again, keep), sides


async def watch_(turn: Turn, arguments: str) -> None:
    """Show what somebody watches; add what is named; a button takes it away."""
    typed = arguments.strip()[:LONGEST]
    if not typed:
        if turn.private:
            await _show_watched(turn)
            return
        await turn.notice()
        link = private_link(turn, "watch", Say("button-private"))
        await turn.reply(Say("portfolio-in-private"), buttons=link)
        return
    listing = await the_one(turn, typed, lambda found: f"watch:{turn.me.id}-add-{found.symbol}")
    if listing is not None:
        await _add(turn, listing)


async def _add(turn: Turn, listing: Listing) -> None:
    new = await turn.act(watch, turn.me.id, listing.symbol, turn.clock.now())
    what = named(listing.name, listing.symbol)
    line = Say("watch-added" if new else "watch-already", what=what)
    if turn.update.callback_query is None:
        await turn.reply(line)
    else:
        await turn.answer(line)


@dataclass(frozen=True, slots=True)
class _Wish:
    owner: int
    kind: str
    symbol: str


def _read(rest: str) -> _Wish | None:
    owner, _, more = rest.partition("-")
    wish, _, symbol = more.partition("-")
    if not (owner.isascii() and owner.isdigit()) or wish not in {"add", "drop", "off"}:
        return None
    return _Wish(int(owner), wish, symbol) if _is_symbol(symbol) else None


async def press_watch(turn: Turn, rest: str) -> None:
    """Watch, or watch no more."""
    wish = _read(rest)
    if wish is None:
        await turn.answer(Say("button-gone"))
        return
    if wish.owner != turn.me.id:
        raise NotYoursError
    listing = turn.house.directory.listing(wish.symbol)
    if wish.kind == "add":
        await _add(turn, listing)
        return
    await turn.act(unwatch, turn.me.id, wish.symbol)
    if wish.kind == "off" and turn.private:
        await _show_watched(turn)
    else:
        await turn.answer(Say("watch-removed", what=named(listing.name, listing.symbol)))


async def _show_watched(turn: Turn) -> None:
    symbols = await turn.ask(watched_by, turn.me.id)
    listings = [turn.house.directory.listing(symbol) for symbol in symbols]
    snapshot = await turn.house.quotes.quotes(symbols, turn.clock.now())
    lines = watch_lines(listings, snapshot.quotes, MOST_WATCHED)
    await show(turn, *lines, buttons=watch_buttons(listings, turn.me.id))
