"""At how many closes an account held several names: told from its own outcomes in the log."""

from collections.abc import Iterable

from bot.contest.events import Side
from bot.contest.outcomes import Filled, Outcome, SharesChanged, Valued, Voided


def closes_spread(outcomes: Iterable[Outcome], fewest: int) -> int:
    """Return at how many closes at least `fewest` names were held; `outcomes` in their order."""
    held: dict[str, int] = {}
    fills: dict[str, Filled] = {}
    closes = 0
    for outcome in outcomes:
        match outcome:
            case Filled():
                fills[outcome.fill] = outcome
                _move(held, outcome.symbol, _signed(outcome))
            case Voided() if outcome.fill in fills:
                undone = fills[outcome.fill]
                _move(held, undone.symbol, -_signed(undone))
            case SharesChanged():
                held[outcome.symbol] = outcome.after
            case Valued():
                closes += sum(quantity > 0 for quantity in held.values()) >= fewest
            case _:
                pass
    return closes


def _signed(fill: Filled) -> int:
    return fill.quantity if fill.side is Side.BUY else -fill.quantity


def _move(held: dict[str, int], symbol: str, quantity: int) -> None:
    held[symbol] = held.get(symbol, 0) + quantity
