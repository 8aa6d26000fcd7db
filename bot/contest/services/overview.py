"""Which contests there are for a member, and which one is meant."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.contest.rules import Rules
from db.models.contest import Contest, ContestEntry


@dataclass(frozen=True, slots=True)
class Overview:
    """A contest as one member sees it; `mine` is nothing while they take no part."""

    contest: Contest
    rules: Rules
    participants: int
    mine: ContestEntry | None


def contests_for(
    session: Session, member_id: int, *, include_drafts: bool = False
) -> tuple[Overview, ...]:
    """Return open, running and paused contests, then finished ones, newest first."""
    raise NotImplementedError


def overview(session: Session, contest_id: int, member_id: int) -> Overview:
    """Return one contest; raise ContestUnknownError."""
    raise NotImplementedError


def current(session: Session, member_id: int, symbol: str | None = None) -> Overview:
    """Return the contest that a bare `/buy` or `/portfolio` means.

    The one that the member plays in and that has begun, else one that is announced; of the
    market of `symbol`, if one is given.
    Raise NotPlayingError, SeveralContestsError.
    """
    raise NotImplementedError
