"""The record of every Bot API call: what was asked, what came of it, how long it took."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

RING_SIZE = 2_000


@dataclass(frozen=True, slots=True)
class CallRecord:
    """One call. `parameters` are as they arrived: text or JSON; an upload is `attach://field`.

    `fault` names the planned failure that hit the call; `result` is what was answered.
    """

    number: int
    method: str
    parameters: Mapping[str, Any]
    chat_id: int | None
    at: datetime
    ok: bool
    status: int
    description: str
    result: Any
    milliseconds: float
    fault: str = ""


class CallLog:
    """The last calls, or all of them where tests want to check each."""

    def __init__(self, *, keep_all: bool = False) -> None:
        self.records: deque[CallRecord] = deque(maxlen=None if keep_all else RING_SIZE)
        self.total = 0

    def add(self, record: CallRecord) -> None:
        """Append one call."""
        self.records.append(record)

    def next_number(self) -> int:
        """Count one more call and return its number, starting from 1."""
        self.total += 1
        return self.total

    def of(self, method: str, chat_id: int | None = None) -> list[CallRecord]:
        """Return the calls of one method, to one chat where given."""
        return [
            record
            for record in self.records
            if record.method == method and chat_id in (None, record.chat_id)
        ]

    def last(self, count: int) -> list[CallRecord]:
        """Return the newest `count` calls, newest first."""
        newest: list[CallRecord] = []
        for record in reversed(self.records):
            if len(newest) >= count:
                break
            newest.append(record)
        return newest
