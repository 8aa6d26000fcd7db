"""Movements of points, economies and members to try them on."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from sqlmodel import Session

from bot.points.economy import Economy, default_economy
from bot.points.movement import Movement
from bot.points.reasons import Reason
from bot.points.service import award
from db.repositories import members

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
NUMBERS = count(1)


def make_movement(amount: int = 3, **fields: Any) -> Movement:
    """Return an earned movement for member 1, each with a key of its own."""
    values: dict[str, Any] = {
        "member_id": 1,
        "reason": Reason.CHECK_IN,
        "rule": "check-in",
        "rule_version": 1,
        "actor_id": 99,
        "key": f"test:{next(NUMBERS)}",
        "at": NOW,
        "day": TODAY,
        **fields,
    }
    return Movement(amount=amount, **values)


def make_economy(**changes: Any) -> Economy:
    """Return the shipped economy with some figures changed."""
    return replace(default_economy(), **changes)


def make_person(session: Session, member_id: int, name: str = "", **fields: Any) -> int:
    """Register a member."""
    values = {"first_name": name or f"成员{member_id}", "last_name": None, "username": None}
    members.save(session, member_id, NOW, **{**values, **fields})
    return member_id


def make_points(session: Session, member_id: int, amount: int, **fields: Any) -> None:
    """Give a member points, beyond all caps."""
    values = {"reason": Reason.GRANT, "rule": "operator-grant", **fields}
    award(session, make_movement(amount, member_id=member_id, **values), default_economy())
