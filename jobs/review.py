"""The clock of the review queue."""

from datetime import datetime

from bot.members.deed import Deed
from bot.review import watching
from bot.telegram.house import House


async def review_tick(house: House, now: datetime) -> None:
    """Remind of cases, tell the owners when a clock runs out, redraw what is stale."""
    day = house.community.day_of(now)
    deed = Deed(house.bot_id, f"review:{now.isoformat()}", now, day)
    await house.db.run(watching.tick, house.review_desk, deed)
