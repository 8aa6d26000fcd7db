"""What goes into a matcher and what comes out of it."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class FaqRow:
    """One entry to be found: its question, other phrasings of it, and its answer, maybe empty."""

    id: str
    question: str
    alt_questions: tuple[str, ...] = ()
    answer: str = ""


class Action(Enum):
    """What to do with a question: answer it, offer a choice of entries, or offer a human."""

    ANSWER = "answer"
    CHOOSE = "choose"
    HUMAN = "human"


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entry and how well it fits; scores compare only within one match."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Match:
    """The entries that fit, the best first; `confidence` (0 to 1) that one of them answers."""

    ranked: tuple[Ranked, ...]
    confidence: float
    action: Action


def merged(rows: "tuple[FaqRow, ...] | list[FaqRow]") -> tuple[FaqRow, ...]:
    """Return rows with those of the same id made one, in the order of their ids.

    The order does not depend on the order given, so that neither does any later tie.
    """
    found: dict[str, list[FaqRow]] = {}
    for row in rows:
        found.setdefault(row.id, []).append(row)
    return tuple(_one(found[key]) for key in sorted(found))


def _one(same: list[FaqRow]) -> FaqRow:
    if len(same) == 1:
        return same[0]
    first = min(same, key=lambda row: (row.question, row.alt_questions, row.answer))
    phrasings = sorted({text for row in same for text in (row.question, *row.alt_questions)})
    answers = sorted({row.answer for row in same if row.answer})
    others = tuple(text for text in phrasings if text != first.question)
    return FaqRow(first.id, first.question, others, "\n".join(answers))
