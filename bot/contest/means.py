"""Whether an account can carry an order: shares to sell, cash to buy, room under the cap."""

from decimal import Decimal

from bot.contest.charging import to_freeze
from bot.contest.events import Side
from bot.contest.fees import most_affordable
from bot.contest.lots import round_down
from bot.contest.money import worth
from bot.contest.outcomes import Refusal, RefusalCode
from bot.contest.request import Request, resting
from bot.contest.valuing import equity_of


def sellable(asked: Request) -> Refusal | None:
    """Refuse to sell more than T+1 and open sales leave."""
    wanted, held = asked.order.quantity, asked.held
    if asked.buys or wanted <= held.sellable:
        return None
    fields = {
        "quantity": wanted,
        "sellable": held.sellable,
        "held": held.quantity,
        "open_sells": asked.account.on_sale(asked.order.symbol),
    }
    return Refusal(RefusalCode.INSUFFICIENT_SELLABLE, fields)


def cash(asked: Request) -> Refusal | None:
    """Refuse to buy what the free cash cannot pay, fees included."""
    if not asked.buys:
        return None
    needed = to_freeze(resting(asked), asked.dated, asked.rules)
    available = asked.account.available
    if needed <= available:
        return None
    most = most_affordable(
        asked.terms.instrument,
        asked.bound,
        available,
        asked.dated,
        rate=asked.rules.commission_rate,
        minimum=asked.rules.commission_minimum,
        market_order=asked.order.limit is None,
    )
    fields = {"needed": needed, "available": available, "most": most}
    return Refusal(RefusalCode.INSUFFICIENT_CASH, fields)


def cap(asked: Request) -> Refusal | None:
    """Refuse to buy one name beyond its share of the equity, open purchases included."""
    if not asked.buys:
        return None
    room = _room(asked)
    if worth(asked.price, asked.order.quantity) <= room:
        return None
    fitting = int(max(room, Decimal(0)) // asked.price)
    most = round_down(asked.terms.instrument, Side.BUY, fitting, day=asked.dated)
    return Refusal(RefusalCode.OVER_CAP, {"cap": asked.rules.single_name_cap, "most": most})


def _room(asked: Request) -> Decimal:
    """Return for how much more of the name the cap leaves room."""
    symbol, last = asked.order.symbol, asked.market.price
    ordered = sum(
        (
            worth(last(symbol) if order.limit is None else order.limit, order.open)
            for order in asked.account.orders.values()
            if order.symbol == symbol and order.side is Side.BUY
        ),
        Decimal(0),
    )
    equity = equity_of(asked.account, last)
    owned = worth(last(symbol), asked.held.quantity)
    return asked.rules.single_name_cap * equity - owned - ordered
