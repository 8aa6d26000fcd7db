"""The job of the watch-list briefs: with the morning brief, to each member who asked."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from bot.briefs.due import DueSlot, slot_on
from bot.briefs.newsroom import Newsroom
from bot.briefs.slots import Slot
from bot.briefs.watch_list import Watched, compose_watch_list
from bot.briefs.watch_service import Reader, post_lists, waiting_readers
from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import EXCHANGES
from bot.calendar.service import every_calendar
from bot.i18n import Language
from bot.telegram.house import House


async def watch_brief_tick(house: House, now: datetime) -> None:
    """Post the lists of today's morning to whoever has not got theirs."""
    room = house.newsroom
    room.calendars.put(await house.db.read(every_calendar))
    due = _due(room, now)
    if due is None:
        return
    readers = await house.db.read(waiting_readers, room, due)
    if not readers:
        return
    watched = await _watched(house, room, due, readers, now)
    texts = await asyncio.to_thread(_written, room, watched, readers)
    if texts:
        await house.db.run(post_lists, room, due, texts, now)


def _due(room: Newsroom, now: datetime) -> DueSlot | None:
    day = now.astimezone(room.zone).date()
    try:
        if not room.calendars(room.exchange).is_trading_day(day):
            return None
    except CalendarUncovered:
        return None
    due = slot_on(day, Slot.MORNING, room.times, room.zone)
    return due if due.due_at <= now < due.useless_at else None


async def _watched(
    house: House, room: Newsroom, due: DueSlot, readers: Sequence[Reader], now: datetime
) -> Watched:
    symbols = tuple(dict.fromkeys(s for reader in readers for s in reader.symbols))
    snapshot = await room.quotes.quotes(symbols, now)
    names = {symbol: house.directory.listing(symbol).name or symbol for symbol in symbols}
    names |= {symbol: quote.name or names[symbol] for symbol, quote in snapshot.quotes.items()}
    calendars = {code: room.calendars(code) for code in EXCHANGES}
    return Watched(due.day, now, room.zone, snapshot.quotes, names, calendars)


def _written(
    room: Newsroom, watched: Watched, readers: Sequence[Reader]
) -> dict[int, tuple[Language, Markup]]:
    texts = {}
    for reader in readers:
        text = compose_watch_list(watched, reader.symbols, reader.language, room.words)
        if text:
            texts[reader.member_id] = (reader.language, text)
    return texts
