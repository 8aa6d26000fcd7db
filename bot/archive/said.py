"""A message on its way into the archive."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.archive.kinds import RecordKind


@dataclass(frozen=True, slots=True)
class Said:
    """A message to be kept."""

    kind: RecordKind
    chat_id: int
    message_id: int | None
    author_id: int | None
    at: datetime
    text: str
    details: Mapping[str, Any]
