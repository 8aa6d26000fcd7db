"""Carrying out wishes to be forgotten once their seven days are over."""

from datetime import datetime

import structlog

from bot.privacy import forgetting
from bot.telegram.house import House
from db.repositories import privacy

log = structlog.get_logger()


async def carry_out_forgets(house: House, now: datetime) -> None:
    """Forget who asked for it in time; what is put off is tried again at the next run."""
    guard = forgetting.Guard(house.owners, house.community.zone)
    day = house.community.day_of(now)
    for member_id in await house.db.read(privacy.due_forgets, now):
        done = await house.db.run(forgetting.carry_out, member_id, guard, now, day)
        log.info("privacy.forgotten" if done else "privacy.put_off")
