"""For which day an order counts that is placed now."""

from datetime import date, datetime, time

from bot.contest.engine.market_state import MarketState
from bot.contest.events import Auction
from bot.contest.instrument import Board
from bot.contest.rulebook.phases import PhaseKind, auction_instant, phase_at, phases
from bot.contest.rules import FillModel, Rules


def day_for(board: Board, at: datetime, market: MarketState, rules: Rules) -> date | None:
    """Return the open day if an order placed at `at` can still trade in it, else None."""
    if not market.open or market.day is None:
        return None
    last = _last_chance(board, market.day, market.early_close, rules.fill_model)
    return market.day if last is not None and at < last else None


def next_auction(board: Board, at: datetime, market: MarketState) -> Auction | None:
    """Return the open day's first auction strictly after `at`, None if there is none."""
    if not market.open or market.day is None:
        return None
    for auction in Auction:
        instant = auction_instant(board, auction, market.day, market.early_close)
        if instant is not None and at < instant:
            return auction
    return None


def continuous(board: Board, at: datetime, market: MarketState) -> bool:
    """Return whether continuous trading is on."""
    if not market.open or market.day is None:
        return False
    return phase_at(board, at, market.day, market.early_close) is PhaseKind.CONTINUOUS


def _last_chance(
    board: Board, day: date, early_close: time | None, model: FillModel
) -> datetime | None:
    """Return the instant from which on an order can no longer trade on this day."""
    if model is FillModel.NEXT_AUCTION:
        return auction_instant(board, Auction.CLOSING, day, early_close)
    found = phases(board, day, early_close)
    return max(phase.ends for phase in found if phase.kind is PhaseKind.CONTINUOUS)
