"""Who somebody is here: tier, level, what comes next, streak and balance."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.members.service import tier_of
from bot.members.tiers import Tier
from bot.points.economy import Economy
from bot.points.levels import LevelStanding, level_of
from db.repositories import points


@dataclass(frozen=True, slots=True)
class Profile:
    """The figures of `/me`.

    `streak` counts trading days and `freezes` what would save it, both as they stand today;
    `quiz_level` is the highest level of the quiz that was passed, 0 for none.
    """

    tier: Tier | None
    standing: LevelStanding
    balance: int
    streak: int
    freezes: int
    quiz_level: int = 0


def profile(
    session: Session,
    member_id: int,
    economy: Economy,
    streak: int = 0,
    freezes: int = 0,
    quiz_level: int = 0,
) -> Profile:
    """Return a person's profile, with what check-in and quiz know; empty for somebody new."""
    balance = points.balance_of(session, member_id)
    return Profile(
        tier=tier_of(session, member_id),
        standing=level_of(balance.lifetime if balance else 0, economy),
        balance=balance.amount if balance else 0,
        streak=streak,
        freezes=freezes,
        quiz_level=quiz_level,
    )
