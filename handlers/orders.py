"""`/orders`, `/fills`, `/cancel`: what became of orders, and taking one back."""

from datetime import datetime

from sqlmodel import Session

from bot.contest.services.portfolio import OrderPage, fills, open_orders, orders
from bot.contest.services.trading import Cancelled, cancel
from bot.contest.services.waiting import Waits, waiting
from bot.contest.states import OrderState
from bot.contest.telling.orders import (
    cancelled_in_group,
    cancelled_line,
    fill_buttons,
    fill_lines,
    list_pages,
    open_order_buttons,
    order_lines,
)
from bot.contest.telling.refusals import cannot_cancel
from bot.errors import BellError
from bot.i18n import Say
from bot.numbers import parse_whole
from bot.points.errors import NotYoursError
from bot.telegram.turn import Turn
from handlers.common import private_link, show
from handlers.contest_choice import meant_contest
from handlers.portfolio import read_numbers

MOST_ORDERS = 10**12
LONGEST_QUOTED = 40


class OrderNumberError(BellError):
    """What should be an order's number is none. Field: `received`."""

    code = "order-number"


async def orders_(turn: Turn, _arguments: str) -> None:
    """Show somebody's own orders, in private."""
    if await _is_in_private(turn, "orders"):
        await _show_orders(turn, 0, 1)


async def press_orders(turn: Turn, rest: str) -> None:
    """Turn to another page of orders."""
    read = read_numbers(rest.split("-"))
    if not turn.private or read is None or len(read) != 2:
        await turn.answer(Say("button-gone"))
        return
    await _show_orders(turn, *read)


async def fills_(turn: Turn, _arguments: str) -> None:
    """Show somebody's own fills with every fee and the quote used, in private."""
    if await _is_in_private(turn, "fills"):
        await _show_fills(turn, 0, 1)


async def press_fills(turn: Turn, rest: str) -> None:
    """Turn to another page of fills."""
    read = read_numbers(rest.split("-"))
    if not turn.private or read is None or len(read) != 2:
        await turn.answer(Say("button-gone"))
        return
    await _show_fills(turn, *read)


async def _show_orders(turn: Turn, contest_id: int, page: int) -> None:
    one = await meant_contest(turn, contest_id, lambda number: f"orders:{number}-1")
    if one is None:
        return
    number = one.contest.id
    found, waits = await turn.ask(_orders_seen, number, turn.me.id, page, turn.clock.now())
    lines = order_lines(found, one.contest.title, waits)
    resting = [order for order in found.orders if order.state is OrderState.OPEN]
    pages = list_pages("orders", number, found.page, found.pages)
    await show(turn, *lines, buttons=(*open_order_buttons(resting, turn.me.id), *pages))


def _orders_seen(
    session: Session, contest_id: int, member_id: int, page: int, now: datetime
) -> tuple[OrderPage, Waits]:
    found = orders(session, contest_id, member_id, page)
    return found, waiting(session, contest_id, found.orders, now)


async def _show_fills(turn: Turn, contest_id: int, page: int) -> None:
    one = await meant_contest(turn, contest_id, lambda number: f"fills:{number}-1")
    if one is None:
        return
    number = one.contest.id
    found = await turn.ask(fills, number, turn.me.id, page)
    directory = turn.house.directory
    names = {fill.symbol: directory.listing(fill.symbol).name for fill in found.fills}
    lines = fill_lines(found, names, one.contest.title)
    pages = list_pages("fills", number, found.page, found.pages)
    await show(turn, *lines, buttons=(*fill_buttons(found), *pages))


async def cancel_(turn: Turn, arguments: str) -> None:
    """Cancel an order by its number, or show those that can be cancelled."""
    typed = arguments.strip().lstrip("#＃")
    if typed:
        await _cancel(turn, _number(typed))
    elif await _is_in_private(turn, "cancel"):
        await _show_open(turn)


def _number(typed: str) -> int:
    try:
        return parse_whole(typed, MOST_ORDERS)
    except BellError:
        raise OrderNumberError(received=typed[:LONGEST_QUOTED]) from None


async def press_cancel(turn: Turn, rest: str) -> None:
    """Cancel the order under whose receipt the button hangs."""
    read = read_numbers(rest.split("-"))
    if read is None or len(read) != 2:
        await turn.answer(Say("button-gone"))
        return
    owner, order = read
    if owner != turn.me.id:
        raise NotYoursError
    await _cancel(turn, order)


async def _show_open(turn: Turn) -> None:
    one = await meant_contest(turn, 0, lambda number: f"orders:{number}-1")
    if one is None:
        return
    found = await turn.ask(open_orders, one.contest.id, turn.me.id)
    if not found:
        await turn.reply(Say("cancel-nothing"))
        return
    await turn.reply(Say("cancel-pick"), buttons=open_order_buttons(found, turn.me.id))


async def _cancel(turn: Turn, order_id: int) -> None:
    done = await turn.act(cancel, turn.me.id, order_id, turn.clock.now())
    if done.refusal is None:
        await show(turn, _told(turn, done))
        return
    line = cannot_cancel(order_id, done.refusal)
    if turn.update.callback_query is None:
        await turn.reply(line)
    else:
        await turn.answer(line, alert=True)


def _told(turn: Turn, done: Cancelled) -> Say:
    return cancelled_line(done.order) if turn.private else cancelled_in_group(done.order)


async def _is_in_private(turn: Turn, payload: str) -> bool:
    """Tell whether this is a private chat; in a group leave the way there."""
    if turn.private:
        return True
    await turn.notice()
    link = private_link(turn, payload, Say("button-private"))
    await turn.reply(Say("portfolio-in-private"), buttons=link)
    return False
