"""Jobs of the quiz: the quiz in groups from putting to rewarding, and the week's look at items."""

from datetime import datetime

from bot.quiz import group_posting, group_results, group_votes, review
from bot.telegram.house import House


async def group_quiz_tick(house: House, now: datetime) -> None:
    """Put what is due, judge what was answered, close, tell and reward; repeats change nothing."""
    means, at = house.quiz_means, house.settings.group_quiz_time
    await house.db.run(group_posting.put_due, means, at, now)
    await house.db.run(group_posting.tell_missed, means, at, now)
    while await house.db.run(group_votes.judge, means, now) == group_votes.AT_ONCE:
        pass  # a transaction each, so that others have their turn between them
    await house.db.run(group_votes.close_due, means, now)
    await house.db.run(group_results.tell_due, means, now)
    await house.db.run(group_results.reward_goals, means, now)


async def weekly_items(house: House, now: datetime) -> None:
    """Show the operators once a week which items of the bank are doubtful."""
    await house.db.run(review.tell_weekly, house.quiz_means, now)
