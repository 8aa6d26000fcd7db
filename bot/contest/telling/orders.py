"""What orders say: the amount, the preview, the receipt, the lists of orders and fills."""

from collections.abc import Mapping, Sequence
from dataclasses import fields as fields_of
from datetime import datetime
from decimal import Decimal
from typing import Any

from bot.buttons import Button, Rows
from bot.contest.engine.fill_time import FillTime
from bot.contest.events import Side
from bot.contest.input.draft import Draft, write_draft
from bot.contest.outcomes import EndReason, Fees
from bot.contest.services.overview import Overview
from bot.contest.services.portfolio import FillPage, OrderPage
from bot.contest.services.trading import Preview
from bot.contest.services.waiting import Waits
from bot.contest.showing.wording import code_of, gain, listed, money, named, price
from bot.contest.states import OrderState
from bot.i18n import Say
from db.models.contest_trade import ContestFill, ContestOrder

PERCENTS = (10, 25, 50, 100)
NAMED_SOURCES = frozenset({"tencent", "sina", "eastmoney", "yahoo", "rehearsal"})
WITHOUT_REASON = frozenset({OrderState.FILLED, OrderState.VOIDED})
OTHER_ENDS = frozenset({EndReason.CANCELLED.value, EndReason.VOIDED.value})


def fee_parts(fees: Fees) -> Say:
    """Say every part of the fees that is not zero."""
    parts = [(part.name.replace("_", "-"), getattr(fees, part.name)) for part in fields_of(fees)]
    return listed([Say(f"order-fee-{n}", amount=money(a)) for n, a in parts if a])


def fills_line(fills: FillTime) -> Say:
    """Say when and how an order would fill."""
    if fills.at == "live":
        return Say("order-fills-live")
    if fills.day is None:
        return Say(f"order-fills-{fills.at}-next")
    return Say(f"order-fills-{fills.at}", day=fills.day)


def when_lines(order: ContestOrder, fills: FillTime | None) -> tuple[Say, ...]:
    """Say in a receipt when an order will fill, and where the result is then."""
    if fills is None:
        return ()
    if fills.at == "live":
        return (Say("order-when-live"),)
    if fills.day is None:
        return (Say("order-when-next"),)
    limit = "" if order.limit is None else "-limit"
    return (Say(f"order-when-{fills.at}{limit}", day=fills.day),)


def waits_line(wait: FillTime | None) -> Say:
    """Say what an open order waits for."""
    if wait is not None and wait.at == "live":
        return Say("order-waits-live")
    if wait is None or wait.day is None:
        return Say("order-waits-next")
    return Say(f"order-waits-{wait.at}", day=wait.day)


def preview_lines(preview: Preview, found: Overview, what: Say) -> tuple[Say, ...]:
    """Say what an order would be, with every part of its fees, for its owner alone."""
    wish = preview.wish
    kind = "market" if wish.limit is None else "limit"
    return (
        Say(f"order-preview-{wish.side.value}", what=what),
        Say(
            f"order-preview-{kind}",
            quantity=wish.quantity,
            price=price(preview.price),
            amount=money(preview.amount),
        ),
        _fees_line(preview.fees),
        fills_line(preview.fills),
        _cash_line(preview),
        Say("order-preview-contest", title=found.contest.title),
    )


def _fees_line(fees: Fees) -> Say:
    if not fees.total:
        return Say("order-preview-no-fees")
    return Say("order-preview-fees", total=money(fees.total), parts=fee_parts(fees))


def _cash_line(preview: Preview) -> Say:
    if preview.wish.side is Side.SELL:
        proceeds = preview.amount - preview.fees.total
        return Say("order-preview-cash-sell", proceeds=money(proceeds))
    kind = "" if preview.wish.limit is not None else "-market"
    frozen, cash = money(preview.frozen), money(preview.cash_after)
    return Say(f"order-preview-cash-buy{kind}", frozen=frozen, cash=cash)


