"""Prices by which something is settled, held against another source before they count."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal

from bot.calendar.exchange import load_calendar
from bot.market.desk import QuoteDesk
from bot.market.feed_rows import MAINLAND
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import Quote
from bot.market.symbols import calendar_of

CENT = Decimal("0.01")
CLOSE_ENOUGH = Decimal("0.001")  # of the first price: sources round small prices differently
# Prices of continuous trading move between two questions; a delayed source is not a wrong one.
FARTHEST_APART, SAME_MINUTE = Decimal("0.02"), timedelta(minutes=1)

PriceOf = Callable[[Quote], Decimal | None]


async def contradicted(
    desk: QuoteDesk,
    quotes: Mapping[str, Quote],
    price_of: PriceOf,
    now: datetime,
    *,
    moving: bool = False,
) -> dict[str, FeedProblem]:
    """Return those of `quotes` that another source contradicts, each with how.

    `price_of`: the price in question of a row, None if it has none. Each is held against the
    next source that answers for it; where there is no second opinion the first stands.
    `moving`: prices of continuous trading, which count as one within a minute and 2 %.
    """
    waiting, found = dict(quotes), dict[str, FeedProblem]()
    for source in desk.sources:
        wanted = [s for s, q in waiting.items() if q.source != source.code and source.serves(s)]
        if not wanted:
            continue
        answer = await source.quotes(wanted, now)
        for symbol, second in answer.quotes.items():
            if not _same_day(waiting[symbol], second) or price_of(second) is None:
                continue
            first = waiting.pop(symbol)
            kind = _contradiction(first, second, price_of, moving=moving)
            if kind is not None:
                found[symbol] = FeedProblem(kind, first.source, symbol, _told(first, second))
    return found


def _same_day(first: Quote, second: Quote) -> bool:
    calendar = load_calendar(calendar_of(first.symbol))
    return calendar.local_day(first.at) == calendar.local_day(second.at)


def _contradiction(
    first: Quote, second: Quote, price_of: PriceOf, *, moving: bool
) -> ProblemKind | None:
    # Outside the mainland feeds differ in what a dividend does to the previous close.
    is_mainland = calendar_of(first.symbol) == MAINLAND
    if is_mainland and abs(first.previous_close - second.previous_close) > CENT:
        return ProblemKind.CORPORATE_ACTION
    one, other = price_of(first), price_of(second)
    if one is None or other is None or (moving and abs(first.at - second.at) > SAME_MINUTE):
        return None
    apart = one * (FARTHEST_APART if moving else CLOSE_ENOUGH)
    return ProblemKind.DISAGREE if abs(one - other) > max(CENT, apart) else None


def _told(first: Quote, second: Quote) -> str:
    shown = (f"{q.source} {q.open}/{q.last}/{q.previous_close}" for q in (first, second))
    return f"{first.symbol} " + " ≠ ".join(shown)
