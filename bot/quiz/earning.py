"""What the quiz pays, and under which key: an item once, a level once, a goal once.

Amounts stand in `bot/points/economy.toml`. Answers pay up to a daily cap of the quiz's own.
"""

from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session

from bot.points.level_up import announce_level_up
from bot.points.movement import Movement
from bot.points.service import award
from bot.quiz.means import QuizMeans
from db.repositories import members, points

RIGHT = "quiz-right"
LEVEL = "quiz-level"
GROUP_RIGHT = "group-quiz-right"
GROUP_GOAL = "group-quiz-goal"
ANSWER_KEYS = "quiz-right:"
"""How the keys of all answers begin: an item pays once, alone or in a group."""


def pay_right(
    session: Session, member_id: int, item_id: str, means: QuizMeans, now: datetime
) -> int:
    """Pay for an item's first right answer alone; return what was received."""
    key = f"{ANSWER_KEYS}{member_id}:{item_id}"
    return _pay_answer(session, _movement(means, RIGHT, member_id, key, now), means)


def pay_group_right(
    session: Session, member_id: int, item_id: str, means: QuizMeans, now: datetime
) -> int:
    """Pay for an item's first right answer in a group; an item pays once, wherever it was."""
    key = f"{ANSWER_KEYS}{member_id}:{item_id}"
    return _pay_answer(session, _movement(means, GROUP_RIGHT, member_id, key, now), means)


def pay_level(session: Session, member_id: int, level: int, means: QuizMeans, now: datetime) -> int:
    """Pay for a level's first pass; return what was received."""
    key = _level_key(member_id, level)
    return _pay(session, _movement(means, LEVEL, member_id, key, now), means)


def paid_for_level(session: Session, member_id: int, level: int) -> int:
    """Return what a level's first pass was paid; what a cap took away then is not owed later."""
    entry = points.entry_with_key(session, _level_key(member_id, level))
    return entry.amount if entry is not None else 0


def pay_goal(
    session: Session, member_id: int, group_id: int, week: date, means: QuizMeans, now: datetime
) -> int:
    """Pay for a part in a group's goal of a week; return what was received."""
    key = f"quiz-goal:{group_id}:{week:%Y%m%d}:{member_id}"
    return _pay(session, _movement(means, GROUP_GOAL, member_id, key, now), means)


def _level_key(member_id: int, level: int) -> str:
    return f"quiz-level:{member_id}:{level}"


def _pay_answer(session: Session, movement: Movement, means: QuizMeans) -> int:
    """Pay what the quiz's own cap of the day leaves; what was paid before is told again."""
    rows = points.entries_of_day(session, movement)
    earned = sum(row.amount for row in rows if row.key.startswith(ANSWER_KEYS))
    left = max(means.ladder.points_per_day - earned, 0)
    return _pay(session, replace(movement, amount=min(movement.amount, left)), means)


def _pay(session: Session, movement: Movement, means: QuizMeans) -> int:
    got = award(session, movement, means.economy)
    if got.level_up:
        member = members.by_id(session, movement.member_id)
        language = (member.language if member else None) or means.language
        announce_level_up(
            session, got, movement.member_id, movement.at, means.words, means.gate, language
        )
    return got.amount


def _movement(means: QuizMeans, rule_id: str, member_id: int, key: str, now: datetime) -> Movement:
    rule = means.economy.rule(rule_id)
    return Movement(
        member_id=member_id,
        amount=rule.amount,
        reason=rule.reason,
        rule=rule.id,
        rule_version=rule.version,
        actor_id=means.bot_id,
        key=key,
        at=now,
        day=means.community.day_of(now),
    )
