"""One order meets one price."""

from datetime import date, datetime

from bot.contest.engine.account import Account, OpenOrder
from bot.contest.engine.booking import bought, note, sold
from bot.contest.engine.charging import charge, to_freeze
from bot.contest.engine.ending import end
from bot.contest.engine.money import worth
from bot.contest.events import MarketQuote, Side
from bot.contest.outcomes import EndReason, Filled, Outcome
from bot.contest.rules import Rules


def crosses(order: OpenOrder, quote: MarketQuote) -> bool:
    """Return whether the order trades at the quote's price.

    At the upper limit nobody buys, at the lower one nobody sells: there the queue is on the
    other side, and a simulated order is behind everyone in it.
    """
    if order.side is Side.BUY:
        locked = quote.upper is not None and quote.price >= quote.upper
        return not locked and (order.limit is None or quote.price <= order.limit)
    locked = quote.lower is not None and quote.price <= quote.lower
    return not locked and (order.limit is None or quote.price >= order.limit)


def fill(
    account: Account,
    order: OpenOrder,
    quantity: int,
    quote: MarketQuote,
    *,
    day: date,
    at: datetime,
    rules: Rules,
) -> Outcome:
    """Trade `quantity` shares at the quote's price; an order that cash cannot carry ends."""
    fees = charge(order, quote.price, quantity, day, rules)
    amount = worth(quote.price, quantity)
    cash = (-amount if order.side is Side.BUY else amount) - fees.total
    if account.available + order.frozen + cash < 0:
        return end(account, order, at, EndReason.NO_CASH)
    book = bought if order.side is Side.BUY else sold
    cost = book(account, order, quantity, cash)
    account.fees += fees.total
    number = note(order, quote.price, quantity, fees)
    _settle(account, order, day, rules)
    return Filled(
        at=at,
        account=account.id,
        order=order.order,
        fill=number,
        symbol=order.symbol,
        side=order.side,
        quantity=quantity,
        price=quote.price,
        fees=fees,
        cash=cash,
        cost=cost,
        quote_at=quote.at,
        quote_source=quote.source,
        delay_minutes=quote.delay_minutes,
    )


def _settle(account: Account, order: OpenOrder, day: date, rules: Rules) -> None:
    """Set aside what the rest of the order needs; drop an order that has no rest."""
    if not order.open:
        del account.orders[order.order]
    elif order.side is Side.BUY:
        order.frozen = to_freeze(order, day, rules)
