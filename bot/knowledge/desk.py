"""What keeping the knowledge base needs of the house."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.compliance.gate import Gate
from bot.delivery.alerts import Alerts

HOLDS_FOR = timedelta(days=183)
"""How long an entry holds where nobody said until when, and after 'still right'."""


@dataclass(frozen=True, slots=True)
class KnowledgeDesk:
    """The parts."""

    gate: Gate
    alerts: Alerts
    owners: Collection[int]
    zone: ZoneInfo

    def today(self, now: datetime) -> date:
        """Return the day of the community."""
        return now.astimezone(self.zone).date()

    def last_day(self, expires_at: datetime) -> date:
        """Return the last day on which something is served that is over at an instant."""
        return self.today(expires_at) - timedelta(days=1)


def end_of(day: date | None, zone: ZoneInfo) -> datetime | None:
    """Return the instant at which a review day is over, None where there is none."""
    if day is None:
        return None
    return datetime.combine(day + timedelta(days=1), time(), zone)
