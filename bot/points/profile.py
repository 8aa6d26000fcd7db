"""Who somebody is here: tier, level, what comes next, streak and balance."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.members.service import tier_of
from bot.members.tiers import Tier
from bot.points.economy import Economy
from bot.points.levels import LevelStanding, level_of
from db.models.checkin import Streak
from db.repositories import points


@dataclass(frozen=True, slots=True)
class Profile:
    """The figures of `/me`.

    `streak` counts trading days as it stood after the check-in on `last_day`; `freezes` are
    those that were left then.
    """

    tier: Tier | None
    standing: LevelStanding
    balance: int
    streak: int
    freezes: int
    last_day: date | None


def profile(session: Session, member_id: int, economy: Economy) -> Profile:
    """Return a person's profile; somebody new has an empty one."""
    balance = points.balance_of(session, member_id)
    streak = session.get(Streak, member_id)
    return Profile(
        tier=tier_of(session, member_id),
        standing=level_of(balance.lifetime if balance else 0, economy),
        balance=balance.amount if balance else 0,
        streak=streak.length if streak else 0,
        freezes=streak.freezes if streak else 0,
        last_day=streak.last_day if streak else None,
    )
