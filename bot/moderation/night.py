"""Night: the hours in which a group is to be quiet, in community time, usually over midnight."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.moderation.errors import NightUnreadableError

_CLOCK = r"(\d{1,2})(?:[:点點.](\d{2})?)?(?:时|時)?"
_NIGHT = re.compile(rf"{_CLOCK}\s*(?:-|–|—|~|到|至|to)\s*{_CLOCK}")


@dataclass(frozen=True, slots=True)
class Night:
    """From `start` to `end`; equal ones are no night and are refused when read."""

    start: time
    end: time

    def __str__(self) -> str:
        """Return the hours as they are stored and shown."""
        return f"{self.start:%H:%M}-{self.end:%H:%M}"

    def holds(self, instant: datetime, zone: ZoneInfo) -> bool:
        """Tell whether it is night at `instant`."""
        clock = instant.astimezone(zone).time()
        if self.start < self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end

    def evening_of(self, instant: datetime, zone: ZoneInfo) -> date:
        """Return the day on which the night at `instant` began: one name for the whole of it."""
        local = instant.astimezone(zone)
        began_yesterday = self.start > self.end and local.time() < self.end
        return local.date() - timedelta(days=1 if began_yesterday else 0)


def read_night(text: str) -> Night:
    """Read 23:00-07:00, 23-7, ２３点到７点; refuse what is no two different times."""
    folded = unicodedata.normalize("NFKC", text).strip().casefold()
    found = _NIGHT.fullmatch(folded)
    if found is None:
        raise NightUnreadableError(received=text.strip()[:40])
    try:
        night = Night(_clock(found[1], found[2]), _clock(found[3], found[4]))
    except ValueError:
        raise NightUnreadableError(received=text.strip()[:40]) from None
    if night.start == night.end:
        raise NightUnreadableError(received=text.strip()[:40])
    return night


def _clock(hour: str, minute: str | None) -> time:
    return time(0 if hour == "24" else int(hour), int(minute or 0))
