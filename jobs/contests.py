"""Jobs of the contests: their clock, and the nightly look for corporate actions."""

from datetime import datetime

from bot.contest.services import clockwork, nightly
from bot.telegram.house import House


async def contest_tick(house: House, now: datetime) -> None:
    """Ask the feeds once for all contests, and do whatever has fallen due."""
    await clockwork.tick(house.db, house.contest_desk, now)


async def fetch_share_events(house: House, now: datetime) -> None:
    """Ask for the corporate actions of everything that contests hold."""
    await nightly.fetch_actions(house.db, house.contest_desk, now)
