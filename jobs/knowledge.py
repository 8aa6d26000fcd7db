"""The clock of the knowledge base."""

from datetime import datetime

from bot.knowledge import expiry
from bot.telegram.house import House


async def ask_waiting(house: House, now: datetime) -> None:
    """Show drafts that came from experts, AMAs and wished terms to the operators."""
    await house.db.run(expiry.ask_waiting, house.knowledge_desk, now)


async def tell_expired(house: House, now: datetime) -> None:
    """Put entries whose review day has passed before the operators."""
    await house.db.run(expiry.tell_expired, house.knowledge_desk, now)
