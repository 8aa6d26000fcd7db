"""Posting boards: drawn in a thread, queued in one transaction for each contest."""

import asyncio
from datetime import datetime, timedelta

from bot.calendar.errors import CalendarUncovered
from bot.contest.days.day_times import day_times
from bot.contest.services import board_post
from bot.contest.services.board_post import Postable
from bot.contest.services.desk import Desk
from db.session import Database

WITHOUT_CALENDAR = timedelta(hours=15)


async def post_boards(db: Database, desk: Desk, now: datetime) -> None:
    """Post every board for which a group waits, until the next trading day begins."""
    for waiting in await db.read(board_post.postable, desk, now):
        until = useless_after(desk, waiting)
        if now >= until:
            continue
        board, origin = await db.read(board_post.board_of, waiting.contest_id)
        if board.day != waiting.day:
            continue
        written = [
            await asyncio.to_thread(board_post.write, desk, board, origin, language)
            for language in sorted(waiting.languages)
        ]
        await db.run(board_post.queue, desk, board, written, until, now)


def useless_after(desk: Desk, waiting: Postable) -> datetime:
    """Return when a board is out of date: as the next trading day opens."""
    calendar = desk.calendars(waiting.market.calendar)
    try:
        day = calendar.next_trading_day(waiting.day)
        return day_times(waiting.market, day, calendar).opens_from
    except CalendarUncovered:
        return calendar.session(waiting.day).closes + WITHOUT_CALENDAR