def preview_in_group(preview: Preview, what: Say) -> tuple[Say, ...]:
    """Say an order briefly: everybody reads it, so neither money nor holdings are told."""
    wish = preview.wish
    head = Say(
        f"order-group-preview-{wish.side.value}",
        what=what,
        quantity=wish.quantity,
        amount=money(preview.amount),
    )
    return head, _fees_line(preview.fees), fills_line(preview.fills)


def confirm_buttons(draft: Draft, owner: int, *, private: bool) -> Rows:
    """Return the buttons below a preview."""
    data = write_draft(draft, owner)
    label = Say(f"button-order-confirm-{draft.side.value}", quantity=draft.quantity)
    confirm = Button(label, f"order:y-{data}")
    drop = Button(Say("button-order-drop"), f"order:n-{data}")
    change = Button(Say("button-order-amount"), f"order:e-{data}")
    return ((confirm,), (change, drop)) if private else ((confirm,), (drop,))


def amount_buttons(draft: Draft, owner: int) -> Rows:
    """Return the buttons below the question of how much."""
    data = write_draft(draft, owner)
    percents = tuple(
        Button(Say("button-order-percent", percent=share), f"order:a{share}-{data}")
        for share in PERCENTS
    )
    other = Button(Say("button-order-other"), f"order:o-{data}")
    drop = Button(Say("button-order-drop"), f"order:n-{data}")
    return percents, (other, drop)


def receipt_lines(order: ContestOrder, fills: FillTime | None) -> tuple[Say, ...]:
    """Say that an order was placed and what has become of it, for its owner alone."""
    placed = Say(
        "order-placed-what", id=str(order.id), quantity=order.quantity, kind=kind_of(order)
    )
    rests = order.state is OrderState.OPEN
    return (
        Say(f"order-placed-{order.side.value}", what=named(order.name, order.symbol)),
        placed,
        *((*when_lines(order, fills), Say("order-placed-more")) if rests else (state_of(order),)),
    )


def receipt_in_group(order: ContestOrder) -> Say:
    """Say in one line that an order rests."""
    what = named(order.name, order.symbol)
    name = f"order-placed-in-group-{order.side.value}"
    return Say(name, what=what, quantity=order.quantity, id=str(order.id))


def receipt_buttons(order: ContestOrder, owner: int) -> Rows:
    """Return what one does with an order: note why, and cancel it while it rests."""
    note = Button(Say("button-journal-order"), f"journal:{order.id}")
    if order.state is not OrderState.OPEN:
        return ((note,),)
    return ((note, Button(Say("button-order-cancel"), f"cancel:{owner}-{order.id}")),)


def kind_of(order: ContestOrder) -> Say:
    """Say whether an order has a limit, and which."""
    if order.limit is None:
        return Say("order-kind-market")
    return Say("order-kind-limit", limit=price(order.limit))


def order_lines(page: OrderPage, title: str, waits: Waits) -> tuple[Say, ...]:
    """Say one page of somebody's orders; `waits`: what the open ones wait for."""
    head = Say("orders-head", title=title)
    if not page.orders:
        return head, Say("orders-empty")
    rows = [line for order in page.orders for line in _order(order, waits.get(order.id))]
    return head, *rows, *_page_of(page)


def _page_of(page: OrderPage | FillPage) -> tuple[Say, ...]:
    return (Say("page-of", page=page.page, pages=page.pages),) if page.pages > 1 else ()


def _order(order: ContestOrder, wait: FillTime | None) -> tuple[Say, Say]:
    row = Say(
        f"order-row-{order.side.value}",
        id=str(order.id),
        what=named(order.name, order.symbol),
        quantity=order.quantity,
        kind=kind_of(order),
    )
    return row, Say("order-row-state", state=state_of(order, wait), at=order.placed_at)


