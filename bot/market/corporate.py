"""What a company gives its holders, as a feed tells it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.market.problems import FeedProblem


@dataclass(frozen=True, slots=True)
class CorporateEvent:
    """A dividend or split of `symbol`, for the holders of the session before `ex_day`.

    `cash`: per share, in the currency that the feed keeps the share in. `ratio`: new shares
    for each one held (a 2:1 split is 1, a 1-for-2 consolidation -0.5).
    """

    symbol: str
    ex_day: date
    cash: Decimal = Decimal(0)
    ratio: Decimal = Decimal(0)
    source: str = ""


@dataclass(frozen=True, slots=True)
class CorporateNews:
    """The events that came, oldest first, and what went wrong on the way."""

    events: tuple[CorporateEvent, ...] = ()
    problems: tuple[FeedProblem, ...] = ()

    def joined(self, other: "CorporateNews") -> "CorporateNews":
        """Return both together."""
        events = sorted(self.events + other.events, key=lambda event: (event.ex_day, event.symbol))
        return CorporateNews(tuple(events), self.problems + other.problems)
