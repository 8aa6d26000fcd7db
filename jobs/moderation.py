"""What moderation does by the clock."""

from datetime import datetime

from bot.moderation.notes import sweep
from bot.telegram.house import House


async def sweep_notes(house: House, now: datetime) -> None:
    """Delete the bot's own short notes in groups that have been there long enough."""
    await house.db.run(sweep, now)
