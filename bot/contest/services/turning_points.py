"""The clock starts a contest on its first day, and finishes it after its last close."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from bot.contest.days.day_plan import Situation
from bot.contest.operator_errors import TooLateToStartError
from bot.contest.services import lifecycle, telling_operators
from bot.contest.services.desk import Desk
from bot.contest.states import ContestState
from bot.members.deed import Deed
from db.repositories import contests


def start(
    session: Session, desk: Desk, situation: Situation, local_day: date, now: datetime
) -> bool:
    """Start a contest whose first day has come; tell whether this call did it."""
    contest = contests.lock(session, situation.contest_id)
    if contest is None or contest.state is not ContestState.OPEN:
        return False
    deed = Deed(desk.bot_id, f"contest:{contest.id}:clock", now, local_day)
    try:
        lifecycle.start(session, contest.id, deed)
    except TooLateToStartError:
        telling_operators.not_started(
            session, desk, situation.title, contest.id, situation.rules.first_day, now
        )
        return False
    return True


def finish(
    session: Session,
    desk: Desk,
    situation: Situation,
    skipped: Sequence[date],
    local_day: date,
    now: datetime,
) -> bool:
    """Finish a contest whose last trading day is over; tell of days that were not played."""
    contest = contests.lock(session, situation.contest_id)
    if contest is None or contest.state is not ContestState.RUNNING:
        return False
    if skipped:
        telling_operators.skipped(session, desk, contest, skipped, now)
    deed = Deed(desk.bot_id, f"contest:{contest.id}:clock", now, local_day)
    lifecycle.finish(session, contest.id, deed)
    return True
