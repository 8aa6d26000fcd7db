"""Which headlines a brief carries: the newest since the last session's news, a few by tier."""

from datetime import UTC, datetime, time

from bot.briefs.dropped import HEADLINES, Dropped, DropReason, lost_feeds
from bot.briefs.material import Material
from bot.briefs.slots import Slot
from bot.calendar.errors import CalendarUncovered
from bot.market.headlines import Headline
from bot.members.tiers import Tier

MOST_HEADLINES: dict[Tier, int] = {Tier.NEWBIE: 2, Tier.ADVANCED: 3, Tier.VIP: 4}


def select_headlines(material: Material, tier: Tier) -> tuple[tuple[Headline, ...], list[Dropped]]:
    """Return the headlines for a tier, newest first, and the feeds that gave nothing."""
    chosen = material.news.since(news_since(material))[: MOST_HEADLINES[tier]]
    dropped = lost_feeds(material.news.problems)
    if not chosen and not dropped and material.expects_news:
        dropped.append(Dropped(HEADLINES, DropReason.NO_HEADLINES))
    return chosen, dropped


def news_since(material: Material) -> datetime:
    """Return the instant before which news is old in this slot.

    In the morning the last close, at noon the night's end, in the evening noon.
    """
    day = material.due.day
    if material.due.slot is Slot.MORNING:
        calendar = material.calendars[material.home]
        try:
            return calendar.session(calendar.previous_trading_day(day)).closes
        except CalendarUncovered:
            return _at(material, time(0))
    return _at(material, time(7) if material.due.slot is Slot.NOON else time(11, 30))


def _at(material: Material, clock: time) -> datetime:
    return datetime.combine(material.due.day, clock, material.zone).astimezone(UTC)
