"""What feeds show, before anybody asks whether it is fresh enough for a trade.

A contest opens a day from rows that stand still, and closes one from a price of an hour ago.
So the rows come as they are, with their own times, and each use has its own rule for them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from bot.market.desk import QuoteDesk
from bot.market.problems import ProblemKind
from bot.market.quote import CLOCK_SKEW, Quote


@dataclass(frozen=True, slots=True)
class RawRows:
    """Rows by symbol, and the symbols that a feed calls halted: no price beside a close.

    `references`: that close, where the row of a halted symbol has it.
    """

    quotes: Mapping[str, Quote] = field(default_factory=dict)
    halted: frozenset[str] = frozenset()
    references: Mapping[str, Decimal] = field(default_factory=dict)


async def raw_rows(
    desk: QuoteDesk, symbols: Sequence[str], now: datetime, current: Callable[[Quote], bool]
) -> RawRows:
    """Ask the desk's sources in their order for `symbols`, in one batch each.

    A row that is not `current` is kept in case no later source has a better one. A symbol is
    halted only if the first source that says anything of it says so.
    """
    kept: dict[str, Quote] = {}
    halted: dict[str, Decimal | None] = {}
    open_questions = list(dict.fromkeys(symbols))
    for source in desk.sources:
        wanted = [symbol for symbol in open_questions if source.serves(symbol)]
        if not wanted:
            continue
        answer = await source.quotes(wanted, now)
        for symbol, quote in answer.quotes.items():
            if _plausible(quote, now) and (symbol not in kept or current(quote)):
                kept[symbol] = quote
        halted |= {
            problem.symbol: problem.reference
            for problem in answer.problems
            if problem.kind is ProblemKind.HALTED and problem.symbol and problem.symbol not in kept
        }
        open_questions = [
            symbol
            for symbol in open_questions
            if symbol not in halted and not (symbol in kept and current(kept[symbol]))
        ]
    stopped = {s: price for s, price in halted.items() if not (s in kept and current(kept[s]))}
    references = {symbol: price for symbol, price in stopped.items() if price is not None}
    return RawRows(kept, frozenset(stopped), references)


def _plausible(quote: Quote, now: datetime) -> bool:
    """Tell whether a row has prices at all, within its own limits and not from the future."""
    if quote.last <= 0 or quote.previous_close <= 0 or quote.at > now + CLOCK_SKEW:
        return False
    above = quote.limit_up is not None and quote.last > quote.limit_up
    return not above and not (quote.limit_down is not None and quote.last < quote.limit_down)
