"""A community, its means, and members who checked in."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.calendar.service import Community
from bot.checkin.means import Means
from bot.checkin.streak import StreakState
from bot.checkin.toml_questions import TomlQuestions
from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.i18n import Language, words_for
from bot.points.economy import default_economy
from db.repositories import checkins, members

SHANGHAI = ZoneInfo("Asia/Shanghai")
COMMUNITY = Community(SHANGHAI, time(4), "XSHG")
BOT = 99


@cache
def shipped_means() -> Means:
    """Return what a default installation checks in with."""
    return Means(
        community=COMMUNITY,
        economy=default_economy(),
        questions=TomlQuestions(),
        words=words_for(SHANGHAI),
        gate=Gate(default_pack()),
        language=Language.SIMPLIFIED,
        bot_id=BOT,
    )


def make_means(**changes: Any) -> Means:
    """Return the shipped means with some parts changed."""
    return replace(shipped_means(), **changes)


def at(day: date, clock: str = "09:00") -> datetime:
    """Return an instant of the wall clock in Shanghai, on the calendar date `day`."""
    local = datetime.combine(day, time.fromisoformat(clock), SHANGHAI)
    return local.astimezone(UTC)


def make_streak(session: Session, member_id: int, length: int, last_day: date, **more: Any) -> None:
    """Give somebody a streak, as if they had checked in until `last_day`."""
    checkins.lock_streak(session, member_id)
    state = StreakState(length=length, best=length, last_day=last_day, **more)
    checkins.save_streak(session, member_id, state)


def make_checked_in_member(session: Session, member_id: int = 1, **names: Any) -> int:
    """Register somebody who can check in."""
    given = {"first_name": "小林", "last_name": None, "username": None, **names}
    members.save(session, member_id, datetime(2026, 1, 1, tzinfo=UTC), **given)
    return member_id
