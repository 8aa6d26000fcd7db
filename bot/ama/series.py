"""The weekly series: the next session called for in time, never silently on a day off."""

from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.ama import posting, weekly
from bot.ama.desk import AmaDesk
from bot.ama.errors import AmaUnknownError
from bot.ama.moving import held
from bot.ama.states import AmaState
from bot.buttons import Button
from bot.calendar.errors import CalendarUncovered
from bot.calendar.service import calendar_for
from bot.i18n import Say
from bot.members.deed import Deed
from db.models.ama import AmaSeries, AmaSession
from db.repositories import ama

ONE_WEEK = timedelta(days=7)


def is_trading_day(session: Session, desk: AmaDesk, at: datetime) -> bool | None:
    """Tell whether an instant lies on a trading day; None where the calendar ends before."""
    calendar = calendar_for(session, desk.community.exchange)
    try:
        return calendar.is_trading_day(at.astimezone(desk.community.zone).date())
    except CalendarUncovered:
        return None


def begin(session: Session, desk: AmaDesk, found: AmaSession, deed: Deed) -> AmaSeries:
    """Let an AMA come round every week at its time."""
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


def running(session: Session) -> list[int]:
    """Return the series that go on."""
    return [series.id for series in ama.running_series(session)]


def stop(session: Session, series_id: int, deed: Deed) -> AmaSeries:
    """Let a weekly series end; what was called for already still takes place."""
    series = ama.series_by_id(session, series_id)
    if series is None or series.stopped_at is not None:
        raise AmaUnknownError(received=str(series_id))
    series.stopped_by, series.stopped_at = deed.actor_id, deed.now
    session.flush()
    deed.log(session, "ama-series-stop", f"ama-series:{series.id}", {}, {"title": series.title})
    return series


def carry_on(session: Session, desk: AmaDesk, series_id: int, now: datetime) -> bool:
    """Call for the next session of a series, about a week ahead; tell whether there is one."""
    series = ama.series_by_id(session, series_id)
    latest = ama.latest_of(session, series_id)
    if series is None or series.stopped_at is not None or latest is None:
        return False
    wished = _next_wished(series, latest, desk, now)
    if weekly.starts_on(wished, series.at, desk.community.zone) - now > weekly.AHEAD:
        return False
    key = f"ama-series:{series.id}:{wished.isoformat()}"
    day = _day_for(session, desk, series, wished, key, now)
    if day is None:
        return False
    made = ama.add_session(session, key, _values(series, day, desk, now))
    if made.announced_at is None:
        posting.announce(session, desk, made, now)
    return True


def waits_for_word(session: Session, desk: AmaDesk, found: AmaSession) -> bool:
    """Tell whether a session of a series lies on a day that has no trading any more."""
    if found.series_id is None or found.any_day:
        return False
    return is_trading_day(session, desk, found.starts_at) is False


def ask_about_closed_days(session: Session, desk: AmaDesk, now: datetime) -> None:
    """Ask the operators about sessions whose day stopped being a trading day, once for each."""
    for found in ama.in_states(session, [AmaState.COLLECTING]):
        if not waits_for_word(session, desk, found):
            continue
        anyway = Button(Say("button-ama-anyway"), f"ama-desk:anyway-{found.id}")
        stop_it = Button(Say("button-ama-stop"), f"ama-desk:stop-{found.id}")
        say = Say("alert-ama-day-changed", title=found.title, at=found.starts_at, number=found.id)
        key = f"ama-day:{found.id}:{found.starts_at:%Y%m%d}"
        desk.alerts.raise_in(session, key, say, now, ((anyway, stop_it),))


def hold_anyway(session: Session, session_id: int, deed: Deed) -> AmaSession:
    """Let a session take place although there is no trading on its day."""
    found = held(session, session_id, {AmaState.COLLECTING})
    found.any_day = True
    session.flush()
    deed.log(session, "ama-anyway", f"ama:{found.id}", {"any_day": False}, {"any_day": True})
    return found


def _next_wished(series: AmaSeries, latest: AmaSession, desk: AmaDesk, now: datetime) -> date:
    """Return the series' weekday in the week after the latest session, or the first to come."""
    zone = desk.community.zone
    local = latest.starts_at.astimezone(zone).date()
    # The week, not the day, is counted on: a session moved by a holiday moves no other.
    monday = local - timedelta(days=local.weekday())
    wished = monday + ONE_WEEK + timedelta(days=series.weekday)
    while weekly.starts_on(wished, series.at, zone) <= now:
        wished += ONE_WEEK
    return wished


def _day_for(
    session: Session, desk: AmaDesk, series: AmaSeries, wished: date, key: str, now: datetime
) -> date | None:
    """Return the trading day of a week; where there is none, or nobody knows, say so once."""
    calendar = calendar_for(session, desk.community.exchange)
    try:
        day = weekly.day_in_week(wished, calendar)
        name = "alert-ama-no-day"
    except CalendarUncovered:
        day, name = None, "alert-ama-uncovered"
    if day is None:
        say = Say(name, title=series.title, day=wished)
        desk.alerts.raise_in(session, f"{key}:{name}", say, now)
    return day


def _values(series: AmaSeries, day: date, desk: AmaDesk, now: datetime) -> dict[str, object]:
    starts = weekly.starts_on(day, series.at, desk.community.zone)
    return {
        "series_id": series.id,
        "title": series.title,
        "expert_id": series.expert_id,
        "tiers": series.tiers,
        "weekly": True,
        "any_day": False,
        "starts_at": starts,
        "ends_at": starts + timedelta(minutes=series.minutes),
        "state": AmaState.COLLECTING,
        "author_id": series.author_id,
        "created_at": now,
    }
