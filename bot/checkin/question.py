"""The question of the day: what it is, who gets which one, and in which order its options stand.

Every member walks through the whole bank in an order of their own before any question comes
again. Choice and order depend only on member, day and purpose, so a button pressed after a
restart, or on another replica, is judged against the same question.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import permutations
from typing import ClassVar, Final, Protocol

from bot.errors import BellError

OPTIONS: Final = 3
_ORDERS: Final = tuple(permutations(range(OPTIONS)))


class Purpose(StrEnum):
    """What an answer is for: the day's own question, or the repair of that day.

    Who passed a level of the quiz gets a second question where the first did not repair it.
    """

    DAILY = "daily"
    REPAIR = "repair"
    SECOND_REPAIR = "second-repair"

    @property
    def repairs(self) -> bool:
        """Tell whether a right answer mends the streak."""
        return self is not Purpose.DAILY


class UnknownQuestion(BellError):
    """No question has this id; fields: `question`."""

    code: ClassVar[str] = "unknown-question"


@dataclass(frozen=True, slots=True)
class Words:
    """One text in the three languages of the product."""

    simplified: str
    traditional: str
    english: str

    def in_language(self, language: str) -> str:
        """Return the text in zh-Hans, zh-Hant or en; the default language for any other."""
        return {"zh-Hant": self.traditional, "en": self.english}.get(language, self.simplified)


@dataclass(frozen=True, slots=True)
class Question:
    """A question with exactly three options; `correct` is the place of the right one, from 0."""

    id: str
    version: int
    difficulty: int
    tags: tuple[str, ...]
    prompt: Words
    options: tuple[Words, Words, Words]
    correct: int
    explanation: Words


class QuestionSource(Protocol):
    """A bank of questions."""

    def question_for(self, member_id: int, day: date, purpose: Purpose = Purpose.DAILY) -> Question:
        """Return the question of `day` for this member, its options in the order to show."""

    def by_id(self, question_id: str) -> Question:
        """Return the question as written in the bank; raise UnknownQuestion if there is none."""

    def all(self) -> tuple[Question, ...]:
        """Return the whole bank as written, by id."""


def place_in_bank(size: int, day: date, purpose: Purpose) -> int:
    """Return the place in a member's own order of `size` questions for `day`.

    A repair stands half the bank away from its day, so that it never repeats the day's own
    question, nor (from four questions on) the one of the day on which it is made; a second one
    stands a quarter of the bank farther.
    """
    offset = {Purpose.REPAIR: size // 2, Purpose.SECOND_REPAIR: size * 3 // 4}.get(purpose, 0)
    return (day.toordinal() + offset) % size


def own_order(question_ids: tuple[str, ...], member_id: int) -> tuple[str, ...]:
    """Return the order in which this member walks through the bank."""
    return tuple(sorted(question_ids, key=lambda each: (_hash("order", member_id, each), each)))


def arranged(question: Question, member_id: int, day: date, purpose: Purpose) -> Question:
    """Return `question` with its options in this member's order for that day."""
    draw = _hash("options", member_id, day.isoformat(), purpose, question.id)
    first, second, third = order = _ORDERS[draw % len(_ORDERS)]
    options = question.options
    return replace(
        question,
        options=(options[first], options[second], options[third]),
        correct=order.index(question.correct),
    )


def _hash(*parts: object) -> int:
    digest = hashlib.sha256("|".join(map(str, parts)).encode()).digest()
    return int.from_bytes(digest[:8], "big")
