"""`/buy`, `/sell` and the buttons of an order, up to the one that places it."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from sqlmodel import Session

from bot.contest.days.facts import hand_of, instrument_of
from bot.contest.engine.fill_time import FillTime
from bot.contest.events import Side, Terms
from bot.contest.input.draft import Draft, read_draft, write_draft
from bot.contest.input.typed_order import Amount, TypedOrder, Unit, read_amount, read_order
from bot.contest.instrument import Board
from bot.contest.services.trading import Placed, Wish, place
from bot.contest.telling.orders import (
    PERCENTS,
    receipt_buttons,
    receipt_in_group,
    receipt_lines,
)
from bot.i18n import Say
from bot.market.listing import Listing
from bot.members.prompts import Asked, awaited, settle
from bot.points.errors import NotYoursError
from bot.telegram.turn import Turn
from db.models.contest_trade import ContestOrder
from handlers.contest_choice import calendar_played
from handlers.instruments import facts_at_hand, the_one
from handlers.order_flow import (
    advance,
    hint_in_group,
    tell_refusal,
    tell_unusable,
    told_in_group,
    wish_of,
)

CARD_LASTS = timedelta(minutes=15)
"""A card older than this is reckoned anew before it places anything."""
NOUN = "order"
SHARE_UNITS = frozenset({Unit.SHARES, Unit.LOTS})


async def buy(turn: Turn, arguments: str) -> None:
    """Buy with simulated money."""
    await _trade(turn, Side.BUY, arguments)


async def sell(turn: Turn, arguments: str) -> None:
    """Sell for simulated money."""
    await _trade(turn, Side.SELL, arguments)


async def _trade(turn: Turn, side: Side, arguments: str) -> None:
    typed = read_order(arguments)
    if not turn.private and not _is_complete(typed):
        await turn.notice()
        await hint_in_group(turn, Draft(side))
        return
    await go_on(turn, Draft(side, limit=typed.limit), typed)


def _is_complete(typed: TypedOrder) -> bool:
    amount = typed.amount
    return bool(typed.instrument) and amount is not None and amount.unit in SHARE_UNITS


async def go_on(turn: Turn, draft: Draft, typed: TypedOrder) -> None:
    """Find what was typed, and ask for what is still missing."""
    if not typed.instrument:
        await advance(turn, draft, typed.amount)
        return

    def data(listing: Listing) -> str:
        quantity = _quantity(typed.amount, listing)
        chosen = replace(draft, symbol=listing.symbol, quantity=quantity)
        return f"order:w-{write_draft(chosen, turn.me.id)}"

    calendar = await calendar_played(turn, draft.contest)
    listing = await the_one(turn, typed.instrument, data, calendar)
    if listing is not None:
        quantity = _quantity(typed.amount, listing)
        found = replace(draft, symbol=listing.symbol, quantity=quantity)
        await advance(turn, found, None if quantity else typed.amount)


def _quantity(amount: Amount | None, listing: Listing) -> int:
    """Return the shares that an amount means of one of several listings; 0 asks again."""
    instrument = instrument_of(listing)
    if amount is None or amount.unit not in SHARE_UNITS or instrument is None:
        return 0
    if amount.unit is Unit.SHARES:
        return int(amount.value)
    hand = hand_of(instrument)
    # One share is no lot of Hong Kong's: the feed may know better than the directory.
    unknown = instrument.board is Board.HONG_KONG and hand == 1
    return 0 if unknown else int(amount.value) * hand


async def from_link(turn: Turn, payload: str) -> bool:
    """Go on in private with an order that began in a group; tell whether it was one."""
    read = read_draft(payload.removeprefix("order-").replace("_", "."))
    if read is None or read[1] != turn.me.id:
        return False
    await advance(turn, read[0])
    return True


async def answered(turn: Turn, asked: Asked) -> None:
    """Take a plain message for what the order still lacks."""
    read = read_draft(str(asked.about.get("draft", "")))
    if read is None:
        await turn.act(settle, turn.me.id)
        return
    draft, _owner = read
    typed = read_order(turn.text)
    limit = typed.limit if typed.limit is not None else draft.limit
    draft = replace(draft, limit=limit)
    if draft.symbol and typed.instrument and typed.amount is None:
        typed = TypedOrder("", read_amount(typed.instrument), typed.limit)
    await turn.act(settle, turn.me.id)
    await go_on(turn, draft, typed)


async def press(turn: Turn, rest: str) -> None:
    """Do what a button of an order says, for its owner alone."""
    action, _, written = rest.partition("-")
    read = read_draft(written)
    if read is None:
        await turn.answer(Say("button-gone"))
        return
    draft, owner = read
    if owner != turn.me.id:
        raise NotYoursError
    if action == "y" and draft.quantity and draft.symbol and draft.contest:
        await _confirm(turn, draft)
    elif action == "n":
        await turn.act(_ask_no_more, turn.me.id, turn.clock.now())
        await turn.answer()
        await turn.edit(Say("order-dropped"))
    elif action == "w":
        await advance(turn, draft)
    elif action in {"e", "o"} and turn.private:
        symbol = draft.symbol if action == "e" else ""
        await advance(turn, replace(draft, symbol=symbol, quantity=0))
    elif action in {f"a{share}" for share in PERCENTS} and turn.private and draft.symbol:
        amount = Amount(Unit.PERCENT, Decimal(action.removeprefix("a")))
        await advance(turn, draft, amount)
    else:
        await turn.answer(Say("button-gone"))


async def _confirm(turn: Turn, draft: Draft) -> None:
    """Place the order once, however often the card's button is pressed."""
    message = turn.message
    if message is None:
        await turn.answer(Say("button-gone"))
        return
    now = turn.clock.now()
    written_at = (message.edit_date or message.date).astimezone(UTC)
    if now - written_at > CARD_LASTS:
        await advance(turn, draft, None, Say("order-old-card"))
        return
    facts = await facts_at_hand(turn.house, draft.symbol, now)
    if facts.terms is None:
        await tell_unusable(turn, draft, facts)
        return
    key = f"order:{message.chat_id}:{message.message_id}"
    placed = await turn.act(_place, wish_of(turn, draft), facts.terms, key, now)
    await _tell_placed(turn, draft, placed)


