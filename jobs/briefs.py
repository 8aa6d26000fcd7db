"""Jobs of the briefs: the desk's round over every slot, and recording index values."""

import asyncio
from datetime import datetime

from bot.briefs import reports, service
from bot.briefs.desk import cards, drafting, posting
from bot.briefs.desk.choices import Choices
from bot.briefs.desk.drafting import Work
from bot.briefs.desk.final import finals
from bot.briefs.desk.timeline import DRAFT_BEFORE, Stage, stage_at
from bot.briefs.desk.writing import Written, illustrated, write_version
from bot.briefs.due import DueSlot, due_slots
from bot.briefs.gather import gather
from bot.briefs.material import Material
from bot.briefs.newsroom import Newsroom
from bot.briefs.recording import in_session
from bot.briefs.series import record_points
from bot.calendar.errors import CalendarUncovered
from bot.calendar.service import every_calendar
from bot.telegram.house import House


async def brief_tick(house: House, now: datetime) -> None:
    """Make what the database says is due and not yet made; record what came too late."""
    room = house.newsroom
    room.calendars.put(await house.db.read(every_calendar))
    try:
        calendar = room.calendars(room.exchange)
        slots = due_slots(now, room.zone, room.times, calendar, DRAFT_BEFORE)
    except CalendarUncovered:
        day = now.astimezone(room.zone).date()
        await house.db.run(reports.tell_uncovered, room, day, now)
        return
    for due in slots:
        stage = stage_at(due, now)
        if stage is Stage.OVER:
            await _close(house, room, due, now)
        elif stage is Stage.DUE:
            await _post(house, room, due, now)
        else:
            await _prepare(house, room, due, stage, now)


async def record_quotes(house: House, now: datetime) -> None:
    """Record the index values of the exchanges that trade; a failing feed records nothing."""
    room = house.newsroom
    room.calendars.put(await house.db.read(every_calendar))
    symbols = in_session(room.quotes.indexes.every, room.calendars, now)
    if symbols:
        snapshot = await room.quotes.quotes(symbols, now)
        if any(not quote.simulated for quote in snapshot.quotes.values()):
            await house.db.run(record_points, list(snapshot.quotes.values()), now)


async def _prepare(house: House, room: Newsroom, due: DueSlot, stage: Stage, now: datetime) -> None:
    """Before its time: draft what is missing, take notes in, call to mind what waits."""
    work = await house.db.read(drafting.work_of, room, due)
    if work.left.missing or work.renewed:
        material = await gather(house.db, room, due, now)
        new, again = await asyncio.to_thread(_drafts, room, material, work)
        if new:
            await house.db.run(drafting.draft, room, due, new, now)
        if again:
            pairs = list(zip(work.renewed, again, strict=True))
            await house.db.run(drafting.renew, room, due, pairs, now)
    if stage is not Stage.DRAFTING:
        await house.db.run(drafting.remind, room, due, stage, now)
    await house.db.run(cards.refresh, room, due, now)


async def _post(house: House, room: Newsroom, due: DueSlot, now: datetime) -> None:
    """At its time: bind every figure again, and post, once."""
    work = await house.db.read(drafting.work_of, room, due)
    left = work.left
    if left.waiting:
        await house.db.run(service.serve, room, due, left.waiting, now)
    if left.missing or left.drafts:
        material = await gather(house.db, room, due, now)
        new = [*((pair, None) for pair in left.missing), *work.companions]
        ready = await asyncio.to_thread(finals, room, material, left.drafts, new, work.notes)
        await house.db.run(posting.publish, room, due, ready, now)


async def _close(house: House, room: Newsroom, due: DueSlot, now: datetime) -> None:
    """When it would mislead: record what did not go out, and why."""
    left = await house.db.read(service.outstanding, room, due)
    if left.unrecorded:
        await house.db.run(service.record_late, room, due, left.unrecorded, now)
        await house.db.run(cards.refresh, room, due, now)


def _drafts(room: Newsroom, material: Material, work: Work) -> tuple[list[Written], list[Written]]:
    """Write the missing drafts and those whose notes changed; takes long, so in a thread."""
    new = [
        write_version(
            room, material, pair, Choices(notes=tuple(work.notes[pair])), notes=work.notes[pair]
        )
        for pair in work.left.missing
    ]
    again = [
        drafting.renewed(room, material, one, work.notes[one.tier, one.language])
        for one in work.renewed
    ]
    drawn = illustrated([*new, *again])
    return drawn[: len(new)], drawn[len(new) :]
