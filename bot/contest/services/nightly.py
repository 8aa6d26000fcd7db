"""What feeds say of the corporate actions of everything held, asked once a night."""

from datetime import datetime

from sqlmodel import Session

from bot.contest.events import CorporateAction
from bot.contest.services.actions import learn_actions
from bot.contest.services.desk import Desk
from bot.contest.states import ContestState
from db.repositories import contest_days, contests
from db.session import Database

PLAYED = (ContestState.RUNNING, ContestState.PAUSED)
AT_ONCE = 40


def held_anywhere(session: Session) -> tuple[str, ...]:
    """Return what is held or ordered in any contest that is played."""
    symbols: set[str] = set()
    for contest in contests.in_states(session, PLAYED):
        symbols |= contest_days.held(session, contest.id)
        symbols |= contest_days.ordered(session, contest.id)
    return tuple(sorted(symbols))


async def fetch_actions(db: Database, desk: Desk, now: datetime) -> int:
    """Keep what is new of dividends and splits; return how many were new.

    A feed that does not answer is no news: the jump at the opening still catches what it
    would have told, on the day that it matters.
    """
    symbols = await db.read(held_anywhere)
    new = 0
    for start in range(0, len(symbols), AT_ONCE):
        news = await desk.quotes.corporate_news(symbols[start : start + AT_ONCE], now)
        found = [
            CorporateAction(one.symbol, one.ex_day, one.cash, None, one.ratio, one.source)
            for one in news.events
        ]
        if found:
            new += await db.run(learn_actions, found, now)
    return new
