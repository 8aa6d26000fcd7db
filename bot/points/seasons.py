"""Seasons and weeks: the periods over which points are budgeted and compared."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Season:
    """A calendar quarter, `2026Q4`."""

    year: int
    quarter: int

    @property
    def id(self) -> str:
        """Return its name in the ledger of minted points."""
        return f"{self.year}Q{self.quarter}"

    @property
    def first_day(self) -> date:
        """Return the day it starts."""
        return date(self.year, 3 * self.quarter - 2, 1)

    @property
    def last_day(self) -> date:
        """Return the day it ends."""
        after = self.year * 4 + self.quarter
        return date(after // 4, 3 * (after % 4) + 1, 1) - timedelta(days=1)


def season_of(day: date) -> Season:
    """Return the season of a community day."""
    return Season(day.year, (day.month + 2) // 3)


def week_start(day: date) -> date:
    """Return the Monday of a community day's week."""
    return day - timedelta(days=day.weekday())
