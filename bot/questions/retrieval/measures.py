"""How well a ranking found the right entries, and how well confidence tells what is in scope."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one query got: the ids found, and the right one, None where there is none."""

    right: str | None
    found: tuple[str, ...]
    confidence: float

    @property
    def place(self) -> int | None:
        """Return the place of the right entry among those found, from 1; None if not there."""
        return self.found.index(self.right) + 1 if self.right in self.found else None


@dataclass(frozen=True, slots=True)
class Measures:
    """The figures of one matcher over one set; None where no row could say."""

    hit1: float | None
    hit3: float | None
    mrr: float | None
    auc: float | None


def measured(outcomes: Sequence[Outcome]) -> Measures:
    """Return hit@1, hit@3 and MRR over rows in scope, and the AUC of confidence over all."""
    places = [outcome.place for outcome in outcomes if outcome.right is not None]
    inside = [outcome.confidence for outcome in outcomes if outcome.right is not None]
    outside = [outcome.confidence for outcome in outcomes if outcome.right is None]
    return Measures(
        hit1=_mean([float(place == 1) for place in places]),
        hit3=_mean([float(place is not None and place <= 3) for place in places]),
        mrr=_mean([1 / place if place else 0.0 for place in places]),
        auc=auc(inside, outside),
    )


def auc(inside: Sequence[float], outside: Sequence[float]) -> float | None:
    """Return how often a row in scope has more confidence than one that is not; ties half."""
    if not inside or not outside:
        return None
    ordered = np.sort(np.array(outside))
    below = np.searchsorted(ordered, inside, side="left")
    up_to = np.searchsorted(ordered, inside, side="right")
    return float((below + up_to).sum() / 2 / len(inside) / len(outside))


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
