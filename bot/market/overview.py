"""The market as a whole: how many shares rose and fell, and how the sectors moved."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from bot.market.problems import FeedProblem

LARGEST_SECTOR_MOVE = Decimal(30)
"""In percent: no board of a mainland exchange lets a share move further in a day."""


@dataclass(frozen=True, slots=True)
class Breadth:
    """How many shares of `market` (an exchange's calendar code, such as XSHG) moved which way.

    `at` is the time of the data, never that of asking. `limit_up` and `limit_down` count
    shares at their price limits, among those that `rose` and `fell`; None where unknown.
    """

    market: str
    rose: int
    fell: int
    level: int
    limit_up: int | None
    limit_down: int | None
    at: datetime
    source: str
    delay_minutes: int = 0
    simulated: bool = False

    @property
    def total(self) -> int:
        """Return how many shares were counted."""
        return self.rose + self.fell + self.level

    @property
    def plausible(self) -> bool:
        """Tell whether the counts can be true together."""
        counts = (self.rose, self.fell, self.level, self.limit_up or 0, self.limit_down or 0)
        if min(counts) < 0 or self.rose + self.fell == 0:
            return False
        return (self.limit_up or 0) <= self.rose and (self.limit_down or 0) <= self.fell


@dataclass(frozen=True, slots=True)
class SectorMove:
    """How an industry of `market` moved, in percent; `leader` names its share that rose most."""

    code: str
    name: str
    change_percent: Decimal
    at: datetime
    source: str
    delay_minutes: int = 0
    simulated: bool = False
    leader: str | None = None
    market: str = "XSHG"

    @property
    def plausible(self) -> bool:
        """Tell whether the move is a number that trading rules allow, of a sector with a name."""
        change = self.change_percent
        is_number = change.is_finite() and abs(change) <= LARGEST_SECTOR_MOVE
        return is_number and bool(self.code.strip()) and bool(self.name.strip())


@dataclass(frozen=True, slots=True)
class Overview:
    """What is known of the market as a whole; what is not has its problem."""

    breadth: Breadth | None = None
    sectors: tuple[SectorMove, ...] = ()
    problems: tuple[FeedProblem, ...] = ()


class OverviewSource(Protocol):
    """Somewhere overviews come from."""

    async def overview(self, now: datetime) -> Overview:
        """Return what is known as of `now`; failures are problems, not exceptions."""


class NoOverview:
    """A source that knows nothing and blames nobody: none is configured."""

    async def overview(self, now: datetime) -> Overview:
        """Return an empty overview."""
        return Overview()
