"""The one way in which an AMA goes from one state to another: locked, allowed, logged."""

from collections.abc import Collection

from sqlmodel import Session

from bot.ama.errors import AmaStateError, AmaUnknownError
from bot.ama.states import GOING_ON, AmaState, may_follow
from bot.i18n import Say
from bot.members.deed import Deed
from db.models.ama import AmaSession
from db.repositories import ama


def held(session: Session, session_id: int, states: Collection[AmaState]) -> AmaSession:
    """Return an AMA to be changed, locked; refuse one in none of `states`."""
    found = ama.locked(session, session_id)
    if found is None:
        raise AmaUnknownError(received=str(session_id))
    if found.state not in states:
        raise wrong_state(found)
    return found


def move(
    session: Session, found: AmaSession, after: AmaState, deed: Deed, reason: str | None = None
) -> None:
    """Put a locked AMA into another state, and log who did it."""
    if not may_follow(found.state, after):
        raise wrong_state(found)
    before = found.state
    found.state, found.reason = after, reason
    if after not in GOING_ON:
        found.ended_by, found.closed_at = deed.actor_id, deed.now
    session.flush()
    was, stands = {"state": before.value}, {"state": after.value}
    deed.log(session, f"ama-{after.value}", f"ama:{found.id}", was, stands, reason)


def wrong_state(found: AmaSession) -> AmaStateError:
    """Return the refusal of something that an AMA is past, or not ready for."""
    return AmaStateError(number=found.id, state=Say(f"ama-state-{found.state.value}"))