def state_of(order: ContestOrder, wait: FillTime | None = None) -> Say:
    """Say what became of an order and why, or what it waits for."""
    if order.state is OrderState.OPEN:
        waits = waits_line(wait)
        partly = Say("order-state-partly", filled=order.filled, waits=waits)
        return partly if order.filled else waits
    if order.state in WITHOUT_REASON:
        return Say(f"order-state-{order.state.value}")
    ended = order.ended_by
    why = ended is not None and ended not in OTHER_ENDS
    reason = Say(f"order-ended-{ended}" if why else f"order-state-{order.state.value}")
    if not order.filled:
        return reason
    return Say(f"order-state-{order.state.value}-partly", filled=order.filled, reason=reason)


def open_order_buttons(orders: Sequence[ContestOrder], owner: int) -> Rows:
    """Return a button for each order that can be cancelled."""
    return tuple(
        (
            Button(
                Say(
                    "button-order-cancel-one",
                    id=str(order.id),
                    what=named(order.name, order.symbol),
                ),
                f"cancel:{owner}-{order.id}",
            ),
        )
        for order in orders
    )


def fill_lines(page: FillPage, names: Mapping[str, str], title: str) -> tuple[Say, ...]:
    """Say one page of somebody's fills: price, quantity, every fee, and the quote used."""
    head = Say("fills-head", title=title)
    if not page.fills:
        return head, Say("fills-empty")
    rows = [line for fill in page.fills for line in _fill(fill, names)]
    return head, *rows, *_page_of(page), Say("fills-foot")


def _fill(fill: ContestFill, names: Mapping[str, str]) -> tuple[Say, ...]:
    what = named(names.get(fill.symbol, code_of(fill.symbol)), fill.symbol)
    row = Say(
        f"fill-row-{fill.side.value}",
        fill=fill.fill,
        what=what,
        quantity=fill.quantity,
        price=price(fill.price),
    )
    voided = (Say("fill-row-voided"),) if fill.voided_at else ()
    return row, _fill_fees(fill), _fill_quote(fill.quote), *voided


def _fill_fees(fill: ContestFill) -> Say:
    fees = Fees(**{name: Decimal(str(value)) for name, value in fill.fees.items()})
    cash = gain(fill.cash)
    if not fees.total:
        return Say("fill-row-no-fees", cash=cash)
    return Say("fill-row-fees", total=money(fees.total), parts=fee_parts(fees), cash=cash)


def _fill_quote(quote: Mapping[str, Any]) -> Say:
    at, source = datetime.fromisoformat(str(quote["at"])), source_of(str(quote["source"]))
    minutes = int(quote.get("delay_minutes") or 0)
    if minutes:
        return Say("fill-row-quote-delayed", at=at, source=source, minutes=minutes)
    return Say("fill-row-quote", at=at, source=source)


def source_of(code: str) -> Say:
    """Say where a price comes from."""
    return Say(f"source-{code if code in NAMED_SOURCES else 'desk'}")


def fill_buttons(page: FillPage) -> Rows:
    """Return for each fill that still stands a button to note why, and one to object."""
    return tuple(
        (
            Button(Say("button-journal-fill", fill=fill.fill), f"journal:{fill.order_id}"),
            Button(Say("button-fill-dispute", fill=fill.fill), f"dispute:{fill.id}"),
        )
        for fill in page.fills
        if fill.voided_at is None
    )


def list_pages(noun: str, contest_id: int, page: int, pages: int) -> Rows:
    """Return the buttons that turn a list's pages."""
    row = []
    if page > 1:
        row.append(Button(Say("button-newer"), f"{noun}:{contest_id}-{page - 1}"))
    if page < pages:
        row.append(Button(Say("button-older"), f"{noun}:{contest_id}-{page + 1}"))
    return (tuple(row),) if row else ()


def cancelled_line(order: ContestOrder) -> Say:
    """Say that an order was taken back, for its owner alone."""
    what = named(order.name, order.symbol)
    side = order.side.value
    return Say("cancel-done", id=str(order.id), what=what, filled=order.filled, side=side)


def cancelled_in_group(order: ContestOrder) -> Say:
    """Say that an order was taken back where everybody reads it."""
    return Say("cancel-done-in-group", id=str(order.id))
