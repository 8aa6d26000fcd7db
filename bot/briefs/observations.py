"""What the figures of a market show, named by rule: never more than the figures say."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.briefs.figures import Figure, FigureField, bind
from bot.briefs.sections import IndexLine, Section

WIDE_SPREAD = Decimal("1.00")  # percentage points between the best and the worst index
WIDE_RANGE = Decimal("2.00")  # percent of the previous close
NEAR_EDGE = Decimal("0.15")  # part of the day's range


class Shape(StrEnum):
    """How the indexes of a market stand together."""

    UP = "up"
    DOWN = "down"
    MIXED = "mixed"
    LEVEL = "level"


class Sight(StrEnum):
    """One thing worth saying about a market."""

    SPREAD = "spread"
    WIDE = "wide"
    NEAR_HIGH = "near-high"
    NEAR_LOW = "near-low"


@dataclass(frozen=True, slots=True)
class Observation:
    """A sight with the index it is about (`other`: the one it is compared with)."""

    sight: Sight
    line: IndexLine
    figure: Figure | None = None
    other: IndexLine | None = None


def shape_of(section: Section) -> Shape:
    """Return how the section's indexes moved; unchanged ones side with nobody."""
    changes = [line.quote.change_percent for line in section.lines]
    rose, fell = any(c > 0 for c in changes), any(c < 0 for c in changes)
    if rose and fell:
        return Shape.MIXED
    return Shape.UP if rose else Shape.DOWN if fell else Shape.LEVEL


def observations(section: Section, most: int) -> tuple[Observation, ...]:
    """Return at most `most` things worth saying about a section, the widest first."""
    found = [_spread(section), _wide(section), _edge(section)]
    return tuple(seen for seen in found if seen is not None)[:most]


def _spread(section: Section) -> Observation | None:
    ranked = sorted(section.lines, key=lambda line: line.quote.change_percent)
    worst, best = ranked[0], ranked[-1]
    spread = best.quote.change_percent - worst.quote.change_percent
    if spread < WIDE_SPREAD:
        return None
    figure = bind(FigureField.SPREAD, spread, best.quote, worst.quote)
    return Observation(Sight.SPREAD, best, figure, worst)


def _wide(section: Section) -> Observation | None:
    ranges = [(line.amplitude, line) for line in section.lines]
    known = [(figure.value, figure, line) for figure, line in ranges if figure is not None]
    if not known:
        return None
    _, figure, line = max(known, key=lambda item: item[0])
    return Observation(Sight.WIDE, line, figure) if figure.value >= WIDE_RANGE else None


def _edge(section: Section) -> Observation | None:
    """Look at the first index only: it stands for the market."""
    line = section.lines[0]
    high, low = line.quote.high, line.quote.low
    if high is None or low is None or high <= low:
        return None
    place = (line.quote.last - low) / (high - low)
    if place >= 1 - NEAR_EDGE:
        return Observation(Sight.NEAR_HIGH, line)
    return Observation(Sight.NEAR_LOW, line) if place <= NEAR_EDGE else None
