"""An order on its way: which contest, which instrument, how much, and the card to confirm."""

from dataclasses import replace

from bot.buttons import Button, Rows
from bot.contest.events import Side, Terms
from bot.contest.input.draft import Draft, write_draft
from bot.contest.input.typed_order import Amount
from bot.contest.outcomes import Refusal, RefusalCode
from bot.contest.services.amounts import sellable_of, shares_for
from bot.contest.services.overview import Overview
from bot.contest.services.portfolio import portfolio
from bot.contest.services.trading import Preview, Wish, preview
from bot.contest.services.watching import watched_by
from bot.contest.showing.wording import change, money, named, price
from bot.contest.telling.orders import (
    amount_buttons,
    confirm_buttons,
    preview_in_group,
    preview_lines,
    source_of,
)
from bot.contest.telling.refusals import PRIVATE_CODES, cannot_trade, refusal_line
from bot.i18n import Say
from bot.members.prompts import await_answer
from bot.telegram.turn import Turn
from handlers.common import private_link, show
from handlers.contest_choice import meant_contest
from handlers.instruments import Facts, facts_of

MOST_PICKS = 12
PICKS_A_ROW = 2
NO_AMOUNT_HELPS = frozenset(
    {
        RefusalCode.PAUSED,
        RefusalCode.HALTED,
        RefusalCode.FROZEN,
        RefusalCode.SESSION_CLOSED,
        RefusalCode.OUTSIDE_UNIVERSE,
        RefusalCode.PRICE_FLOOR,
        RefusalCode.UNKNOWN_INSTRUMENT,
    }
)
"""What another quantity would not mend."""


async def advance(turn: Turn, draft: Draft, amount: Amount | None = None, *notes: Say) -> None:
    """Ask for the first thing that an order lacks; else show what it would be."""
    found = await contest_for(turn, draft)
    if found is None:
        return
    draft = replace(draft, contest=found.contest.id)
    if not turn.private and not (draft.symbol and (draft.quantity or amount)):
        await hint_in_group(turn, draft)  # what would be asked tells of money and holdings
        return
    if not draft.symbol:
        await ask_instrument(turn, draft)
        return
    facts = await facts_of(turn.house, draft.symbol, turn.clock.now())
    if facts.terms is None:
        await tell_unusable(turn, draft, facts)
        return
    if amount is not None:
        draft = await _sized(turn, draft, amount, facts.terms)
    if draft.quantity:
        await show_card(turn, draft, found, facts, *notes)
    elif not turn.private:
        await hint_in_group(turn, draft)
    else:
        few = (Say("order-amount-none"),) if amount is not None else ()
        await ask_amount(turn, draft, found, facts, *notes, *few)


async def hint_in_group(turn: Turn, draft: Draft) -> None:
    """Say in a group what is missing, and lead into private."""
    link = private_link(turn, draft.side.value, Say("button-order-private"))
    await show(turn, Say(f"order-group-hint-{draft.side.value}"), buttons=link)


async def _sized(turn: Turn, draft: Draft, amount: Amount, terms: Terms) -> Draft:
    now = turn.clock.now()
    shares = await turn.ask(shares_for, turn.me.id, draft, amount, terms, now)
    return replace(draft, quantity=shares)


async def contest_for(turn: Turn, draft: Draft) -> Overview | None:
    """Return the contest of an order; ask or tell the way to one where that is open."""

    def data(contest_id: int) -> str:
        return f"order:w-{write_draft(replace(draft, contest=contest_id), turn.me.id)}"

    return await meant_contest(turn, draft.contest, data, draft.symbol or None, trading=True)


async def ask_instrument(turn: Turn, draft: Draft) -> None:
    """Ask which share, with a button for each that lies close at hand."""
    picks = await _picks(turn, draft)
    await await_order(turn, replace(draft, symbol="", quantity=0))
    buttons = [
        Button(label, f"order:w-{write_draft(replace(draft, symbol=symbol), turn.me.id)}")
        for symbol, label in picks.items()
    ]
    rows = tuple(
        tuple(buttons[at : at + PICKS_A_ROW]) for at in range(0, len(buttons), PICKS_A_ROW)
    )
    drop = Button(Say("button-order-drop"), f"order:n-{write_draft(draft, turn.me.id)}")
    how = Say("order-pick-how" if picks else "order-pick-type")
    none = (Say("order-pick-nothing-held"),) if draft.side is Side.SELL and not picks else ()
    await show(turn, Say(f"order-pick-{draft.side.value}"), *none, how, buttons=(*rows, (drop,)))


async def _picks(turn: Turn, draft: Draft) -> dict[str, Say]:
    """Return what is held, and for a purchase what is watched as well."""
    now = turn.clock.now()
    found = await turn.ask(portfolio, draft.contest, turn.me.id, now)
    held = {row.symbol: named(row.name, row.symbol) for row in found.rows}
    if draft.side is Side.BUY:
        calendar = found.overview.rules.market.calendar
        for symbol in await turn.ask(watched_by, turn.me.id):
            listing = turn.house.directory.listing(symbol)
            if listing.calendar == calendar and listing.tradable:
                held.setdefault(symbol, named(listing.name, symbol))
    return dict(list(held.items())[:MOST_PICKS])


