"""AMAs before they run: written, called for, cancelled, and the weekly series."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.ama import posting, telling, weekly
from bot.ama.desk import AmaDesk
from bot.ama.errors import AmaExpertError, AmaNoneError, AmaStateError, AmaUnknownError
from bot.ama.plan import Plan
from bot.ama.states import AmaState, may_follow
from bot.calendar.errors import CalendarUncovered
from bot.calendar.service import calendar_for
from bot.i18n import Say
from bot.members.deed import Deed
from bot.members.roles import Role
from bot.members.service import find_member, roles_of
from db.models.ama import AmaSeries, AmaSession
from db.repositories import ama, members

EXPERTS = frozenset({Role.EXPERT, Role.OPERATOR, Role.OWNER})
CURRENT = (AmaState.OPEN, AmaState.COLLECTING)


def begin(session: Session, desk: AmaDesk, plan: Plan, deed: Deed) -> AmaSession:
    """Write an AMA down, for its author to look at; the same update makes it only once."""
    expert = find_member(session, plan.expert)
    if not roles_of(session, expert.id, desk.owners) & EXPERTS:
        raise AmaExpertError(name=expert.first_name)
    values = {
        "title": plan.title,
        "expert_id": expert.id,
        "tiers": [tier.value for tier in plan.tiers],
        "weekly": plan.weekly,
        "starts_at": plan.starts_at,
        "ends_at": plan.starts_at + timedelta(minutes=plan.minutes),
        "state": AmaState.DRAFT,
        "author_id": deed.actor_id,
        "created_at": deed.now,
    }
    return ama.add_session(session, deed.key, values)


def is_trading_day(session: Session, desk: AmaDesk, at: datetime) -> bool | None:
    """Tell whether an instant lies on a trading day; None where the calendar ends before."""
    calendar = calendar_for(session, desk.community.exchange)
    try:
        return calendar.is_trading_day(at.astimezone(desk.community.zone).date())
    except CalendarUncovered:
        return None


def call(session: Session, desk: AmaDesk, session_id: int, deed: Deed) -> tuple[AmaSession, int]:
    """Call for questions in every group of the tiers; return in how many. Begins a series too."""
    found = held(session, session_id, {AmaState.DRAFT})
    if found.starts_at <= deed.now:
        raise AmaStateError(number=found.id, state=Say("ama-state-late"))
    if found.weekly and found.series_id is None:
        found.series_id = _begin_series(session, desk, found, deed).id
    move(session, found, AmaState.COLLECTING, deed)
    return found, announce(session, desk, found, deed.now)


def announce(session: Session, desk: AmaDesk, found: AmaSession, now: datetime) -> int:
    """Post the call in the groups; return in how many."""
    found.announced_at = now
    lines = (Say("ama-call"), *telling.head(session, found), Say("ama-call-how"))
    buttons = telling.link(desk.bot_username, found)
    return posting.post(
        session, desk, found, "call", lines, now, buttons=buttons, useless_after=found.starts_at
    )


def cancel(session: Session, session_id: int, deed: Deed) -> AmaSession:
    """Drop an AMA that nobody was called to."""
    found = held(session, session_id, {AmaState.DRAFT})
    move(session, found, AmaState.CANCELLED, deed)
    return found


def reschedule(
    session: Session, desk: AmaDesk, session_id: int, starts_at: datetime, deed: Deed
) -> AmaSession:
    """Move an AMA that has not begun to another time, and tell its groups."""
    found = held(session, session_id, {AmaState.DRAFT, AmaState.COLLECTING})
    before = found.starts_at
    length = found.ends_at - found.starts_at
    found.starts_at, found.ends_at = starts_at, starts_at + length
    session.flush()
    moved = {"starts_at": starts_at.isoformat()}
    was = {"starts_at": before.isoformat()}
    deed.log(session, "ama-move", f"ama:{found.id}", was, moved)
    if found.state is AmaState.COLLECTING:
        line = Say("ama-moved", title=found.title, before=before, at=starts_at)
        posting.post(
            session,
            desk,
            found,
            f"moved:{starts_at:%m%d%H%M}",
            [line],
            deed.now,
            useless_after=starts_at,
        )
    return found


def current(session: Session, session_id: int | None = None) -> AmaSession:
    """Return an AMA by its number, or the one that runs, or the next one to run."""
    if session_id is not None:
        found = ama.by_id(session, session_id)
        if found is None:
            raise AmaUnknownError(received=session_id)
        return found
    for state in CURRENT:
        waiting = ama.in_states(session, [state])
        if waiting:
            return waiting[0]
    raise AmaNoneError


def held(session: Session, session_id: int, states: Collection[AmaState]) -> AmaSession:
    """Return an AMA to be changed, locked; refuse one in none of `states`."""
    found = ama.locked(session, session_id)
    if found is None:
        raise AmaUnknownError(received=session_id)
    if found.state not in states:
        raise AmaStateError(number=found.id, state=Say(f"ama-state-{found.state.value}"))
    return found


def move(
    session: Session, found: AmaSession, after: AmaState, deed: Deed, reason: str | None = None
) -> None:
    """Put a locked AMA into another state, and log who did it."""
    if not may_follow(found.state, after):
        raise AmaStateError(number=found.id, state=Say(f"ama-state-{found.state.value}"))
    before = found.state
    found.state, found.reason = after, reason
    found.ended_by = deed.actor_id if after not in CURRENT else None
    session.flush()
    was, stands = {"state": before.value}, {"state": after.value}
    deed.log(session, f"ama-{after.value}", f"ama:{found.id}", was, stands, reason)


def stop_series(session: Session, series_id: int, deed: Deed) -> AmaSeries:
    """Let a weekly series end; what was called for already still takes place."""
    series = ama.series_by_id(session, series_id)
    if series is None or series.stopped_at is not None:
        raise AmaUnknownError(received=series_id)
    series.stopped_by, series.stopped_at = deed.actor_id, deed.now
    session.flush()
    deed.log(session, "ama-series-stop", f"ama-series:{series.id}", {}, {"title": series.title})
    return series


def continue_series(session: Session, desk: AmaDesk, now: datetime) -> None:
    """Call for the next session of each series, about a week ahead."""
    for series in ama.running_series(session):
        latest = ama.latest_of(session, series.id)
        if latest is None:
            continue
        local = latest.starts_at.astimezone(desk.community.zone).date()
        # The week, not the day, is counted on: a session moved by a holiday moves no other.
        monday = local - timedelta(days=local.weekday())
        wished = monday + timedelta(days=7 + series.weekday)
        _next_session(session, desk, series, wished, now)


def _next_session(
    session: Session, desk: AmaDesk, series: AmaSeries, wished: date, now: datetime
) -> None:
    zone = desk.community.zone
    while weekly.starts_on(wished, series.at, zone) <= now:
        wished += timedelta(days=7)
    if weekly.starts_on(wished, series.at, zone) - now > weekly.AHEAD:
        return
    key = f"ama-series:{series.id}:{wished.isoformat()}"
    try:
        calendar = calendar_for(session, desk.community.exchange)
        day = weekly.day_in_week(wished, calendar)
    except CalendarUncovered:
        say = Say("alert-ama-uncovered", title=series.title, day=wished)
        desk.alerts.raise_in(session, f"{key}:uncovered", say, now)
        return
    if day is None:
        say = Say("alert-ama-no-day", title=series.title, day=wished)
        desk.alerts.raise_in(session, f"{key}:none", say, now)
        return
    starts = weekly.starts_on(day, series.at, zone)
    values = {
        "series_id": series.id,
        "title": series.title,
        "expert_id": series.expert_id,
        "tiers": series.tiers,
        "weekly": True,
        "starts_at": starts,
        "ends_at": starts + timedelta(minutes=series.minutes),
        "state": AmaState.COLLECTING,
        "author_id": series.author_id,
        "created_at": now,
    }
    made = ama.add_session(session, key, values)
    if made.announced_at is None:
        announce(session, desk, made, now)


def _begin_series(session: Session, desk: AmaDesk, found: AmaSession, deed: Deed) -> AmaSeries:
    local = found.starts_at.astimezone(desk.community.zone)
    values = {
        "title": found.title,
        "expert_id": found.expert_id,
        "tiers": found.tiers,
        "weekday": local.weekday(),
        "at": local.time().replace(tzinfo=None),
        "minutes": int((found.ends_at - found.starts_at).total_seconds() // 60),
        "author_id": deed.actor_id,
        "created_at": deed.now,
    }
    return ama.add_series(session, values)


def expert_of(session: Session, found: AmaSession) -> str:
    """Return the first name of who answers."""
    member = members.by_id(session, found.expert_id)
    return member.first_name if member else ""
