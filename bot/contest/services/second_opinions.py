"""Before an auction's or a close's prices count, another source is asked for them.

One that is contradicted fills nothing and values nothing for as long as the step may wait:
most often a feed is late or half way through an update, and the next minute agrees.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlmodel import Session as DatabaseSession

from bot.calendar.exchange import Session
from bot.contest.events import Auction
from bot.contest.services import telling_operators
from bot.contest.services.desk import Desk
from bot.market.problems import FeedProblem
from bot.market.quote import Quote
from bot.market.reference import usable_auction
from bot.market.second_opinion import contradicted
from db.repositories import contests
from db.session import Database

ASK_AGAIN = timedelta(seconds=60)


async def doubted(
    db: Database,
    desk: Desk,
    contest_id: int,
    session: Session,
    auction: Auction,
    rows: Mapping[str, Quote],
    now: datetime,
) -> frozenset[str]:
    """Return those of `rows` whose auction price another source contradicts; tell operators.

    Asks at most once a minute for the same rows.
    """
    if not rows or len(desk.quotes.sources) < 2:
        return frozenset()
    key = (contest_id, session.day, auction, tuple(sorted(rows.items(), key=lambda row: row[0])))
    known = desk.watch.opinions.get(contest_id)
    if known is not None and known[0] == key and now - known[1] < ASK_AGAIN:
        return known[2]

    def price_of(quote: Quote) -> Decimal | None:
        price = usable_auction(quote, session, auction.value, now)
        return price if isinstance(price, Decimal) else None

    found = await contradicted(desk.quotes, rows, price_of, now)
    desk.watch.opinions[contest_id] = (key, now, frozenset(found))
    if found:
        await db.run(_tell, desk, contest_id, session.day, auction.value, found, now)
    return frozenset(found)


async def doubted_live(
    db: Database, desk: Desk, contest_id: int, day: date, rows: Mapping[str, Quote], now: datetime
) -> frozenset[str]:
    """Return those of `rows` whose live price another source contradicts; tell operators."""
    if not rows or len(desk.quotes.sources) < 2:
        return frozenset()

    def price_of(quote: Quote) -> Decimal | None:
        return quote.last

    found = await contradicted(desk.quotes, rows, price_of, now, moving=True)
    if found:
        await db.run(_tell, desk, contest_id, day, "live", found, now)
    return frozenset(found)


def _tell(
    session: DatabaseSession,
    desk: Desk,
    contest_id: int,
    day: date,
    step: str,
    found: Mapping[str, FeedProblem],
    now: datetime,
) -> None:
    contest = contests.by_id(session, contest_id)
    if contest is not None:
        details = [found[symbol].detail for symbol in sorted(found)]
        telling_operators.feeds_disagree(session, desk, contest, day, step, details, now)
