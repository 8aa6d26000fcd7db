"""Taking back a corporate action that an operator entered, before it is applied."""

from sqlmodel import Session

from bot.contest.operator_errors import ActionGoneError
from bot.members.deed import Deed
from db.models.market import ShareEvent


def withdraw(session: Session, event_id: int, deed: Deed) -> ShareEvent:
    """Take back an operator's entry whose ex day has not come; return what it was."""
    row = session.get(ShareEvent, event_id)
    if row is None or row.entered_by is None or row.ex_day <= deed.day:
        raise ActionGoneError
    gone = ShareEvent(**row.model_dump())
    session.delete(row)  # what it said stays in the action log; it may be entered again
    session.flush()
    before = {"ex_day": f"{gone.ex_day}", "cash": f"{gone.cash}", "ratio": f"{gone.ratio}"}
    deed.log(session, "share-event-undo", f"share:{gone.symbol}", before, {})
    return gone
