"""The weekly roll-up of the trading journals."""

from datetime import datetime

from bot.contest.services.journal import roll_up
from bot.contest.services.staff_desk import StaffDesk
from bot.members.deed import Deed
from bot.telegram.house import House

SUNDAY = 6


async def weekly(house: House, now: datetime) -> None:
    """Post the week's journals on Sundays; on other days nothing."""
    day = house.community.day_of(now)
    if day.weekday() != SUNDAY:
        return
    desk = StaffDesk(
        words=house.words,
        gate=house.gate,
        alerts=house.alerts,
        language=house.default_language,
        economy=house.economy,
        cap=house.settings.grant_cap,
        owners=house.owners,
    )
    deed = Deed(house.bot_id, f"journal-week:{day}", now, day)
    await house.db.run(roll_up, desk, deed)
