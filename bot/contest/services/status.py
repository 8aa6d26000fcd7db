"""How a contest stands, for those who run it: figures and what waits, nobody's holdings."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.contest.engine.market_state import Jump
from bot.contest.events import Auction
from bot.contest.services import decisions
from bot.contest.services.market import market_of
from bot.contest.services.overview import Overview, overview
from db.models.contest import ContestDay
from db.repositories import contest_boards, contest_cases, contest_days, contest_trades


@dataclass(frozen=True, slots=True)
class Status:
    """A contest's day, people, open orders, frozen shares, and what waits for its operators.

    `day_number`: how many trading days it has opened. `auctions`: those held on the day that
    was opened last. `sealed`: the newest day whose log is sealed by its hash.
    """

    overview: Overview
    day_number: int
    auctions: tuple[Auction, ...]
    resting: int
    frozen: tuple[Jump, ...]
    decisions: int
    disputes: int
    sealed: ContestDay | None


def status(session: Session, contest_id: int, member_id: int, now: datetime) -> Status:
    """Return how a contest stands; raise ContestUnknownError."""
    found = overview(session, contest_id, member_id)
    contest = found.contest
    market = market_of(session, contest)
    day = contest.market_day
    return Status(
        overview=found,
        day_number=contest_boards.days_played(session, contest.id, day) if day else 0,
        auctions=tuple(market.auctions),
        resting=contest_trades.count_resting(session, contest.id),
        frozen=tuple(sorted(market.frozen.values(), key=lambda jump: jump.symbol)),
        decisions=contest_cases.count_waiting(session, contest.id, now - decisions.LASTS),
        disputes=contest_cases.count_disputes(session, contest.id),
        sealed=contest_days.latest_sealed(session, contest.id),
    )
