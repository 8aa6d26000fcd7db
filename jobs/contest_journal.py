"""The weekly roll-up of the trading journals."""

from datetime import datetime

from bot.contest.services.journal import roll_up
from bot.members.deed import Deed
from bot.telegram.house import House

SUNDAY = 6


async def weekly(house: House, now: datetime) -> None:
    """Post the week's journals on Sundays; on other days nothing."""
    day = house.community.day_of(now)
    if day.weekday() != SUNDAY:
        return
    deed = Deed(house.bot_id, f"journal-week:{day}", now, day)
    await house.db.run(roll_up, house.staff_desk, deed)
