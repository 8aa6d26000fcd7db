"""What members watch: a short list of shares, polled together with those held."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.errors import BellError
from db.repositories import watches

MOST_WATCHED = 20


class WatchFullError(BellError):
    """Nobody watches more shares than that. Field: `most`."""

    code = "watch-full"


def watch(session: Session, member_id: int, symbol: str, now: datetime) -> bool:
    """Watch a share; return whether that is new. Raise WatchFullError."""
    watched = watches.of_member(session, member_id)
    if symbol in watched:
        return False
    if len(watched) >= MOST_WATCHED:
        raise WatchFullError(most=MOST_WATCHED)
    watches.add(session, member_id, symbol, now)
    return True


def unwatch(session: Session, member_id: int, symbol: str) -> None:
    """Watch a share no more."""
    watches.remove(session, member_id, symbol)


def watched_by(session: Session, member_id: int) -> Sequence[str]:
    """Return the symbols that somebody watches, the oldest first."""
    return watches.of_member(session, member_id)
