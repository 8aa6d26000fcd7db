"""Asking an OpenAI-compatible endpoint for a text, with limits, and telling how it failed."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from pydantic import SecretStr

from bot.briefs.writer.outcome import WriterFailed, WriterFault
from bot.market.http import GuardedHttp
from bot.market.http_errors import BadStatus, FetchFailed
from bot.market.problems import ProblemKind

LARGEST_ANSWER = 200_000  # bytes
LONGEST_WAIT_SECONDS = 45.0
MOST_TOKENS = 1_200
_FAULTS: Mapping[ProblemKind, WriterFault] = {
    ProblemKind.TIMED_OUT: WriterFault.TIMED_OUT,
    ProblemKind.TOO_LARGE: WriterFault.TOO_LARGE,
    ProblemKind.MALFORMED: WriterFault.MALFORMED,
    ProblemKind.BACKING_OFF: WriterFault.BUSY,
    ProblemKind.BAD_STATUS: WriterFault.REFUSED,
    ProblemKind.NOT_ALLOWED: WriterFault.REFUSED,
}


class Writer(Protocol):
    """Something that answers a conversation with a text."""

    model: str

    async def answer(
        self, messages: Sequence[Mapping[str, str]], now: datetime
    ) -> str | WriterFailed:
        """Return the text, or why there is none; never an exception."""

    async def aclose(self) -> None:
        """Close all connections."""


class ChatWriter:
    """The endpoint at `base` (ending in /v1 as a rule), reached by a client of its own.

    Only that host can be reached, redirects are refused, and the key stands in one header of
    the request and nowhere else.
    """

    def __init__(
        self,
        base: str,
        key: SecretStr,
        model: str,
        *,
        longest_wait: float = LONGEST_WAIT_SECONDS,
    ) -> None:
        self.model = model
        self._url = f"{base.rstrip('/')}/chat/completions"
        self._key = key
        self._http = GuardedHttp([base], largest_body=LARGEST_ANSWER, longest_fetch=longest_wait)

    async def aclose(self) -> None:
        """Close all connections."""
        await self._http.aclose()

    async def answer(
        self, messages: Sequence[Mapping[str, str]], now: datetime
    ) -> str | WriterFailed:
        """Return the text, or why there is none; never an exception."""
        asked = {"model": self.model, "messages": list(messages), "max_tokens": MOST_TOKENS}
        body = json.dumps({**asked, "stream": False}, ensure_ascii=False).encode()
        try:
            fetched = await self._http.post(self._url, now, body, headers=self._headers())
        except FetchFailed as error:
            return _failure(error)
        return _text_of(fetched.body)

    def _headers(self) -> dict[str, str]:
        key = self._key.get_secret_value()
        known = {"Content-Type": "application/json", "Accept": "application/json"}
        return known | ({"Authorization": f"Bearer {key}"} if key else {})


def _failure(error: FetchFailed) -> WriterFailed:
    if isinstance(error, BadStatus):
        status = error.fields["status"]
        fault = WriterFault.BUSY if status in {429, 503} else WriterFault.REFUSED
        return WriterFailed(fault, f"HTTP {status}")
    return WriterFailed(_FAULTS.get(error.kind, WriterFault.UNREACHABLE), error.code)


def _text_of(body: bytes) -> str | WriterFailed:
    try:
        document: Any = json.loads(body)
        choice = document["choices"][0]
        text = choice["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        return WriterFailed(WriterFault.MALFORMED, type(error).__name__)
    if choice.get("finish_reason") == "length":
        return WriterFailed(WriterFault.TOO_LONG, "cut")
    if not isinstance(text, str):
        return WriterFailed(WriterFault.EMPTY)
    return text
