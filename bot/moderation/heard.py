"""A message in a group, reduced to what moderation looks at; no chat network in it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Voice(StrEnum):
    """Who speaks: a person, the house itself (anonymous admin, own channel), another chat."""

    PERSON = "person"
    HOUSE = "house"
    CHANNEL = "channel"


class Forwarded(StrEnum):
    """Where a forwarded message comes from."""

    PERSON = "person"
    CHANNEL = "channel"
    BOT = "bot"


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said: every visible text in one, the targets of its links, and its shape.

    `album` is the id that the pictures of one album share. `edited`: it was said before.
    """

    chat_id: int
    message_id: int
    update_id: int
    text: str
    urls: tuple[str, ...] = ()
    mentions: int = 0
    forwarded: Forwarded | None = None
    contact: bool = False
    album: str | None = None
    edited: bool = False
    voice: Voice = Voice.PERSON
    thread_id: int | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """The person who spoke, as they call themselves."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None

    @property
    def shown(self) -> str:
        """Return the name as the group sees it."""
        return f"{self.first_name} {self.last_name or ''}".strip()


@dataclass(frozen=True, slots=True)
class Moment:
    """When it was said, and what the clock says while it is judged."""

    said_at: datetime
    now: datetime
