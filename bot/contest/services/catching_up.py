"""Bringing accounts up to date with the market events that they have not seen."""

from sqlmodel import Session

from bot.contest.account import Account
from db.models.contest import Contest


def up_to_date(session: Session, contest: Contest, member_id: int) -> Account:
    """Lock a member's entry and return their account after every market event so far.

    What came of the events is logged, and orders, fills and snapshots are written. The caller
    holds the contest's row (`contests.share` or `contests.lock`). Raise NotPlayingError.
    """
    raise NotImplementedError


def as_of_now(session: Session, contest: Contest, member_id: int) -> Account:
    """Return the same account for showing it: nothing is locked and nothing is written."""
    raise NotImplementedError


def store(session: Session, contest: Contest, account: Account) -> None:
    """Keep an account that is up to date; the caller holds the entry's lock."""
    raise NotImplementedError


def sweep(session: Session, contest_id: int, limit: int = 500) -> int:
    """Bring up to `limit` lagging accounts up to date; return how many there were."""
    raise NotImplementedError
