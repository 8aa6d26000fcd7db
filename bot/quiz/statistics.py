"""What answers tell of an item: how hard it is, whether it tells knowledge, what is picked.

Only a person's first answer to an item counts: whoever met it before has read the explanation.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from bot.quiz.item import OPTIONS
from bot.quiz.ladder import ReviewRule

LEAST_OTHERS = 3
"""On fewer other answers a person's knowledge is not judged."""
EASIEST_WEIGHT, HARDEST_WEIGHT = 20, 100
"""Bounds of an item's weight: a trivial item counts, and an unfair one does not decide all."""


class Fault(StrEnum):
    """What may be wrong with an item."""

    TELLS_NOTHING = "tells-nothing"
    WRONG_PREFERRED = "wrong-preferred"
    NEVER_PICKED = "never-picked"


@dataclass(frozen=True, slots=True)
class Response:
    """One first answer: `choice` is the bank's place, nothing where the time ran out."""

    member_id: int
    choice: int | None
    correct: bool


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """An item's figures over `answers` first answers.

    `share_right` in whole percent; `discrimination` is the point-biserial correlation with the
    share right of everything else that the same people answered, in hundredths (-100 to 100),
    or nothing where too few people answered enough else. `picks` by the bank's place;
    `silent`: answers that never came.
    """

    answers: int
    right: int
    picks: tuple[int, ...]
    silent: int
    discrimination: int | None

    @property
    def share_right(self) -> int:
        """Return the share of right answers in whole percent."""
        return round(100 * self.right / self.answers) if self.answers else 0


def statistics_of(
    responses: Sequence[Response], totals: Mapping[int, tuple[int, int]]
) -> ItemStatistics:
    """Return the figures of one item; `totals`: each person's (answers, right) over all items."""
    picked = Counter(one.choice for one in responses)
    return ItemStatistics(
        answers=len(responses),
        right=sum(one.correct for one in responses),
        picks=tuple(picked[place] for place in range(OPTIONS)),
        silent=picked[None],
        discrimination=_discrimination(responses, totals),
    )


def faults_of(figures: ItemStatistics, correct: int, rule: ReviewRule) -> tuple[Fault, ...]:
    """Return what may be wrong with an item, nothing before enough people answered it."""
    if figures.answers < rule.least_answers:
        return ()
    found = []
    if figures.discrimination is not None and figures.discrimination < rule.least_discrimination:
        found.append(Fault.TELLS_NOTHING)
    wrong = [picks for place, picks in enumerate(figures.picks) if place != correct]
    if max(wrong) > figures.picks[correct]:
        found.append(Fault.WRONG_PREFERRED)
    if min(wrong) == 0:
        found.append(Fault.NEVER_PICKED)
    return tuple(found)


def weight_of(level: int, figures: ItemStatistics | None, least_answers: int) -> int:
    """Return how much a right answer weighs, 20 to 100: the measured share of wrong answers.

    Until enough people answered, its level stands for it.
    """
    if figures is None or figures.answers < least_answers:
        return EASIEST_WEIGHT * level
    return min(max(100 - figures.share_right, EASIEST_WEIGHT), HARDEST_WEIGHT)


def _discrimination(
    responses: Iterable[Response], totals: Mapping[int, tuple[int, int]]
) -> int | None:
    pairs = []
    for one in responses:
        answers, right = totals.get(one.member_id, (0, 0))
        others = answers - 1
        if others >= LEAST_OTHERS:
            pairs.append((float(one.correct), (right - one.correct) / others))
    correlation = _correlation(pairs)
    return None if correlation is None else round(100 * correlation)


def _correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    if len(pairs) < LEAST_OTHERS:
        return None
    first, second = zip(*pairs, strict=True)
    mean_first, mean_second = sum(first) / len(first), sum(second) / len(second)
    spread_first = sum((one - mean_first) ** 2 for one in first)
    spread_second = sum((one - mean_second) ** 2 for one in second)
    if spread_first == 0 or spread_second == 0:
        return None  # all right, all wrong, or all alike: there is nothing to tell apart
    together = sum((a - mean_first) * (b - mean_second) for a, b in pairs)
    return float(together / sqrt(spread_first * spread_second))
