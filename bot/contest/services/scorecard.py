"""How a member has done so far, close by close: for nobody's eyes but their own."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.contest.board.scoring import DAYS_A_YEAR, DayValue, Score, score
from bot.contest.services.portfolio import Portfolio, portfolio
from db.repositories import contest_notes, contest_trades


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A member's figures after the close of `until`, and the account as it is now.

    `until` is None before the first close: there is nothing to score yet.
    """

    portfolio: Portfolio
    score: Score
    until: date | None


def scorecard(session: Session, contest_id: int, member_id: int, now: datetime) -> Scorecard:
    """Return a member's own scorecard; raise ContestUnknownError, NotPlayingError."""
    mine = portfolio(session, contest_id, member_id, now)
    closes = contest_trades.closes_of(session, contest_id, member_id)
    rules = mine.overview.rules
    found = score(
        rules.capital,
        [DayValue(row.equity, row.concentration) for row in closes],
        contest_notes.days_of(session, contest_id, member_id),
        DAYS_A_YEAR[rules.market],
    )
    return Scorecard(mine, found, closes[-1].day if closes else None)
