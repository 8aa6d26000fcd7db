"""Fill model `live`: an order fills on the first later quote that crosses, while it is fresh.

With a volume share, one account takes at most that part of what traded since the last quote,
over all its orders in the share: splitting an order gains nothing.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from bot.contest.engine.account import Account, OpenOrder
from bot.contest.engine.charging import listed_board
from bot.contest.engine.filling import crosses, fill
from bot.contest.events import MarketQuote, QuotesSeen, Side
from bot.contest.instrument import Instrument
from bot.contest.outcomes import Outcome
from bot.contest.rulebook.lots import round_down
from bot.contest.rules import Rules


def match(
    account: Account, event: QuotesSeen, quotes: Mapping[str, MarketQuote], rules: Rules
) -> list[Outcome]:
    """Fill what fresh quotes allow, in the order in which the account placed its orders."""
    outcomes: list[Outcome] = []
    taken: Counter[str] = Counter()
    for order in [order for _, order in sorted(account.orders.items())]:
        quote = quotes.get(order.symbol)
        if quote is None or order.day is None or not _meets(order, quote, event, rules):
            continue
        quantity = _part(order, quote, taken[order.symbol], order.day, rules)
        if quantity:
            taken[order.symbol] += quantity
            done = fill(account, order, quantity, quote, day=order.day, at=event.at, rules=rules)
            outcomes.append(done)
    return outcomes


def fresh(quote: MarketQuote, event: QuotesSeen, rules: Rules) -> bool:
    """Return whether a quote was young enough when it came, its known delay allowed for."""
    allowed = timedelta(seconds=rules.fresh_seconds, minutes=quote.delay_minutes)
    return abs(event.at - quote.at) <= allowed


def _meets(order: OpenOrder, quote: MarketQuote, event: QuotesSeen, rules: Rules) -> bool:
    return quote.at > order.placed_at and crosses(order, quote) and fresh(quote, event, rules)


def _part(order: OpenOrder, quote: MarketQuote, taken: int, day: date, rules: Rules) -> int:
    """Return what fills: the whole rest, or as many whole lots as the volume share leaves.

    An unknown volume leaves nothing.
    """
    if rules.volume_share is None:
        return order.open
    left = int(rules.volume_share * (quote.volume or 0)) - taken
    if left >= order.open:
        return order.open
    instrument = Instrument(order.symbol, "", listed_board(order.symbol), lot=order.lot)
    return round_down(instrument, Side.BUY, left, day=day)
