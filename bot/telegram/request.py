"""The transport: python-telegram-bot's requests over aiohttp.

Two errors are told apart that the library's own transport mixes, because the outbox must
know: `NotSentError` (the request never left, so it may be repeated) and `AnswerLostError` (it
may have been carried out, so it must not be repeated blindly).
"""

from collections.abc import Mapping
from typing import Any

import aiohttp
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

CONNECTIONS = 256
TIMEOUT_SECONDS = 20.0
UPLOAD_TIMEOUT_SECONDS = 60.0


class NotSentError(NetworkError):
    """The request did not leave this machine."""


class AnswerLostError(TimedOut):
    """The request left, the answer never came: it may have been carried out."""


class AiohttpRequest(BaseRequest):
    """Keep-alive connections to one Bot API server."""

    def __init__(self, connections: int = CONNECTIONS) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Return how long an answer may take, in seconds."""
        return TIMEOUT_SECONDS

    async def initialize(self) -> None:
        """Open the connection pool."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(connector=connector)

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one call; return the status code and the body."""
        if self._session is None:
            raise NotSentError("the transport is not open")
        timeout = aiohttp.ClientTimeout(
            total=self._total(read_timeout, request_data), connect=10, sock_connect=10
        )
        # The URL carries the token: no error may quote it.
        try:
            async with self._session.request(
                method, url, data=_body(request_data), timeout=timeout
            ) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSentError(type(error).__name__) from None
        except (TimeoutError, aiohttp.ClientError) as error:
            raise AnswerLostError(type(error).__name__) from None

    def _total(self, read_timeout: ODVInput[float], data: RequestData | None) -> float:
        if isinstance(read_timeout, int | float):
            return float(read_timeout)
        return UPLOAD_TIMEOUT_SECONDS if data and data.contains_files else TIMEOUT_SECONDS


def request_data(parameters: Mapping[str, object]) -> RequestData:
    """Return parameters in the form that `post` takes; what is None is left out."""
    given = {name: value for name, value in parameters.items() if value is not None}
    return RequestData([RequestParameter.from_input(*pair) for pair in given.items()])


def _body(data: RequestData | None) -> Any:
    if data is None:
        return None
    if not data.contains_files:
        return data.json_parameters
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form
