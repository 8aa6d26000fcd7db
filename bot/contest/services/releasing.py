"""Letting a frozen share trade again: what that would mean, and doing it.

Either the price simply moved, or a dividend or split explains the jump: then whoever held the
share the day before gets what it brings, from the day that is open.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlmodel import Session

from bot.contest.engine.charging import listed_board
from bot.contest.engine.corporate_actions import expected_reference, jumped
from bot.contest.engine.market_state import Jump
from bot.contest.errors import ContestUnknownError
from bot.contest.events import CorporateAction
from bot.contest.input.admin_words import Release
from bot.contest.market_errors import NotFrozenError, ReleasePriceError
from bot.contest.rulebook.ticks import tick_of
from bot.contest.services import actions
from bot.contest.services.action_check import check_action
from bot.contest.services.market import market_of
from bot.members.deed import Deed
from db.models.contest import Contest
from db.repositories import contest_days, contests


@dataclass(frozen=True, slots=True)
class Releasing:
    """What a release would do: from `reference` on, `holders` of the share get the action.

    The action's ex day is the contest's open day.
    `expected`: what the action makes of our own close; `fits` tells whether that is the
    reference, to the tick.
    """

    contest: Contest
    jump: Jump
    reference: Decimal
    expected: Decimal
    action: CorporateAction | None
    holders: int
    fits: bool


def preview(session: Session, contest_id: int, wish: Release) -> Releasing:
    """Return what a release would do; raise what stands against it."""
    contest = contests.by_id(session, contest_id)
    if contest is None:
        raise ContestUnknownError
    jump = market_of(session, contest).frozen.get(wish.symbol)
    if jump is None or contest.market_day is None:
        raise NotFrozenError(symbol=wish.symbol)
    action = _dated(session, wish, contest.market_day)
    reference = jump.received if wish.reference is None else wish.reference
    tick = tick_of(listed_board(wish.symbol), max(reference, jump.expected), contest.market_day)
    if reference <= 0 or reference % tick:
        raise ReleasePriceError(received=reference, tick=tick)
    expected = expected_reference(jump.expected, (action,) if action else (), tick)
    holders = contest_days.holders(session, contest.id, wish.symbol)
    fits = not jumped(expected, reference, tick)
    return Releasing(contest, jump, reference, expected, action, holders, fits)


def release(session: Session, contest_id: int, wish: Release, deed: Deed) -> Releasing:
    """Let the share trade again as `wish` explains it; return what was done."""
    done = preview(session, contest_id, wish)
    actions.release(session, contest_id, wish.symbol, done.reference, done.action, deed)
    return done


def _dated(session: Session, wish: Release, day: date) -> CorporateAction | None:
    if wish.action is None:
        return None
    action = replace(wish.action, ex_day=day)
    check_action(session, action)
    return action
