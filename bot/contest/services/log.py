"""A contest's log: every event that went in and every outcome that came out, in order."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from bot.contest.events import AccountEvent, MarketEvent
from bot.contest.outcomes import Outcome
from db.models.contest import Contest


def append_market(session: Session, contest: Contest, event: MarketEvent, day: date) -> int:
    """Append a market event and return its number; the caller holds the contest's lock.

    Refresh of `contest`: its `market_seq` is the new number afterwards; `DayOpened` and
    `DayClosed` set `market_day` and `market_closed` too.
    """
    raise NotImplementedError


def append_account(
    session: Session,
    contest_id: int,
    member_id: int,
    day: date,
    event: AccountEvent | None,
    outcomes: Sequence[Outcome],
) -> None:
    """Append what a member did and what came of it (or what came of a market event alone).

    Refusals are left out. The caller holds the entry's lock.
    """
    raise NotImplementedError
