"""What a close becomes over the night, and whether the feed's reference is explained by it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.contest.engine.corporate_actions import expected_reference, jumped
from bot.contest.events import CorporateAction
from bot.contest.instrument import Board, Market
from bot.contest.rulebook.ticks import tick_of


def carried(close: Decimal, actions: Iterable[CorporateAction], board: Board, day: date) -> Decimal:
    """Return the reference that a close and the known actions lead to expect on `day`."""
    return expected_reference(close, actions, tick_of(board, close, day))


def explained(
    reference: Decimal,
    close: Decimal,
    actions: tuple[CorporateAction, ...],
    board: Board,
    day: date,
) -> bool:
    """Return whether the feed's reference follows from our own close and the known actions.

    Outside the mainland feeds often leave the previous close whole when a dividend goes, so
    there a reference that ignores the cash is accepted too.
    """
    tick = tick_of(board, max(close, reference), day)
    candidates = [carried(close, actions, board, day)]
    if board.market is not Market.MAINLAND:
        splits = (replace(action, cash=Decimal(0)) for action in actions)
        candidates.append(carried(close, splits, board, day))
    return not all(jumped(candidate, reference, tick) for candidate in candidates)
