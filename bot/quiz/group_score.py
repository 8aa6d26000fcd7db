"""Who did how well in a group's quiz: accuracy times the difficulty of what was right."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scored:
    """One person's result: `right` of `asked`, and the score in whole points of 100."""

    member_id: int
    right: int
    asked: int
    score: int


def scored(votes: Iterable[tuple[int, int, bool]], weights: Mapping[int, int]) -> list[Scored]:
    """Return everybody's result, best first, from votes as (member, quiz, right).

    The score is accuracy (right of all quizzes put) times the mean weight of those that were
    right, which is the sum of those weights over the number of quizzes. Whoever answered none
    right has no place; equal scores stand in the order of who is known longer (the lower id).
    """
    right: dict[int, set[int]] = defaultdict(set)
    for member_id, quiz, correct in votes:
        if correct and quiz in weights:
            right[member_id].add(quiz)
    asked = len(weights)
    found = [
        Scored(member_id, len(which), asked, round(sum(weights[quiz] for quiz in which) / asked))
        for member_id, which in right.items()
    ]
    return sorted(found, key=lambda one: (-one.score, -one.right, one.member_id))
