"""Jobs of the archive: verified again, purged, watched for gaps."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.archive import checking, watching
from bot.archive.purge import purge_batch
from bot.archive.retention import default_retention
from bot.clock import RehearsalClock
from bot.i18n import Say
from bot.telegram.abilities import abilities_in
from bot.telegram.house import House
from db.models.archive import ArchiveCheck
from db.repositories import archive_checks, groups

KEEP_CHECKS = timedelta(days=400)


async def verify_whole(house: House, now: datetime) -> None:
    """Recompute the whole chain; keep the result, tell the operators where it breaks."""
    found = await house.db.read(checking.check_whole, now)
    await house.db.run(_conclude, house, found, now)


async def verify_part(house: House, now: datetime) -> None:
    """Recompute a part of the chain that the day draws."""
    day = house.community.day_of(now)
    found = await house.db.read(checking.check_part, day, now)
    await house.db.run(_conclude, house, found, now)


async def purge(house: House, now: datetime) -> None:
    """Erase the content of what is over its time, batch by batch."""
    retention, zone = default_retention(), house.community.zone
    while await house.db.run(purge_batch, retention, zone, now):
        pass
    await house.db.run(archive_checks.forget, now - KEEP_CHECKS)


async def watch(house: House, now: datetime) -> None:
    """Ask Telegram what the bot can read in each bound group; write down every gap."""
    able = {}
    for group in await house.db.read(groups.bound):
        found = await abilities_in(house.speaker.bot, group.chat_id)
        if found is not None:
            able[group.chat_id] = found
    jumps = isinstance(house.clock, RehearsalClock)
    await house.db.run(watching.look, able, now, clock_jumps=jumps)


def _conclude(session: Session, house: House, found: ArchiveCheck, now: datetime) -> None:
    checking.keep_result(session, found)
    if found.problem is not None:
        say = Say("alert-archive-broken", position=found.problem_position, problem=found.problem)
        key = f"archive:{house.community.day_of(now)}"
        house.alerts.raise_in(session, key, say, now)
