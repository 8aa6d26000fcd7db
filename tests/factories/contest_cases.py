"""Contests and deeds for what operators do."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from sqlmodel import Session

from bot.contest.instrument import Board, Market
from bot.contest.rules import Rules
from bot.contest.services import lifecycle
from bot.members.deed import Deed
from db.models.contest import Contest

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
FIRST, LAST = date(2026, 11, 23), date(2026, 12, 18)
NUMBERS = count(1)


def make_rules(**changes: Any) -> Rules:
    """Return rules of a mainland contest that can be played."""
    values: dict[str, Any] = {
        "market": Market.MAINLAND,
        "first_day": FIRST,
        "last_day": LAST,
        "late_entry_until": date(2026, 11, 27),
        "boards": (Board.SSE_MAIN, Board.SZSE_MAIN),
        **changes,
    }
    return Rules(**values)


def make_deed(actor_id: int = 50, **changes: Any) -> Deed:
    """Return a deed of an operator, each with a key of its own."""
    values = {"key": f"test:{next(NUMBERS)}", "now": NOW, "day": TODAY, **changes}
    return Deed(actor_id, **values)


def make_draft(session: Session, title: str = "十一月模拟赛", **rules: Any) -> Contest:
    """Store a draft."""
    return lifecycle.create(session, title, make_rules(**rules), make_deed())


def make_open(session: Session, **rules: Any) -> Contest:
    """Store a contest that is open for entry."""
    contest = make_draft(session, **rules)
    return lifecycle.announce(session, contest.id, make_deed())


def make_running(session: Session, **rules: Any) -> Contest:
    """Store a contest that has started; no market day is open yet."""
    contest = make_open(session, **rules)
    return lifecycle.start(session, contest.id, make_deed())