async def ask_amount(turn: Turn, draft: Draft, found: Overview, facts: Facts, *notes: Say) -> None:
    """Ask how much, with a button for each usual part of what there is."""
    await await_order(turn, draft)
    seen = await turn.ask(portfolio, found.contest.id, turn.me.id, turn.clock.now())
    side = draft.side
    if side is Side.BUY:
        there = Say("order-amount-cash", cash=money(seen.available))
    else:
        there = Say("order-amount-sellable", quantity=sellable_of(seen, draft.symbol))
    limit = () if draft.limit is None else (Say("order-amount-limit", limit=price(draft.limit)),)
    await show(
        turn,
        *notes,
        Say(f"order-amount-{side.value}", what=facts.what),
        *_price_line(facts),
        *limit,
        there,
        Say(f"order-amount-how-{side.value}"),
        buttons=amount_buttons(draft, turn.me.id),
    )


def _price_line(facts: Facts) -> tuple[Say, ...]:
    quote = facts.quote
    if quote is None:
        return ()
    moved = change(quote.change / quote.previous_close)
    source = source_of(quote.source)
    last = price(quote.last)
    return (Say("order-amount-price", price=last, change=moved, at=quote.at, source=source),)


async def await_order(turn: Turn, draft: Draft) -> None:
    """Take the next plain private message for what this order lacks."""
    if turn.private:
        about = {"draft": write_draft(draft, turn.me.id)}
        await turn.act(await_answer, turn.me.id, "order", about, turn.clock.now())


async def show_card(turn: Turn, draft: Draft, found: Overview, facts: Facts, *notes: Say) -> None:
    """Show what an order would be, with the button that places it; or why it cannot be."""
    wish = wish_of(turn, draft)
    last = facts.quote.last if facts.quote is not None else None
    seen = await turn.ask(preview, wish, facts.terms, turn.clock.now(), last)
    if turn.private:
        if seen.refusal is not None:
            await tell_refusal(turn, draft, seen.refusal)
            return
        lines = (*notes, *preview_lines(seen, found, facts.what))
        await show(turn, *lines, buttons=confirm_buttons(draft, turn.me.id, private=True))
        return
    await _card_in_group(turn, draft, seen, facts)


async def _card_in_group(turn: Turn, draft: Draft, seen: Preview, facts: Facts) -> None:
    link = private_order(turn, draft)
    if seen.refusal is not None:
        await show(turn, told_in_group(draft, seen.refusal), buttons=link)
        return
    buttons = (*confirm_buttons(draft, turn.me.id, private=False), *link)
    await show(turn, *preview_in_group(seen, facts.what), buttons=buttons)


def told_in_group(draft: Draft, refusal: Refusal) -> Say:
    """Say why an order cannot be; what would tell of money or holdings stays private."""
    if refusal.code in PRIVATE_CODES and not _is_lot_to_buy(draft, refusal):
        return Say("order-group-refused")
    return cannot_trade(draft.side, draft.quantity, refusal)


def _is_lot_to_buy(draft: Draft, refusal: Refusal) -> bool:
    return refusal.code is RefusalCode.LOT and draft.side is Side.BUY


async def tell_refusal(turn: Turn, draft: Draft, refusal: Refusal) -> None:
    """Say why an order cannot be, and offer to change it."""
    data = write_draft(draft, turn.me.id)
    change_it = Button(Say("button-order-amount"), f"order:e-{data}")
    drop = Button(Say("button-order-drop"), f"order:n-{data}")
    line = cannot_trade(draft.side, draft.quantity, refusal)
    helps = refusal.code not in NO_AMOUNT_HELPS and refusal.fields.get("sellable", 1)
    await show(turn, line, buttons=((change_it, drop),) if helps else ())


async def tell_unusable(turn: Turn, draft: Draft, facts: Facts) -> None:
    """Say why an instrument cannot be traded now at all."""
    symbol = draft.symbol
    if not facts.listing.tradable:
        line = Say("index-not-traded", name=facts.listing.name)
    elif facts.halted:
        line = refusal_line(Refusal(RefusalCode.HALTED, {"symbol": symbol}), draft.side)
    elif facts.unknown:
        line = refusal_line(Refusal(RefusalCode.UNKNOWN_INSTRUMENT, {"symbol": symbol}), draft.side)
    elif facts.quote is not None:
        line = Say("index-not-traded", name=facts.listing.name)
    else:
        line = Say("quote-feed-down", what=facts.what)
    await show(turn, line)


def wish_of(turn: Turn, draft: Draft) -> Wish:
    """Return what a complete draft asks for."""
    return Wish(turn.me.id, draft.contest, draft.symbol, draft.side, draft.quantity, draft.limit)


def private_order(turn: Turn, draft: Draft) -> Rows:
    """Return the button that goes on with this order in private."""
    payload = f"order-{write_draft(draft, turn.me.id)}".replace(".", "_")
    return private_link(turn, payload, Say("button-order-private"))
