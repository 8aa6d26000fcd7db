"""The cards of broadcasts in the operators' group: what waits for a word, and how it ended."""

from datetime import datetime

from sqlmodel import Session

from bot.broadcast import telling
from bot.broadcast.desk import Desk
from bot.broadcast.reaching import Reach
from bot.i18n import Say
from db.models.broadcast import Broadcast


def ask(
    session: Session, found: Broadcast, reach: Reach, desk: Desk, now: datetime, grown: int = 0
) -> None:
    """Show a submission to the operators, with the buttons that decide."""
    lines = telling.card_lines(found, reach, desk)
    if grown:
        lines = (Say("broadcast-grown", before=grown, after=reach.size), *lines)
    say = Say("alert-broadcast-asks", number=found.id, lines=lines)
    key = f"broadcast:{found.id}:asks:{found.round}"
    desk.alerts.raise_in(session, key, say, now, telling.card_buttons(found))


def tell_done(
    session: Session, found: Broadcast, progress: telling.Progress, desk: Desk, now: datetime
) -> None:
    """Say how a broadcast ended."""
    say = Say("alert-broadcast-done", number=found.id, **telling.progress_fields(progress))
    desk.alerts.raise_in(session, f"broadcast:{found.id}:done", say, now)


def tell_expired(session: Session, found: Broadcast, desk: Desk, now: datetime) -> None:
    """Say that nobody agreed in time, or that it could not begin in time."""
    say = Say("alert-broadcast-expired", number=found.id)
    desk.alerts.raise_in(session, f"broadcast:{found.id}:expired:{found.round}", say, now)


def tell_stopped(
    session: Session, found: Broadcast, problems: tuple[Say, ...], desk: Desk, now: datetime
) -> None:
    """Say that what was approved may not go out as things stand."""
    say = Say("alert-broadcast-stopped", number=found.id, problems=problems)
    desk.alerts.raise_in(session, f"broadcast:{found.id}:stopped:{found.round}", say, now)
