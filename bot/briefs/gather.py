"""Fetching what a brief is written from: quotes and news at once, neither waits for ever."""

import asyncio
from collections.abc import Awaitable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TypeVar

from bot.briefs.due import DueSlot
from bot.briefs.material import Material
from bot.briefs.newsroom import Newsroom
from bot.briefs.records import Wanted, days_of, records_for
from bot.briefs.sections import WANTED, symbols_of
from bot.briefs.series import recorded_series
from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import EXCHANGES
from bot.calendar.service import every_calendar
from bot.market.news import News
from bot.market.overview import Overview
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.source import Snapshot
from db.session import Database

T = TypeVar("T")

LONGEST_WAIT_SECONDS = 18.0


async def gather(db: Database, room: Newsroom, due: DueSlot, now: datetime) -> Material:
    """Return the material for a slot as of `now`; what failed is in its problems."""
    room.calendars.put(await db.read(every_calendar))
    indexes = room.quotes.indexes
    symbols = [s for market in WANTED[due.slot] for s in symbols_of(market, indexes)]
    late_quotes = Snapshot(problems=(FeedProblem(ProblemKind.TIMED_OUT, "desk"),))
    late_news = News(problems=(FeedProblem(ProblemKind.TIMED_OUT, "news"),))
    late_overview = Overview(problems=(FeedProblem(ProblemKind.TIMED_OUT, "overview"),))
    snapshot, news, overview = await asyncio.gather(
        _in_time(room.quotes.quotes(symbols, now), late_quotes),
        _in_time(room.news.news(now), late_news),
        _in_time(room.overview.overview(now), late_overview),
    )
    records = await db.read(
        records_for, room.calendars, room.events, room.questions, _wanted(room, due, snapshot, now)
    )
    return Material(
        due=due,
        now=now,
        zone=room.zone,
        home=room.exchange,
        snapshot=snapshot,
        news=news,
        indexes=indexes,
        calendars={code: room.calendars(code) for code in EXCHANGES},
        series=await _series(db, room, tuple(snapshot.quotes), now),
        expects_news=bool(room.news.urls),
        overview=overview,
        closes=records.closes,
        turnovers=records.turnovers,
        occasions=records.occasions,
        contests=records.contests,
        quiz=records.quiz,
    )


def _wanted(room: Newsroom, due: DueSlot, snapshot: Snapshot, now: datetime) -> Wanted:
    """Return what the records are asked for; nothing was recorded of invented quotes."""
    real = tuple(s for s, quote in snapshot.quotes.items() if not quote.simulated)
    days = days_of(due.day, room.calendars(room.exchange))
    return Wanted(due.day, days, real, now, room.bot_username)


async def _in_time(work: Awaitable[T], otherwise: T) -> T:
    try:
        return await asyncio.wait_for(work, LONGEST_WAIT_SECONDS)
    except TimeoutError:
        return otherwise


async def _series(
    db: Database, room: Newsroom, symbols: Sequence[str], now: datetime
) -> dict[str, tuple[Decimal, ...]]:
    """Return each symbol's prices of its latest session: the source's, else our own record."""
    found = {}
    for symbol in symbols:
        points = await room.quotes.series(symbol, now)
        prices = tuple(point.last for point in points)
        if not prices:
            prices = await _recorded(db, room, symbol, now)
        found[symbol] = prices
    return found


async def _recorded(
    db: Database, room: Newsroom, symbol: str, now: datetime
) -> tuple[Decimal, ...]:
    try:
        return await db.read(recorded_series, room.calendars, symbol, now)
    except CalendarUncovered:
        return ()
