"""Polls and quizzes: options, votes, and how Telegram shows them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

JsonObject = dict[str, Any]


@dataclass(slots=True)
class Poll:
    """One poll in one message. `votes` are option indexes by person."""

    id: str
    chat_id: int
    message_id: int
    question: str
    options: list[str]
    is_anonymous: bool = True
    type: str = "regular"
    allows_multiple: bool = False
    correct: list[int] = field(default_factory=list)
    explanation: str = ""
    closed: bool = False
    closes_at: int | None = None
    votes: dict[int, list[int]] = field(default_factory=dict)

    def is_over(self, now: int) -> bool:
        """Tell whether it takes no votes any more, closed by hand or by its period."""
        return self.closed or (self.closes_at is not None and now >= self.closes_at)

    def as_json(self) -> JsonObject:
        """Return Telegram's `Poll`."""
        poll: JsonObject = {
            "id": self.id,
            "question": self.question,
            "options": [self._option(index) for index in range(len(self.options))],
            "total_voter_count": sum(bool(chosen) for chosen in self.votes.values()),
            "is_closed": self.closed,
            "is_anonymous": self.is_anonymous,
            "type": self.type,
            "allows_multiple_answers": self.allows_multiple,
            "allows_revoting": self.type == "regular",
            "members_only": False,
        }
        if self.type == "quiz" and self.correct:
            poll["correct_option_ids"] = self.correct
            if self.explanation:
                poll["explanation"] = self.explanation
        return poll

    def _option(self, index: int) -> JsonObject:
        voters = sum(index in chosen for chosen in self.votes.values())
        return {
            "persistent_id": self.persistent_id(index),
            "text": self.options[index],
            "voter_count": voters,
        }

    def persistent_id(self, index: int) -> str:
        """Return the id of an option that stays when others are added."""
        return f"{self.id}-{index}"

    def answer(self, person: JsonObject, chosen: Sequence[int]) -> JsonObject:
        """Return Telegram's `PollAnswer` for a vote."""
        return {
            "poll_id": self.id,
            "user": person,
            "option_ids": list(chosen),
            "option_persistent_ids": [self.persistent_id(index) for index in chosen],
        }
