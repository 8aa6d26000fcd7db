"""How many shares an order may be for.

Sources: broker tables and the Stock Connect pages for lots; the ceilings of the Shanghai main
board and STAR from several tables, those of the other boards from general knowledge.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bot.contest.events import Side
from bot.contest.instrument import Board, Instrument
from bot.contest.outcomes import Refusal, RefusalCode
from bot.contest.rulebook.dated import ALWAYS, in_force


@dataclass(frozen=True, slots=True)
class Lot:
    """Orders start at `minimum` shares and grow by `step`."""

    minimum: int
    step: int


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most shares of one order, by its kind; None where the exchange sets none here."""

    limit: int | None
    market: int | None


LOTS: Mapping[Board, tuple[tuple[date, Lot], ...]] = MappingProxyType(
    {
        Board.SSE_MAIN: ((ALWAYS, Lot(100, 100)),),
        Board.SZSE_MAIN: ((ALWAYS, Lot(100, 100)),),
        Board.STAR: ((ALWAYS, Lot(200, 1)),),
        # Not 200 as on STAR: a common mistake.
        Board.CHINEXT: ((ALWAYS, Lot(100, 100)),),
        Board.BSE: ((ALWAYS, Lot(100, 1)),),
        Board.UNITED_STATES: ((ALWAYS, Lot(1, 1)),),
    }
)
_NO_CEILING = ((ALWAYS, Ceiling(None, None)),)
CEILINGS: Mapping[Board, tuple[tuple[date, Ceiling], ...]] = MappingProxyType(
    {
        Board.SSE_MAIN: ((ALWAYS, Ceiling(1_000_000, 1_000_000)),),
        Board.SZSE_MAIN: ((ALWAYS, Ceiling(1_000_000, 1_000_000)),),
        Board.STAR: ((ALWAYS, Ceiling(100_000, 50_000)),),
        Board.CHINEXT: ((ALWAYS, Ceiling(300_000, 150_000)),),
        Board.BSE: ((ALWAYS, Ceiling(1_000_000, 1_000_000)),),
        Board.HONG_KONG: _NO_CEILING,
        Board.UNITED_STATES: _NO_CEILING,
    }
)


def lot_of(instrument: Instrument, day: date) -> Lot:
    """Return the lot rule of an instrument, in shares; Hong Kong sets it for each share.

    Source: broker tables (confirmed); whole American shares: general knowledge.
    """
    if instrument.board is Board.HONG_KONG:
        if instrument.lot < 1:
            raise ValueError(instrument)
        return Lot(instrument.lot, instrument.lot)
    return in_force(LOTS[instrument.board], day)


def ceiling_of(board: Board, market_order: bool, day: date) -> int | None:
    """Return the most shares of one order; None if there is no ceiling.

    Source: Shanghai's main board and STAR confirmed, the others general knowledge. Hong Kong's
    and New York's own ceilings are not modelled.
    """
    ceiling = in_force(CEILINGS[board], day)
    return ceiling.market if market_order else ceiling.limit


def check_quantity(
    instrument: Instrument,
    side: Side,
    quantity: int,
    *,
    held: int,
    sellable: int,
    market_order: bool,
    day: date,
) -> Refusal | None:
    """Return why an order cannot be for `quantity` shares, or None if it can.

    An odd remainder may be sold only in one go. What counts as the remainder is what is
    `sellable`; an order for more than that is judged by all that is `held`, and whether so
    much may be sold today (T+1, open sales) is another rule's question. Quantities in shares.
    Source: broker tables and Stock Connect pages (confirmed); selling a Hong Kong remainder
    whole is a convention of these contests.
    """
    if quantity <= 0:
        return Refusal(RefusalCode.NOT_POSITIVE, {"quantity": quantity})
    most = ceiling_of(instrument.board, market_order, day)
    if most is not None and quantity > most:
        return Refusal(RefusalCode.TOO_LARGE, {"quantity": quantity, "most": most})
    lot = lot_of(instrument, day)
    balance = _balance(side, quantity, held=held, sellable=sellable)
    if _allowed(lot, quantity, balance):
        return None
    within = quantity if balance is None else min(quantity, balance)
    fields = {
        "quantity": quantity,
        "board": instrument.board,
        "lot": lot.minimum,
        "step": lot.step,
        "lower": _at_most(lot, within, balance) or None,
        "upper": _at_least(lot, quantity, balance, most),
    }
    return Refusal(RefusalCode.LOT, fields)


def round_down(
    instrument: Instrument,
    side: Side,
    quantity: int,
    *,
    sellable: int | None = None,
    market_order: bool = False,
    day: date = date.max,
) -> int:
    """Return the largest allowed number of shares up to `quantity`; 0 if there is none.

    For a sale `sellable` tells the remainder that may go with it; None means that exactly
    `quantity` is sellable, so that a balance is sold whole. Source: as for `check_quantity`;
    `day` picks the dated rows, the newest by default.
    """
    most = ceiling_of(instrument.board, market_order, day)
    wanted = quantity if most is None else min(quantity, most)
    balance = None
    if side is Side.SELL:
        balance = quantity if sellable is None else sellable
        wanted = min(wanted, balance)
    return _at_most(lot_of(instrument, day), wanted, balance)


def _balance(side: Side, quantity: int, *, held: int, sellable: int) -> int | None:
    """Return the holding whose odd remainder a sale may take along; None for a purchase."""
    if side is Side.BUY:
        return None
    return sellable if quantity <= sellable else held


def _allowed(lot: Lot, quantity: int, balance: int | None) -> bool:
    return quantity > 0 and _at_most(lot, quantity, balance) == quantity


def _at_most(lot: Lot, quantity: int, balance: int | None) -> int:
    """Return the largest allowed quantity up to `quantity`, 0 if there is none."""
    if quantity <= 0:
        return 0
    whole = quantity - quantity % lot.step if quantity >= lot.minimum else 0
    if balance is None or balance <= 0:
        return whole
    return max(whole, _odd_at_most(lot, quantity, balance))


def _odd_at_most(lot: Lot, quantity: int, balance: int) -> int:
    """Return the largest quantity up to `quantity` that takes the whole remainder along."""
    if lot.step == 1:
        # STAR and Beijing: a balance below the minimum is the remainder, sold as a whole.
        return balance if balance <= quantity else 0
    remainder = balance % lot.step
    return 0 if quantity < remainder else quantity - (quantity - remainder) % lot.step


def _at_least(lot: Lot, quantity: int, balance: int | None, most: int | None) -> int | None:
    """Return the smallest allowed quantity above `quantity`, None if there is none."""
    bounds = [bound for bound in (balance, most) if bound is not None]
    candidates = [max(lot.minimum, quantity + lot.step - quantity % lot.step)]
    if balance is not None and balance > 0:
        # The next one that leaves whole steps of the balance behind, or all of it.
        gap = (balance - quantity) % lot.step or lot.step
        candidates.append(balance if lot.step == 1 else quantity + gap)
    fitting = [
        candidate
        for candidate in candidates
        if candidate > quantity
        and all(candidate <= bound for bound in bounds)
        and _allowed(lot, candidate, balance)
    ]
    return min(fitting, default=None)
