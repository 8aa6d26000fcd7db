"""The clock of the expert desk."""

from datetime import datetime

from bot.members.deed import Deed
from bot.questions.desk import accepting, reporting, staffing, watching
from bot.telegram.house import House


async def question_tick(house: House, now: datetime) -> None:
    """Remind, escalate, make up for what was missed, close what is quiet; report on a week."""
    desk, day = house.expert_desk, house.community.day_of(now)
    deed = Deed(house.bot_id, f"questions:{now.isoformat()}", now, day)
    await house.db.run(watching.tick, desk, deed)
    await house.db.run(accepting.offer, desk, now)
    await house.db.run(staffing.warn, desk, now)
    await house.db.run(reporting.post_weekly, desk, now)
