"""Fill model `next-auction`: an order fills at the first call auction after it was placed.

Everybody gets the auction's one price, wholly or not at all, however late the price arrives:
a delayed quote favours nobody. Participants do not move the market, so there is no queue
among them and no priority by price or time.
"""

from collections.abc import Mapping

from bot.contest.engine.account import Account
from bot.contest.engine.filling import crosses, fill
from bot.contest.events import AuctionHeld, MarketQuote
from bot.contest.outcomes import Outcome
from bot.contest.rules import Rules


def match(
    account: Account, event: AuctionHeld, quotes: Mapping[str, MarketQuote], rules: Rules
) -> list[Outcome]:
    """Fill what the auction's prices allow; what they do not allow stays for the day's next."""
    outcomes: list[Outcome] = []
    for order in [order for _, order in sorted(account.orders.items())]:
        quote = quotes.get(order.symbol)
        if quote is None or order.day is None or order.placed_at >= event.instant:
            continue
        if crosses(order, quote):
            done = fill(account, order, order.open, quote, day=order.day, at=event.at, rules=rules)
            outcomes.append(done)
    return outcomes
