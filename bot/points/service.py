"""Moving points: the one way into the ledger.

Every movement carries a key that names its business fact, and takes effect once. There is no
movement from person to person.
"""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session

from bot.points.economy import Economy
from bot.points.errors import KeyTakenError, NotEnoughPointsError, WrongDirectionError
from bot.points.levels import level_of
from bot.points.movement import Award, Cut, Movement, direction_is_right, lifetime_change
from bot.points.reasons import Reason
from bot.points.seasons import season_of
from db.repositories import points

SHARDS = 16
"""Into how many parts the season's budget is split, so that awards do not queue for one row."""


def award(session: Session, movement: Movement, economy: Economy) -> Award:
    """Move points once for each key, within the daily cap and the season's budget.

    The balance moves first, which locks it; what a replay or a cap forbids is given back in
    the same transaction. Four statements where nothing is forbidden.
    """
    if not direction_is_right(movement.reason, movement.amount):
        raise WrongDirectionError(reason=movement.reason.value, amount=movement.amount)
    total = _move(session, movement, movement.amount)
    if total is None:
        return _refused(session, movement, economy)
    rows = points.entries_of_day(session, movement)
    if (first := _first(rows, movement)) is not None:
        _move(session, movement, -movement.amount)
        return _repeated(session, first, economy)
    amount, cut = movement.amount, None
    if movement.reason.earned:
        amount, cut = _within_caps(session, movement, rows, economy)
    if amount != movement.amount:
        total = _move(session, movement, amount - movement.amount) or total
    if amount:
        points.add_entry(session, movement, amount)
    change = lifetime_change(movement.reason, amount)
    return _award(amount, total.amount, total.lifetime, change, economy, cut)


def _move(session: Session, movement: Movement, amount: int) -> Any:
    change = lifetime_change(movement.reason, movement.amount)
    # What is given back takes the lifetime points along; a deduction never had any.
    lifetime = amount if change else 0
    if amount >= 0:
        return points.credit(session, movement.member_id, amount, lifetime, movement.day)
    return points.debit(session, movement.member_id, amount, lifetime, movement.day)


def _first(rows: Sequence[Any], movement: Movement) -> Any:
    first = next((row for row in rows if row.key == movement.key), None)
    if first is not None and first.member_id != movement.member_id:
        raise KeyTakenError(key=movement.key)
    return first


def _repeated(session: Session, first: Any, economy: Economy) -> Award:
    balance, lifetime = points.totals_at(session, first.member_id, first.id)
    change = lifetime_change(Reason(first.reason), first.amount)
    return _award(first.amount, balance, lifetime, change, economy, repeated=True)


def _refused(session: Session, movement: Movement, economy: Economy) -> Award:
    """Tell a replay of a deduction that went through from one that the balance cannot bear."""
    if (first := _first(points.entries_of_day(session, movement), movement)) is not None:
        return _repeated(session, first, economy)
    balance = points.balance_of(session, movement.member_id)
    raise NotEnoughPointsError(balance=balance.amount if balance else 0, wanted=-movement.amount)


def _within_caps(
    session: Session, movement: Movement, rows: Sequence[Any], economy: Economy
) -> tuple[int, Cut | None]:
    earned = sum(row.amount for row in rows if row.reason.earned)
    amount = max(min(movement.amount, economy.daily_cap - earned), 0)
    if not amount:
        return 0, Cut.DAILY_CAP if movement.amount else None
    minted = _mint(session, movement, amount, economy.season_budget)
    if minted < amount:
        return minted, Cut.SEASON_BUDGET
    return amount, Cut.DAILY_CAP if amount < movement.amount else None


def _mint(session: Session, movement: Movement, amount: int, budget: int) -> int:
    """Take what is earned out of the season's budget; return how much of it was left."""
    season = season_of(movement.day).id
    shard = movement.member_id % SHARDS
    if points.mint(session, season, shard, amount, share_of(shard, budget)):
        return amount
    shares = {number: share_of(number, budget) for number in range(SHARDS)}
    if points.minted_in(session, season) < budget:
        points.open_shards(session, season, shares)
    return points.mint_what_is_left(session, season, shares, amount)


def share_of(shard: int, budget: int) -> int:
    """Return a shard's part of a budget; the parts add up to it exactly."""
    return budget // SHARDS + (shard < budget % SHARDS)


def _award(
    amount: int,
    balance: int,
    lifetime: int,
    change: int,
    economy: Economy,
    cut_by: Cut | None = None,
    *,
    repeated: bool = False,
) -> Award:
    before, after = (level_of(points, economy).level for points in (lifetime - change, lifetime))
    return Award(
        amount=amount,
        balance=balance,
        lifetime=lifetime,
        level_before=before,
        level_after=after,
        repeated=repeated,
        cut_by=cut_by,
        reached=economy.levels[after - 1] if after > before and not repeated else None,
    )
