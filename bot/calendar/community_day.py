"""The community's day: it starts at, say, 04:00 local time, so a late night is still today.

Both directions rest on one definition, the instant at which a day starts, so days never
overlap and never leave a hole, whatever daylight saving does. Where the starting time is
skipped in spring, the day starts as much later; where it comes twice in autumn, the first
one counts.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ONE_DAY = timedelta(days=1)


def day_starts_at(day: date, zone: ZoneInfo, starts: time) -> datetime:
    """Return the first instant of the community day `day`, in UTC."""
    return datetime.combine(day, starts.replace(fold=0), zone).astimezone(UTC)


def day_ends_at(day: date, zone: ZoneInfo, starts: time) -> datetime:
    """Return the first instant after the community day `day`, in UTC."""
    return day_starts_at(day + ONE_DAY, zone, starts)


def community_day(at: datetime, zone: ZoneInfo, starts: time) -> date:
    """Return the community day to which the aware instant `at` belongs."""
    if at.tzinfo is None:
        raise ValueError(at)
    day = at.astimezone(zone).date()
    while at < day_starts_at(day, zone, starts):
        day -= ONE_DAY
    while at >= day_ends_at(day, zone, starts):
        day += ONE_DAY
    return day
