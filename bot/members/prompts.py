"""What the bot asked somebody in private: the next plain message there is the answer.

A feature calls `await_answer` in the transaction of its question and registers an `Answer`
of the same noun in the command table; its handler calls `settle` in the transaction that takes
the answer. Any command is obeyed meanwhile and leaves the question standing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from db.repositories import prompts

LASTS = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that still waits: `about` is what its feature put there."""

    noun: str
    about: Mapping[str, Any]


def await_answer(
    session: Session, member_id: int, noun: str, about: Mapping[str, Any], now: datetime
) -> None:
    """Take somebody's next plain private message for the answer to `noun`."""
    prompts.put(session, member_id, noun, about, now)


def awaited(session: Session, member_id: int, now: datetime) -> Asked | None:
    """Return what somebody was asked within the last half hour."""
    found = prompts.find(session, member_id)
    if found is None or now - found.asked_at > LASTS:
        return None
    return Asked(found.noun, found.about)


def settle(session: Session, member_id: int) -> None:
    """The answer was taken, or is wanted no more."""
    prompts.drop(session, member_id)
