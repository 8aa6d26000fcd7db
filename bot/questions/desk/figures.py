"""An expert's week in figures, each with what it is out of."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    of: int


@dataclass(slots=True)
class Tally:
    """What happened with one expert in a week, as it is counted.

    `minutes`: business minutes to each first answer. `kept` and `promised`: the first answers
    that came in time, of those for which a time had been promised. `helpful`: good ratings.
    """

    name: str
    taken: int = 0
    minutes: list[int] = field(default_factory=list)
    kept: int = 0
    promised: int = 0
    helpful: int = 0
    rated: int = 0
    answered: int = 0
    reopened: int = 0
    drafted: int = 0


@dataclass(frozen=True, slots=True)
class Week:
    """One expert's line of the report; no percentile without a first answer."""

    name: str
    taken: int
    half: int | None
    nine_tenths: int | None
    kept: Share
    helpful: Share
    rated: Share
    reopened: Share
    drafted: int


def week_of(tally: Tally) -> Week:
    """Return the figures of one expert."""
    return Week(
        name=tally.name,
        taken=tally.taken,
        half=percentile(tally.minutes, 50),
        nine_tenths=percentile(tally.minutes, 90),
        kept=Share(tally.kept, tally.promised),
        helpful=Share(tally.helpful, tally.rated),
        rated=Share(tally.rated, tally.answered),
        reopened=Share(tally.reopened, tally.answered),
        drafted=tally.drafted,
    )


def percentile(values: Sequence[int], percent: int) -> int | None:
    """Return the smallest value that at least `percent` of a hundred do not exceed."""
    if not values:
        return None
    ordered = sorted(values)
    place = -(-len(ordered) * percent // 100)
    return ordered[max(place, 1) - 1]
