"""Where somebody begins: a short test that goes up with right answers and down with wrong ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.quiz.item import LEVELS

PROOFS = 2
"""How many right answers at or above a level prove it: one alone may be a lucky guess."""


@dataclass(frozen=True, slots=True)
class PlacementRule:
    """`items` are asked, the first at `begins_at`; nobody starts above `highest_start`."""

    items: int
    begins_at: int
    highest_start: int


def next_level(results: Sequence[tuple[int, bool]], rule: PlacementRule) -> int:
    """Return the level of the next item, after results as (level, right)."""
    if not results:
        return rule.begins_at
    level, right = results[-1]
    return min(max(level + (1 if right else -1), 1), LEVELS)


def starting_level(results: Sequence[tuple[int, bool]], rule: PlacementRule) -> int:
    """Return the highest level that is proven: more right at or above it than wrong up to it.

    Without any proof somebody begins at the first.
    """
    for level in range(rule.highest_start, 1, -1):
        right = sum(ok for asked, ok in results if asked >= level)
        wrong = sum(not ok for asked, ok in results if asked <= level)
        if right >= PROOFS and right > wrong:
            return level
    return 1
