"""The job that goes on with corrections until every copy has been seen to."""

from datetime import datetime

from bot.briefs.corrections import service
from bot.telegram.house import House


async def correction_tick(house: House, now: datetime) -> None:
    """See to copies that could not be seen to before; bring the cards to the newest state."""
    await house.db.run(service.carry_on, house.newsroom, now)
