"""Planned failures, for tests and rehearsals of bad days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase

from bot.sandbox.refusals import ApiError, flood


class FaultKind(StrEnum):
    """What goes wrong."""

    ANSWER_LOST = "answer_lost"  # carried out, then the connection breaks
    REQUEST_LOST = "request_lost"  # the connection breaks before anything happens
    REFUSED = "refused"  # nothing happens and an error is answered


@dataclass(slots=True)
class Fault:
    """One planned failure of the next `times` calls that match `method` and `chat_id`."""

    kind: FaultKind
    method: str = "send*"
    chat_id: int | None = None
    times: int = 1
    refusal: ApiError | None = None

    def matches(self, method: str, chat_id: int | None) -> bool:
        """Say whether a call falls under this fault."""
        if self.chat_id is not None and self.chat_id != chat_id:
            return False
        if self.method == "send*" and method == "sendChatAction":
            return False  # 'typing' is no message, and nobody plans to lose it
        return fnmatchcase(method, self.method)


@dataclass(slots=True)
class Faults:
    """The failures still to come, in the order in which they were planned.

    `method` is a shell pattern such as `send*` (any message), `edit*`, `getUpdates` or `*`.
    """

    planned: list[Fault] = field(default_factory=list)

    def lose_answer(
        self, method: str = "send*", chat_id: int | None = None, times: int = 1
    ) -> None:
        """Carry out the next calls and drop the connection instead of answering."""
        self.planned.append(Fault(FaultKind.ANSWER_LOST, method, chat_id, times))

    def lose_request(
        self, method: str = "send*", chat_id: int | None = None, times: int = 1
    ) -> None:
        """Drop the connection of the next calls before anything happens."""
        self.planned.append(Fault(FaultKind.REQUEST_LOST, method, chat_id, times))

    def refuse(
        self,
        code: int,
        description: str,
        method: str = "send*",
        chat_id: int | None = None,
        *,
        times: int = 1,
        parameters: Mapping[str, int] | None = None,
    ) -> None:
        """Answer the next calls with an error of your choice."""
        refusal = ApiError(code, description, parameters)
        self.planned.append(Fault(FaultKind.REFUSED, method, chat_id, times, refusal))

    def break_server(self, method: str = "send*", code: int = 502, times: int = 1) -> None:
        """Answer the next calls with 500 Internal Server Error or 502 Bad Gateway."""
        words = {500: "Internal Server Error", 502: "Bad Gateway"}
        self.refuse(code, words.get(code, "Server Error"), method, times=times)

    def flood(
        self, seconds: int, method: str = "send*", chat_id: int | None = None, times: int = 1
    ) -> None:
        """Answer the next calls with 'retry after `seconds`'."""
        self.planned.append(Fault(FaultKind.REFUSED, method, chat_id, times, flood(seconds)))

    def forbid(
        self,
        chat_id: int | None = None,
        reason: str = "bot was blocked by the user",
        times: int = 1,
    ) -> None:
        """Answer the next messages to `chat_id` with 403."""
        self.refuse(403, f"Forbidden: {reason}", "send*", chat_id, times=times)

    def clear(self) -> None:
        """Plan nothing any more."""
        self.planned.clear()

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """Return the fault that hits this call, using it up once."""
        for fault in self.planned:
            if fault.matches(method, chat_id):
                fault.times -= 1
                if fault.times <= 0:
                    self.planned.remove(fault)
                return fault
        return None
