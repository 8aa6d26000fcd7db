"""What a brief had to leave out, and why: for the operators, who must not find out by chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.market.problems import FeedProblem, ProblemKind


class DropReason(StrEnum):
    """Why a brief leaves something out where no feed is to blame."""

    MARKET_CLOSED = "market-closed"
    NOT_OPEN_YET = "not-open-yet"
    NO_NIGHT_SESSION = "no-night-session"
    UNSETTLED = "unsettled"
    NO_FIELD = "no-field"
    NO_HEADLINES = "no-headlines"
    TOO_LONG = "too-long"
    UNCOVERED = "calendar-uncovered"
    UNBOUND = "unbound"
    IMPLAUSIBLE = "implausible"
    TOO_FEW = "too-few"
    MIXED = "mixed"
    BREVITY = "brevity"


HEADLINES = "headlines"

BREADTH, SECTORS = "breadth", "sectors"

HARMLESS = frozenset({DropReason.MARKET_CLOSED, DropReason.NO_NIGHT_SESSION, DropReason.BREVITY})
"""Nothing went wrong: there is nothing to show, and the brief says so."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line left out: `what` is a symbol, a feed's host or the name of a section."""

    what: str
    reason: DropReason | ProblemKind
    source: str = ""
    detail: str = ""

    @property
    def harmless(self) -> bool:
        """Tell whether nothing went wrong."""
        return self.reason in HARMLESS

    def record(self) -> dict[str, Any]:
        """Return it as plain JSON."""
        return {
            "what": self.what,
            "reason": self.reason.value,
            "source": self.source,
            "detail": self.detail[:200],
        }


def lost_symbols(missing: Sequence[str], problems: Sequence[FeedProblem]) -> list[Dropped]:
    """Return for each missing symbol what the sources said about it, the most telling first."""
    return [_lost(symbol, problems) for symbol in missing]


def lost_feeds(problems: Sequence[FeedProblem]) -> list[Dropped]:
    """Return the feeds of headlines that gave nothing."""
    return [Dropped(p.source, p.kind, p.source, p.detail) for p in problems]


def _lost(symbol: str, problems: Sequence[FeedProblem]) -> Dropped:
    """Name the cause: a problem of this symbol, else one of a whole source, else its absence."""
    own = [p for p in problems if p.symbol == symbol and p.kind is not ProblemKind.MISSING]
    whole = [p for p in problems if p.symbol is None]
    for problem in (*own, *whole):
        return Dropped(symbol, problem.kind, problem.source, problem.detail)
    return Dropped(symbol, ProblemKind.MISSING, "desk")
