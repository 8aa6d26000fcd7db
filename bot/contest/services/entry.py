"""Entering a contest: who may, and the capital that one enters with."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Session

from bot.contest.engine.codec import account_to_json
from bot.contest.engine.engine import enter
from bot.contest.errors import (
    ContestUnknownError,
    EntryClosedError,
    EntryTooLateError,
    NotPlayingError,
    SuitabilityNeededError,
    TierNeededError,
)
from bot.contest.events import Joined
from bot.contest.rulebook.phases import ZONES
from bot.contest.rules import Rules
from bot.contest.services import log
from bot.contest.services.market import known
from bot.contest.services.overview import rules_of
from bot.contest.states import ContestState
from bot.errors import BellError
from bot.i18n import Say
from bot.members.roles import STAFF
from bot.members.service import roles_of, tier_of
from db.models.contest import Contest, ContestEntry
from db.repositories import contest_entries, contests

TAKES_IN = frozenset({ContestState.OPEN, ContestState.RUNNING})
ANSWER_LASTS = timedelta(days=365)


class Obstacle(StrEnum):
    """Why somebody cannot enter; each has the message `contest-obstacle-<value>`."""

    NOT_OPEN = "not-open"
    TOO_LATE = "too-late"
    TIER = "tier"
    SUITABILITY = "suitability"
    ALREADY_IN = "already-in"


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether somebody may enter; staff may, outside of board and prizes."""

    obstacle: Obstacle | None
    staff: bool


def eligibility(
    session: Session, contest: Contest, member_id: int, owners: Collection[int], now: datetime
) -> Eligibility:
    """Tell what keeps a member out of a contest, if anything; staff need no tier."""
    staff = bool(roles_of(session, member_id, owners) & STAFF)
    if contest_entries.by_member(session, contest.id, member_id) is not None:
        return Eligibility(Obstacle.ALREADY_IN, staff)
    return Eligibility(_obstacle(session, contest, member_id, staff, now), staff)


def join(
    session: Session, contest_id: int, member_id: int, owners: Collection[int], now: datetime
) -> ContestEntry:
    """Enter a member with the contest's capital; whoever is in stays in as they are.

    Raise ContestUnknownError, EntryClosedError, EntryTooLateError, TierNeededError,
    SuitabilityNeededError.
    """
    contest = contests.share(session, contest_id)
    if contest is None or contest.state is ContestState.DRAFT:
        raise ContestUnknownError
    found = eligibility(session, contest, member_id, owners, now)
    if found.obstacle not in {None, Obstacle.ALREADY_IN}:
        raise _error(found.obstacle, contest)
    if found.obstacle is None:
        _enter(session, contest, member_id, found.staff, now)
    entry = contest_entries.by_member(session, contest_id, member_id)
    if entry is None:
        raise NotPlayingError
    return entry


def _enter(session: Session, contest: Contest, member_id: int, staff: bool, now: datetime) -> None:
    rules = rules_of(contest)
    event = Joined(known(session, contest).moment(now), member_id, staff)
    account, entered = enter(event, rules)
    if contest_entries.add(
        session, contest.id, member_id, account_to_json(account), contest.market_seq, staff, now
    ):
        day = log.day_of_deeds(session, contest, rules)
        log.append_account(session, contest.id, member_id, day, event, (entered,))


def _obstacle(
    session: Session, contest: Contest, member_id: int, staff: bool, now: datetime
) -> Obstacle | None:
    rules = rules_of(contest)
    if contest.state not in TAKES_IN:
        return Obstacle.NOT_OPEN
    if now.astimezone(ZONES[rules.market]).date() > rules.late_entry_until:
        return Obstacle.TOO_LATE
    if not staff and tier_of(session, member_id) not in rules.tiers:
        return Obstacle.TIER
    if rules.suitability and not _answered(session, member_id, now):
        return Obstacle.SUITABILITY
    return None


def _answered(session: Session, member_id: int, now: datetime) -> bool:
    answer = contest_entries.suitability_of(session, member_id)
    return answer is not None and now - answer.at < ANSWER_LASTS


def _error(obstacle: Obstacle | None, contest: Contest) -> BellError:
    rules: Rules = rules_of(contest)
    if obstacle is Obstacle.TOO_LATE:
        return EntryTooLateError(title=contest.title, until=rules.late_entry_until)
    if obstacle is Obstacle.TIER:
        named = {f"tier{n}": Say(f"tier-{tier}") for n, tier in enumerate(rules.tiers, 1)}
        tiers = Say(f"contest-tiers-{len(rules.tiers)}", **named)
        return TierNeededError(title=contest.title, tiers=tiers)
    if obstacle is Obstacle.SUITABILITY:
        return SuitabilityNeededError(title=contest.title)
    return EntryClosedError(title=contest.title)
