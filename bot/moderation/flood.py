"""Floods: too many messages, the same text again and again, half the group called by name.

A window of the last minutes is kept in memory, per process: what is forgotten at a restart
costs nothing, and the order of a person's messages is kept in one process anyway.
"""

from collections import OrderedDict, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.moderation.heard import Heard
from bot.moderation.ladder import FloodLimits

MOST_PEOPLE = 20_000
MOST_REMEMBERED = 60
LAUGHTER_LETTERS = 2  # of so few different letters are 哈哈哈哈哈哈 and 666666, said by anybody


class Flood(StrEnum):
    """What makes it a flood."""

    MESSAGES = "messages"
    REPEATS = "repeats"
    MENTIONS = "mentions"


@dataclass(frozen=True, slots=True)
class _Said:
    chat_id: int
    message_id: int
    album: str | None
    fingerprint: str
    at: datetime


@dataclass(slots=True)
class FloodWatch:
    """What each person said lately."""

    limits: FloodLimits
    _people: OrderedDict[int, deque[_Said]] = field(default_factory=OrderedDict)

    def note(
        self, person_id: int, heard: Heard, at: datetime, *, night: bool = False
    ) -> Flood | None:
        """Remember a message and tell whether it is one too many; told twice is counted once.

        An album is one message; an edit is none, but may call names.
        """
        if heard.mentions >= self.limits.mentions:
            return Flood.MENTIONS
        if heard.edited:
            return None
        said = self._said_by(person_id)
        print_ = fingerprint(heard.text) if len(heard.text) >= self.limits.repeat_letters else ""
        if all((s.chat_id, s.message_id) != (heard.chat_id, heard.message_id) for s in said):
            said.append(_Said(heard.chat_id, heard.message_id, heard.album, print_, at))
        if self._messages(said, heard, at) > self._most(night):
            return Flood.MESSAGES
        return Flood.REPEATS if self._repeated(said, print_, at) else None

    def _said_by(self, person_id: int) -> deque[_Said]:
        said = self._people.get(person_id)
        if said is None:
            said = self._people[person_id] = deque(maxlen=MOST_REMEMBERED)
            if len(self._people) > MOST_PEOPLE:
                self._people.popitem(last=False)
        self._people.move_to_end(person_id)
        return said

    def _most(self, night: bool) -> int:
        return self.limits.night_messages if night else self.limits.messages

    def _messages(self, said: deque[_Said], heard: Heard, at: datetime) -> int:
        since = at - timedelta(seconds=self.limits.window_seconds)
        here = [s for s in said if s.chat_id == heard.chat_id and s.at > since]
        albums = {s.album for s in here if s.album is not None}
        return sum(s.album is None for s in here) + len(albums)

    def _repeated(self, said: deque[_Said], print_: str, at: datetime) -> bool:
        if len(print_) < self.limits.repeat_letters or len(set(print_)) <= LAUGHTER_LETTERS:
            return False
        since = at - timedelta(seconds=self.limits.repeat_seconds)
        times = sum(s.fingerprint == print_ and s.at > since for s in said)
        return times >= self.limits.repeats


def fingerprint(text: str) -> str:
    """Return a text without what is changed to make a copy look new: case, blanks, signs."""
    return "".join(c for c in text[:400].casefold() if c.isalnum())
