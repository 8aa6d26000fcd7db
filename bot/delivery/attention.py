"""A person's attention: quiet hours, what they asked not to get, and a daily budget.

Whatever goes to somebody in private without being asked for comes in through `offer`. What is
not sent is written down with its reason, so that `/why` can tell it.
"""

from dataclasses import replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.calendar.service import Community
from bot.delivery.lanes import LANES, DeliveryState, Lane
from bot.delivery.outbox import Post, enqueue, suppress
from db.models.delivery import Delivery
from db.repositories import attention, deliveries, members

QUIET_FROM, QUIET_UNTIL = time(22), time(8)
MOST_A_DAY = 2
UNASKED = frozenset({Lane.BRIEF, Lane.CONTEST, Lane.NUDGE, Lane.SURVEY, Lane.CAMPAIGN})
"""The lanes that share the budget; receipts and answers were asked for."""


class Suppression(StrEnum):
    """Why somebody did not get a message; `/why` says it as `why-<value>`."""

    OPTED_OUT = "opted-out"
    QUIET_HOURS = "quiet-hours"
    DAILY_BUDGET = "daily-budget"
    CANCELLED = "cancelled"


class Offered(StrEnum):
    """What became of an offer."""

    QUEUED = "queued"
    DEFERRED = "deferred"
    SUPPRESSED = "suppressed"
    KNOWN = "known"


def is_quiet(at: datetime, zone: ZoneInfo) -> bool:
    """Tell whether an instant lies in the quiet hours of the community."""
    local = at.astimezone(zone).time()
    return local >= QUIET_FROM or local < QUIET_UNTIL


def awake_from(at: datetime, zone: ZoneInfo) -> datetime:
    """Return the first instant from `at` on that is not in the quiet hours."""
    if not is_quiet(at, zone):
        return at
    local = at.astimezone(zone)
    day = local.date() + timedelta(days=1 if local.time() >= QUIET_FROM else 0)
    return datetime.combine(day, QUIET_UNTIL, zone).astimezone(at.tzinfo)


def offer(session: Session, post: Post, community: Community, now: datetime) -> Offered:
    """Queue an unasked message to one person, put it off, or record why it is not sent."""
    if deliveries.with_key(session, post.send_key) is not None:
        return Offered.KNOWN
    members.lock(session, post.chat_id)  # two offers at once must not both take the last place
    if attention.choices(session, [post.chat_id], post.lane).get(post.chat_id) is False:
        return _suppressed(session, post, Suppression.OPTED_OUT, now)
    wished = max(post.not_before, now)
    at = awake_from(wished, community.zone)
    if post.useless_after is not None and at >= post.useless_after:
        return _suppressed(session, post, Suppression.QUIET_HOURS, now)
    if not _room(session, post, community, at, now):
        return _suppressed(session, post, Suppression.DAILY_BUDGET, now)
    enqueue(session, replace(post, not_before=at), now)
    return Offered.QUEUED if at == wished else Offered.DEFERRED


def _room(session: Session, post: Post, community: Community, at: datetime, now: datetime) -> bool:
    """Tell whether the day's budget has room, if need be by dropping what matters less."""
    day = community.day_of(at)
    first, end = community.starts(day), community.ends(day)
    taken = attention.taken(session, post.chat_id, UNASKED, first, end)
    if len(taken) < MOST_A_DAY:
        return True
    return any(_dropped(session, one, post, now) for one in reversed(taken))


def _dropped(session: Session, one: Delivery, post: Post, now: datetime) -> bool:
    if one.priority <= LANES[post.lane].priority:
        return False
    why = Suppression.DAILY_BUDGET.value
    after = DeliveryState.SUPPRESSED
    return deliveries.move(session, one.id, DeliveryState.QUEUED, after, why=why, settled_at=now)


def _suppressed(session: Session, post: Post, why: Suppression, now: datetime) -> Offered:
    suppress(session, post, why.value, now)
    return Offered.SUPPRESSED
