"""The job of the broadcasts: begins what is due, makes the next messages, tells how far it is."""

from datetime import datetime

from bot.broadcast import reaching, sending
from bot.members.deed import Deed
from bot.telegram.house import House

MOST_PARTS = 20
"""Parts made in one run; the next run goes on."""


async def broadcast_tick(house: House, now: datetime) -> None:
    """Do whatever has fallen due."""
    desk, db = house.broadcast_desk, house.db
    await db.run(sending.expire, desk, now)
    await db.run(sending.put_off_at_night, desk, now)
    for number, plan in await db.read(sending.due, now):
        reach = await db.read(reaching.reach, desk, plan, number, now)
        key = f"broadcast-start:{number}:{now:%Y-%m-%dT%H:%M:%S}"
        deed = Deed(house.bot_id, key, now, house.community.day_of(now))
        await db.run(sending.start, number, reach, desk, deed)
    for number in await db.read(sending.active):
        await _bring_up(house, number, now)


async def _bring_up(house: House, number: int, now: datetime) -> None:
    desk, db = house.broadcast_desk, house.db
    for _ in range(MOST_PARTS):
        if not await db.run(sending.fill, number, desk, now):
            break
    progress = await db.read(sending.progress_of, number)
    await db.run(sending.report, number, progress, desk, now)
