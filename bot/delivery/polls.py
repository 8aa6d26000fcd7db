"""A question with options that the outbox sends as a poll of the network's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FEWEST_OPTIONS, MOST_OPTIONS = 2, 10
LONGEST_QUESTION, LONGEST_OPTION, LONGEST_EXPLANATION = 300, 100, 200
LONGEST_OPEN_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Poll:
    """An anonymous poll with one choice; its words are screened with the post that carries it.

    With a `correct` option (from 0) it is a quiz instead: votes are told by name, cannot be
    taken back, and `explanation` is shown to who has voted. The network itself closes it after
    `open_seconds`, if any.
    """

    question: str
    options: tuple[str, ...]
    correct: int | None = None
    explanation: str = ""
    open_seconds: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no network would take: better now than when it is sent."""
        fits = FEWEST_OPTIONS <= len(self.options) <= MOST_OPTIONS
        lengths = [len(option) for option in self.options]
        if not fits or not self.question or len(self.question) > LONGEST_QUESTION:
            raise ValueError(self.question, self.options)
        if min(lengths) == 0 or max(lengths) > LONGEST_OPTION:
            raise ValueError(self.question, self.options)
        if self.correct is not None and not 0 <= self.correct < len(self.options):
            raise ValueError(self.question, self.correct)
        if len(self.explanation) > LONGEST_EXPLANATION or (
            self.open_seconds is not None and not 5 <= self.open_seconds <= LONGEST_OPEN_SECONDS
        ):
            raise ValueError(self.question, self.explanation, self.open_seconds)

    @property
    def is_quiz(self) -> bool:
        """Tell whether one of the options is right."""
        return self.correct is not None

    def record(self) -> dict[str, Any]:
        """Return it as plain JSON."""
        plain: dict[str, Any] = {"question": self.question, "options": list(self.options)}
        if self.is_quiz:
            plain |= {"correct": self.correct, "explanation": self.explanation}
        if self.open_seconds is not None:
            plain["open_seconds"] = self.open_seconds
        return plain

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "Poll":
        """Return the poll that `record` was made of."""
        options: Sequence[str] = record["options"]
        return cls(
            str(record["question"]),
            tuple(options),
            record.get("correct"),
            str(record.get("explanation") or ""),
            record.get("open_seconds"),
        )
