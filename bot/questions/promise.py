"""The seam to the expert desk: what asking needs of it, and what it promises in return."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from sqlmodel import Session

if TYPE_CHECKING:
    from db.models.question import QuestionCase


@dataclass(frozen=True, slots=True)
class Promise:
    """By when a person answers; no instant where no promise can be made now.

    `stopped`: the clocks of all promises stand still because of an incident. `unlicensed`:
    the question asks for advice, and nobody on the desk may give it today.
    """

    answer_by: datetime | None
    stopped: bool = False
    unlicensed: bool = False


class HumanDesk(Protocol):
    """Takes cases that wait for a person."""

    def enter(self, session: Session, case: "QuestionCase", now: datetime) -> Promise:
        """Set the deadline of a case that now waits, show it to the experts; promise.

        Called in the transaction that put the case at WAITING.
        """

    def changed(self, session: Session, case: "QuestionCase", now: datetime) -> None:
        """The asker added to, corrected, closed or reopened a case that people have."""


class NoHumanDesk:
    """A house in which nobody took the desk: questions wait, nothing is promised."""

    def enter(self, session: Session, case: "QuestionCase", now: datetime) -> Promise:
        """Promise nothing."""
        return Promise(None)

    def changed(self, session: Session, case: "QuestionCase", now: datetime) -> None:
        """Tell nobody."""