def _place(session: Session, wish: Wish, terms: Terms, key: str, now: datetime) -> Placed:
    _ask_no_more(session, wish.member_id, now)
    return place(session, wish, terms, key, now)


def _ask_no_more(session: Session, member_id: int, now: datetime) -> None:
    """Await no answer about an order; what another feature asked stays asked."""
    asked = awaited(session, member_id, now)
    if asked is not None and asked.noun == NOUN:
        settle(session, member_id)


async def _tell_placed(turn: Turn, draft: Draft, placed: Placed) -> None:
    if placed.order is None:
        await _tell_not_placed(turn, draft, placed)
        return
    # Neither waits for the other: the receipt is what the person looks for.
    note = Say("order-placed-before") if placed.repeated else None
    await asyncio.gather(turn.answer(note), _show_receipt(turn, placed.order, placed.fills))


async def _show_receipt(turn: Turn, order: ContestOrder, fills: FillTime | None) -> None:
    if turn.private:
        lines = receipt_lines(order, fills)
        await turn.edit(*lines, buttons=receipt_buttons(order, turn.me.id))
    else:
        await turn.edit(receipt_in_group(order))


async def _tell_not_placed(turn: Turn, draft: Draft, placed: Placed) -> None:
    refusal = placed.refusal
    if refusal is None:
        await turn.answer(Say("button-gone"))
    elif turn.private:
        await tell_refusal(turn, draft, refusal)
    else:
        await turn.answer()
        await turn.edit(told_in_group(draft, refusal))
