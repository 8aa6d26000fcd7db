"""The clock of AMAs: series go on, sessions open and end, digests are made."""

import asyncio
from datetime import datetime

from bot.ama import digest, live, picture, series
from bot.members.deed import Deed
from bot.telegram.house import House


async def ama_tick(house: House, now: datetime) -> None:
    """Do whatever has fallen due, each in its own transaction; what ended comes first."""
    desk, db = house.ama_desk, house.db
    for number in await db.read(live.due_to_end, now):
        await db.run(live.end_in_time, desk, number, _deed(house, f"ama-end:{number}", now))
    for number in await db.read(digest.due):
        await _sum_up(house, number, now)
    for number in await db.read(series.running):
        await db.run(series.carry_on, desk, number, now)
    await db.run(series.ask_about_closed_days, desk, now)
    for number in await db.read(live.due_to_open, now):
        await db.run(live.open_stage, desk, number, _deed(house, f"ama-open:{number}", now))


async def _sum_up(house: House, number: int, now: datetime) -> None:
    """Draw the picture outside of any transaction, then send the digest with it."""
    desk, db = house.ama_desk, house.db
    card = await db.read(picture.card_of, desk, number)
    drawn = await asyncio.to_thread(picture.draw, card) if card is not None else None
    await db.run(digest.sum_up, desk, number, _deed(house, f"ama-digest:{number}", now), drawn)


def _deed(house: House, key: str, now: datetime) -> Deed:
    return Deed(house.bot_id, key, now, house.community.day_of(now))
