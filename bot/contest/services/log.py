"""A contest's log: every event that went in and every outcome that came out, in order."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlmodel import Session

from bot.calendar.service import calendar_for
from bot.contest.codec import encode
from bot.contest.events import AccountEvent, DayClosed, DayOpened, MarketEvent
from bot.contest.outcomes import Outcome, Refused
from bot.contest.rules import Rules
from bot.contest.services.market import note_append
from db.models.contest import Contest
from db.repositories import contest_records, contests


def append_market(session: Session, contest: Contest, event: MarketEvent, day: date) -> int:
    """Append a market event and return its number; the caller holds the contest's lock.

    `contest` is up to date afterwards: `market_seq` is the new number, and `DayOpened` and
    `DayClosed` set `market_day` and `market_closed`.
    """
    opened, closed = isinstance(event, DayOpened), isinstance(event, DayClosed)
    seq = contest.market_seq + 1
    note_append(session, contest.id)
    contest_records.add(session, [_line(contest.id, None, day, event, seq=seq, is_event=True)])
    contests.market_moved(
        session,
        contest,
        event.day if isinstance(event, DayOpened) else contest.market_day,
        closed or (contest.market_closed and not opened),
    )
    return seq


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
    lines = []
    if event is not None:
        lines.append(_line(contest_id, member_id, day, event, is_event=True))
    lines += [
        _line(contest_id, member_id, day, outcome, is_event=False)
        for outcome in outcomes
        if not isinstance(outcome, Refused)
    ]
    contest_records.add(session, lines)


def day_of_deeds(session: Session, contest: Contest, rules: Rules) -> date:
    """Return the day to whose chain what members do now belongs.

    The trading day while it is open. What is done after its close belongs to the next one,
    for the chain of the day that is over may be sealed already; after the contest's last day
    it belongs to the day after.
    """
    last = contest.market_day
    if last is None:
        return rules.first_day
    if not contest.market_closed:
        return last
    if last >= rules.last_day:
        return last + timedelta(days=1)
    return calendar_for(session, rules.market.calendar).next_trading_day(last)


def _line(
    contest_id: int,
    member_id: int | None,
    day: date,
    what: MarketEvent | AccountEvent | Outcome,
    *,
    is_event: bool,
    seq: int | None = None,
) -> dict[str, Any]:
    return {
        "contest_id": contest_id,
        "day": day,
        "seq": seq,
        "member_id": member_id,
        "kind": type(what).__name__,
        "is_event": is_event,
        "at": what.at,
        "body": encode(what),
        "hash": None,
    }
