"""A contest's log: every event that went in and every outcome that came out, in order."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlmodel import Session

from bot.calendar.service import calendar_for
from bot.contest.engine.codec import encode
from bot.contest.events import AccountEvent, DayClosed, DayOpened, MarketEvent
from bot.contest.outcomes import Outcome, Refused
from bot.contest.rules import Rules
from bot.contest.services.market import market_of, note_append
from db.models.contest import Contest
from db.repositories import contest_records, contests


def append_market(session: Session, contest: Contest, event: MarketEvent, day: date) -> int:
    """Append what counts of a market event and return its number; the caller holds the lock.

    What counts of it is the market's word (`MarketState.admit`): an event of which nothing
    does is left out, and the number is that of the last one. `contest` is up to date
    afterwards; `DayOpened` and `DayClosed` set `market_day` and `market_closed`.
    """
    counted = market_of(session, contest).admit(event)
    if counted is None:
        return contest.market_seq
    note_append(session, contest.id)
    seq = contest.market_seq + 1
    contest_records.add(session, [_line(contest.id, None, day, counted, is_event=True, seq=seq)])
    opened, closed = isinstance(counted, DayOpened), isinstance(counted, DayClosed)
    contests.market_moved(
        session,
        contest,
        counted.day if isinstance(counted, DayOpened) else contest.market_day,
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
    contest_records.add(session, account_lines(contest_id, member_id, day, event, outcomes))


def account_lines(
    contest_id: int,
    member_id: int,
    day: date,
    event: AccountEvent | None,
    outcomes: Sequence[Outcome],
) -> list[dict[str, Any]]:
    """Return the lines that `append_account` appends."""
    lines = []
    if event is not None:
        lines.append(_line(contest_id, member_id, day, event, is_event=True))
    lines += [
        _line(contest_id, member_id, day, outcome, is_event=False)
        for outcome in outcomes
        if not isinstance(outcome, Refused)
    ]
    return lines


def day_of_deeds(session: Session, contest: Contest, rules: Rules) -> date:
    """Return the day to whose chain belongs what people do now.

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
