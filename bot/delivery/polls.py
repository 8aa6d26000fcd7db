"""A question with options that the outbox sends as a poll of the network's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FEWEST_OPTIONS, MOST_OPTIONS = 2, 10
LONGEST_QUESTION, LONGEST_OPTION = 300, 100


@dataclass(frozen=True, slots=True)
class Poll:
    """An anonymous poll with one choice; its words are screened with the post that carries it."""

    question: str
    options: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse what no network would take: better now than when it is sent."""
        fits = FEWEST_OPTIONS <= len(self.options) <= MOST_OPTIONS
        lengths = [len(option) for option in self.options]
        if not fits or not self.question or len(self.question) > LONGEST_QUESTION:
            raise ValueError(self.question, self.options)
        if min(lengths) == 0 or max(lengths) > LONGEST_OPTION:
            raise ValueError(self.question, self.options)

    def record(self) -> dict[str, Any]:
        """Return it as plain JSON."""
        return {"question": self.question, "options": list(self.options)}

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "Poll":
        """Return the poll that `record` was made of."""
        options: Sequence[str] = record["options"]
        return cls(str(record["question"]), tuple(options))
