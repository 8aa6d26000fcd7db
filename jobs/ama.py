"""The clock of AMAs: series go on, sessions open and end, digests are made."""

from datetime import datetime

from bot.ama import digest, live, series
from bot.members.deed import Deed
from bot.telegram.house import House


async def ama_tick(house: House, now: datetime) -> None:
    """Do whatever has fallen due, each in its own transaction; what ended comes first."""
    desk, db = house.ama_desk, house.db
    for number in await db.read(live.due_to_end, now):
        await db.run(live.end_in_time, desk, number, _deed(house, f"ama-end:{number}", now))
    for number in await db.read(digest.due):
        await db.run(digest.sum_up, desk, number, _deed(house, f"ama-digest:{number}", now))
    for number in await db.read(series.running):
        await db.run(series.carry_on, desk, number, now)
    await db.run(series.ask_about_closed_days, desk, now)
    for number in await db.read(live.due_to_open, now):
        await db.run(live.open_stage, desk, number, _deed(house, f"ama-open:{number}", now))


def _deed(house: House, key: str, now: datetime) -> Deed:
    return Deed(house.bot_id, key, now, house.community.day_of(now))
