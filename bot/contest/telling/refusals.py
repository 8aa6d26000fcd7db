"""A refusal as one sentence: what was asked, why not, and what would have been allowed."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from bot.contest.events import Side
from bot.contest.outcomes import Refusal, RefusalCode
from bot.contest.showing.wording import code_of, money, percent, price
from bot.i18n import Say

PRIVATE_CODES = frozenset(
    {
        RefusalCode.INSUFFICIENT_CASH,
        RefusalCode.INSUFFICIENT_SELLABLE,
        RefusalCode.OVER_CAP,
        RefusalCode.NO_ACCOUNT,
        RefusalCode.LOT,  # for a sale it tells what is held
    }
)
"""What would tell a whole group about somebody's money or holdings."""

Fields = Mapping[str, Any]


def cannot_trade(side: Side, quantity: int, refusal: Refusal) -> Say:
    """Say why an order is not taken."""
    lead = Say(f"order-cannot-{side.value}", quantity=quantity)
    return Say("order-refused", lead=lead, reason=refusal_line(refusal, side))


def cannot_cancel(order: int, refusal: Refusal) -> Say:
    """Say why an order is not cancelled."""
    lead = Say("order-cannot-cancel", order=str(order))
    return Say("order-refused", lead=lead, reason=refusal_line(refusal, Side.BUY))


def refusal_line(refusal: Refusal, side: Side) -> Say:
    """Say the reason alone."""
    tell = _TELLERS.get(refusal.code)
    if tell is not None:
        return tell(refusal.fields, side)
    return Say(f"contest-refusal-{refusal.code.value}", **_plain(refusal.fields))


_MONEY = {"needed", "available"}
_PRICES = {"price", "lower", "upper", "tick", "reference", "floor", "limit_low", "limit_high"}


def _plain(fields: Fields) -> dict[str, object]:
    """Return fields as a catalogue message takes them."""
    return {name: _argument(name, value) for name, value in fields.items()}


def _argument(name: str, value: Any) -> object:
    if name == "symbol":
        return code_of(str(value))
    if name == "order":
        return str(value)  # a number of an order has no thousands
    if name == "cap":
        return percent(value)
    if isinstance(value, Decimal):
        return money(value) if name in _MONEY else price(value)
    return value


def _session_closed(fields: Fields, _side: Side) -> Say:
    opens = fields.get("opens")
    if opens is None:
        return Say("contest-refusal-session-closed-unknown")
    return Say("contest-refusal-session-closed", opens=opens)


def _market_order_now(fields: Fields, _side: Side) -> Say:
    if fields.get("limit_low") is None or fields.get("limit_high") is None:
        return Say("contest-refusal-market-order-now-unlimited")
    return Say("contest-refusal-market-order-now", **_plain(fields))


def _lot(fields: Fields, side: Side) -> Say:
    rule, allowed = _lot_rule(fields, side), _lot_allowed(fields, side)
    return Say("contest-refusal-lot", rule=rule, allowed=allowed)


def _lot_rule(fields: Fields, side: Side) -> Say:
    board = Say(f"listing-board-{fields['board'].value}")
    lot, step = fields["lot"], fields.get("step", fields["lot"])
    if step != lot:
        return Say("contest-lot-from", board=board, lot=lot, step=step, side=side.value)
    if side is Side.SELL:
        return Say("contest-lot-multiple-remainder", board=board, lot=lot)
    return Say("contest-lot-multiple", board=board, lot=lot, side=side.value)


def _lot_allowed(fields: Fields, side: Side) -> Say:
    lower, upper = fields.get("lower"), fields.get("upper")
    if lower and upper:
        return Say("contest-lot-two", lower=lower, upper=upper, side=side.value)
    if lower or upper:
        return Say("contest-lot-one", quantity=lower or upper, side=side.value)
    return Say("contest-lot-none")


def _tick(fields: Fields, _side: Side) -> Say:
    near = [price(fields[name]) for name in ("lower", "upper") if fields.get(name)]
    either = Say("list-or", first=near[0], then=near[1]) if len(near) == 2 else (*near, "")[0]
    asked, tick = price(fields["price"]), price(fields["tick"])
    return Say("contest-refusal-tick", price=asked, tick=tick, near=either)


def _outside_limit(fields: Fields, _side: Side) -> Say:
    if fields.get("lower") is None:
        told = {name: price(fields[name]) for name in ("price", "upper")}
        return Say("contest-refusal-outside-limit-most", **told)
    return Say("contest-refusal-outside-limit", **_plain(fields))


def _or_none(code: RefusalCode) -> Callable[[Fields, Side], Say]:
    """Return a teller that says it otherwise where not even one share would be allowed."""

    def tell(fields: Fields, _side: Side) -> Say:
        name = f"contest-refusal-{code.value}"
        return Say(name if fields.get("most") else f"{name}-none", **_plain(fields))

    return tell


def _no_cancel(fields: Fields, _side: Side) -> Say:
    if fields.get("until") is None:
        return Say("contest-refusal-no-cancel-today")
    return Say("contest-refusal-no-cancel", until=fields["until"])


def _sellable(fields: Fields, _side: Side) -> Say:
    """Say why fewer shares can be sold, by what holds them back."""
    name = "contest-refusal-insufficient-sellable"
    held, sellable, open_sells = (fields[key] for key in ("held", "sellable", "open_sells"))
    told = _plain(fields) | {"locked": held - sellable - open_sells}
    if not held:
        return Say(f"{name}-none", **told)
    if not sellable and not open_sells:
        return Say(f"{name}-locked", **told)
    if not sellable and open_sells == held:
        return Say(f"{name}-on-sale", **told)
    return Say(name, **told)


_TELLERS: dict[RefusalCode, Callable[[Fields, Side], Say]] = {
    RefusalCode.SESSION_CLOSED: _session_closed,
    RefusalCode.MARKET_ORDER_NOW: _market_order_now,
    RefusalCode.LOT: _lot,
    RefusalCode.TICK: _tick,
    RefusalCode.OUTSIDE_LIMIT: _outside_limit,
    RefusalCode.INSUFFICIENT_CASH: _or_none(RefusalCode.INSUFFICIENT_CASH),
    RefusalCode.NO_CANCEL: _no_cancel,
    RefusalCode.INSUFFICIENT_SELLABLE: _sellable,
    RefusalCode.OVER_CAP: _or_none(RefusalCode.OVER_CAP),
}
