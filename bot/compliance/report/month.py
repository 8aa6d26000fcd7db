"""A calendar month in the community's time."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

SHAPE = re.compile(r"(\d{4})[-/.年]?(\d{1,2})月?")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year."""

    year: int
    number: int

    def __str__(self) -> str:
        """Return it as 2026-10."""
        return f"{self.year:04}-{self.number:02}"

    @property
    def first(self) -> date:
        """Return its first day."""
        return date(self.year, self.number, 1)

    @property
    def following(self) -> "Month":
        """Return the month after it."""
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    @property
    def previous(self) -> "Month":
        """Return the month before it."""
        return Month(self.year - (self.number == 1), (self.number - 2) % 12 + 1)

    def span(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """Return the instant at which it begins, and at which the next one does."""
        return _start(self.first, zone), _start(self.following.first, zone)


def month_of(day: date) -> Month:
    """Return the month of a day."""
    return Month(day.year, day.month)


def read_month(text: str) -> Month | None:
    """Return the month of 2026-10, 202610 or 2026年10月; nothing for anything else."""
    found = SHAPE.fullmatch(text.strip())
    if found is None:
        return None
    year, number = int(found[1]), int(found[2])
    is_real = 1 <= number <= 12 and year >= 2000
    return Month(year, number) if is_real else None


def _start(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(0), zone).astimezone(UTC)
