"""What check-in pays, and under which key: so that nothing is ever paid twice.

Amounts stand in `bot/points/economy.toml`. A repair itself earns nothing; the milestones that
a streak reaches by it do, under the day that was repaired.
"""

from dataclasses import dataclass
from datetime import date, datetime

from bot.checkin.means import Means
from bot.checkin.outcome import QuestionRef, grown_to
from bot.checkin.streak import DayKind, milestones_reached
from bot.points.economy import (
    CHECK_IN,
    QUESTION_RIGHT,
    QUESTION_WRONG,
    STREAK_MILESTONE,
    Milestone,
    Rule,
)
from bot.points.movement import Movement


@dataclass(frozen=True, slots=True)
class Earned:
    """A movement of points on its way to the ledger, and the milestone that it is for."""

    movement: Movement
    milestone: Milestone | None = None


def for_check_in(
    means: Means, member_id: int, day: date, kind: DayKind, streak: int, at: datetime
) -> list[Earned]:
    """Return what a check-in earns that left the streak at `streak`: base, then milestones."""
    base = means.economy.rule(CHECK_IN)
    key = f"check-in:{member_id}:{day:%Y%m%d}"
    earned = Earned(_movement(means, base, base.amount, member_id, key, at, day))
    return [earned, *for_milestones(means, member_id, day, grown_to(kind, streak), at, day)]


def for_milestones(
    means: Means, member_id: int, day: date, grew: tuple[int, int], at: datetime, paid_on: date
) -> list[Earned]:
    """Return the bonuses of a streak that grew by a check-in on, or a repair of, `day`.

    The day in the key tells the streaks of one person apart; within one, a streak only grows
    and so passes each milestone on one day alone.
    """
    rule = means.economy.rule(STREAK_MILESTONE)
    start = f"milestone:{member_id}:{day:%Y%m%d}"
    lengths = milestones_reached(grew, (m.trading_days for m in means.economy.milestones))
    return [
        Earned(
            _movement(means, rule, m.amount, member_id, f"{start}:{m.trading_days}", at, paid_on), m
        )
        for m in means.economy.milestones
        if m.trading_days in lengths
    ]


def for_answer(means: Means, ref: QuestionRef, correct: bool, at: datetime) -> Earned:
    """Return what the answer to a question of the day earns."""
    rule = means.economy.rule(QUESTION_RIGHT if correct else QUESTION_WRONG)
    key = f"question:{ref.member_id}:{ref.day:%Y%m%d}"
    return Earned(_movement(means, rule, rule.amount, ref.member_id, key, at, ref.day))


def _movement(
    means: Means, rule: Rule, amount: int, member_id: int, key: str, at: datetime, day: date
) -> Movement:
    return Movement(
        member_id=member_id,
        amount=amount,
        reason=rule.reason,
        rule=rule.id,
        rule_version=rule.version,
        actor_id=means.bot_id,
        key=key,
        at=at,
        day=day,
    )
