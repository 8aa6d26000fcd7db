"""What can come of one attempt to send; whoever speaks to the network tells it this way."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Arrived:
    """It is there, under this message id; `shown` is its text as the network gave it back.

    `poll_id` is what the network calls a poll when it tells of votes.
    """

    message_id: int
    shown: str = ""
    poll_id: str | None = None


@dataclass(frozen=True, slots=True)
class NeverLeft:
    """The network was not reached: try again after some seconds."""

    seconds: float = 5.0


@dataclass(frozen=True, slots=True)
class Limited:
    """The network asks to wait this long."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The chat does not take messages from this bot any more."""

    why: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat has a new id."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Refused:
    """The network will never take this message."""

    why: str


@dataclass(frozen=True, slots=True)
class Lost:
    """The answer never came: it may have arrived or not."""

    why: str


Outcome = Arrived | NeverLeft | Limited | Unreachable | Moved | Refused | Lost
