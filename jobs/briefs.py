"""Jobs of the briefs: posting what is due, and recording index values."""

import asyncio
from datetime import datetime

from bot.briefs import reports, service
from bot.briefs.due import DueSlot, due_slots
from bot.briefs.gather import gather
from bot.briefs.newsroom import Newsroom
from bot.briefs.recording import in_session
from bot.briefs.screening import write_all
from bot.briefs.series import record_points
from bot.calendar.errors import CalendarUncovered
from bot.calendar.service import every_calendar
from bot.telegram.house import House


async def brief_tick(house: House, now: datetime) -> None:
    """Make what the database says is due and not yet made; record what came too late."""
    room = house.newsroom
    room.calendars.put(await house.db.read(every_calendar))
    try:
        slots = due_slots(now, room.zone, room.times, room.calendars(room.exchange))
    except CalendarUncovered:
        day = now.astimezone(room.zone).date()
        await house.db.run(reports.tell_uncovered, room, day, now)
        return
    for due in slots:
        await _bring_up(house, room, due, now)


async def record_quotes(house: House, now: datetime) -> None:
    """Record the index values of the exchanges that trade; a failing feed records nothing."""
    room = house.newsroom
    room.calendars.put(await house.db.read(every_calendar))
    symbols = in_session(room.quotes.indexes.every, room.calendars, now)
    if symbols:
        snapshot = await room.quotes.quotes(symbols, now)
        if any(not quote.simulated for quote in snapshot.quotes.values()):
            await house.db.run(record_points, list(snapshot.quotes.values()), now)


async def _bring_up(house: House, room: Newsroom, due: DueSlot, now: datetime) -> None:
    left = await house.db.read(service.outstanding, room, due)
    if due.is_late(now):
        if left.unrecorded:
            await house.db.run(service.record_late, room, due, left.unrecorded, now)
        return
    if left.waiting:
        await house.db.run(service.serve, room, due, left.waiting, now)
    if left.missing:
        material = await gather(house.db, room, due, now)
        pairs = left.missing if room.review else left.missing + left.companions
        ready = await asyncio.to_thread(write_all, room, material, pairs)
        keep = service.hold if room.review else service.publish
        await house.db.run(keep, room, due, ready, now)
