"""The one client for outgoing HTTP of feeds and news.

Only configured hosts, only public addresses (unless a setting itself names an inner one),
limits on size and time, redirects checked like first requests, and a host that failed is
left alone for a while.
"""

import asyncio
import ssl
import zlib
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from types import TracebackType
from typing import Self

import httpcore
import httpx

from bot.market.addresses import CheckedBackend, is_literal_inner
from bot.market.http_errors import (
    AnswerGarbled,
    AnswerTooLarge,
    BadStatus,
    BaseMalformed,
    FetchFailed,
    HostBackingOff,
    HostNotConfigured,
    HostTimedOut,
    HostUnreachable,
    PageInstead,
    RedirectRefused,
)

LARGEST_BODY = 2_000_000  # bytes, packed and unpacked
LONGEST_FETCH = 12.0  # seconds, redirects included
MOST_REDIRECTS = 3
LONGEST_VALIDATOR = 200
FIRST_BACK_OFF = timedelta(seconds=5)
LONGEST_BACK_OFF = timedelta(minutes=5)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PORTS = {"http": 80, "https": 443}
_HEADERS = {"Accept-Encoding": "gzip", "User-Agent": "opening-bell"}


@dataclass(frozen=True, slots=True)
class Validators:
    """What a host gave to ask later whether its answer is still the same; empty: nothing."""

    etag: str = ""
    last_modified: str = ""

    def __bool__(self) -> bool:
        """Tell whether there is anything to ask with."""
        return bool(self.etag or self.last_modified)

    def headers(self) -> dict[str, str]:
        """Return the headers of a conditional request."""
        known = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in known.items() if value}


@dataclass(frozen=True)
class Fetched:
    """A whole answer with status 200; `url` is where it finally came from.

    `unchanged`: the host said that what it answered with these validators still stands; the
    body is empty then.
    """

    url: str
    content_type: str
    body: bytes
    validators: Validators = Validators()
    unchanged: bool = False


@dataclass(frozen=True)
class _BackOff:
    failures: int
    until: datetime


class GuardedHttp:
    """Fetches from the hosts of `bases` and nowhere else; use as an async context manager.

    `bases` are the addresses in the settings (feeds and quote sources); one that is no
    address raises BaseMalformed. Proxy settings of the environment are not used.
    """

    def __init__(
        self,
        bases: Iterable[str],
        *,
        largest_body: int = LARGEST_BODY,
        longest_fetch: float = LONGEST_FETCH,
    ) -> None:
        origins = {_base_origin(base) for base in bases}
        self._origins = frozenset(origins)
        self._hosts = frozenset(host for host, _ in origins if not is_literal_inner(host))
        self._largest_body = largest_body
        self._longest_fetch = longest_fetch
        self._back_offs: dict[str, _BackOff] = {}
        transport = _CheckedTransport(CheckedBackend(o for o in origins if is_literal_inner(o[0])))
        self._client = httpx.AsyncClient(
            transport=transport, headers=_HEADERS, timeout=longest_fetch, trust_env=False
        )

    async def __aenter__(self) -> Self:
        """Return the client itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close all connections."""
        await self.aclose()

    async def aclose(self) -> None:
        """Close all connections."""
        await self._client.aclose()

    async def get(
        self,
        url: str,
        now: datetime,
        *,
        headers: Mapping[str, str] | None = None,
        refuse_pages: bool = False,
        validators: Validators = Validators(),
    ) -> Fetched:
        """Return the answer to GET `url`; raise a FetchFailed of the exact kind otherwise.

        `headers` are sent besides the client's own. With `refuse_pages` an answer that is an
        HTML page is a failure like any other: hosts block callers by such pages with status
        200, and are then left alone for a while as well. With `validators` the host may say
        that nothing has changed.
        """
        asked = {**(headers or {}), **validators.headers()}
        return await self._fetch(_parsed(url), now, _Question(asked, refuse_pages=refuse_pages))

    async def post(
        self, url: str, now: datetime, body: bytes, *, headers: Mapping[str, str]
    ) -> Fetched:
        """Return the answer to POST `url`; raise a FetchFailed otherwise; follow no redirect.

        What `headers` hold (a key, maybe) never gets into an error.
        """
        return await self._fetch(_parsed(url), now, _Question(headers, body))

    async def _fetch(self, target: httpx.URL, now: datetime, question: "_Question") -> Fetched:
        if not self._may_reach(target):
            raise HostNotConfigured(host=target.host)
        self._refuse_while_backing_off(target, now)
        try:
            async with asyncio.timeout(self._longest_fetch):
                fetched = await self._follow(target, question)
            if question.refuse_pages and fetched.body.lstrip()[:1] == b"<":
                raise PageInstead(host=target.host)
        except TimeoutError as error:
            self._note_failure(target, now)
            raise HostTimedOut(host=target.host) from error
        except FetchFailed as error:
            if not _is_missing_page(error):
                self._note_failure(target, now)
            raise
        self._back_offs.pop(target.netloc.decode(), None)
        return fetched

    async def _follow(self, target: httpx.URL, question: "_Question") -> Fetched:
        for _ in range(MOST_REDIRECTS + 1 if question.body is None else 1):
            async with _Exchange(self._client, target, question) as response:
                if response.status_code == 304 and question.is_conditional:
                    return Fetched(str(target), "", b"", _validators(response), unchanged=True)
                if response.status_code not in _REDIRECTS:
                    return await self._whole(response, target)
                target = self._redirected(target, response.headers.get("location", ""))
        raise RedirectRefused(host=target.host, target="…")

    def _redirected(self, target: httpx.URL, location: str) -> httpx.URL:
        try:
            following = target.join(location)
        except httpx.InvalidURL as error:
            raise RedirectRefused(host=target.host, target=location[:200]) from error
        is_downgrade = target.scheme == "https" and following.scheme != "https"
        if not location or is_downgrade or not self._may_reach(following):
            raise RedirectRefused(host=target.host, target=location[:200])
        return following

    async def _whole(self, response: httpx.Response, target: httpx.URL) -> Fetched:
        if response.status_code != 200:
            raise BadStatus(host=target.host, status=response.status_code)
        packed = bytearray()
        async for piece in response.aiter_raw():
            packed += piece
            if len(packed) > self._largest_body:
                raise AnswerTooLarge(host=target.host, limit=self._largest_body)
        body = self._unpacked(bytes(packed), response, target)
        content_type = response.headers.get("content-type", "")
        return Fetched(str(target), content_type, body, _validators(response))

    def _unpacked(self, packed: bytes, response: httpx.Response, target: httpx.URL) -> bytes:
        encoding = response.headers.get("content-encoding", "identity").strip().lower()
        if encoding == "identity":
            return packed
        if encoding != "gzip":
            raise AnswerGarbled(host=target.host)
        try:
            # Bounded, so that a small body cannot unpack into gigabytes.
            body = zlib.decompressobj(wbits=31).decompress(packed, self._largest_body + 1)
        except zlib.error as error:
            raise AnswerGarbled(host=target.host) from error
        if len(body) > self._largest_body:
            raise AnswerTooLarge(host=target.host, limit=self._largest_body)
        return body

    def _may_reach(self, url: httpx.URL) -> bool:
        if url.scheme not in _PORTS or url.userinfo:
            return False
        # A public host may be reached with and without `www.`, by http and https.
        bare = url.host.removeprefix("www.")
        return _origin(url) in self._origins or bool({bare, f"www.{bare}"} & self._hosts)

    def _refuse_while_backing_off(self, target: httpx.URL, now: datetime) -> None:
        back_off = self._back_offs.get(target.netloc.decode())
        if back_off is not None and now < back_off.until:
            raise HostBackingOff(host=target.host, until=back_off.until)

    def _note_failure(self, target: httpx.URL, now: datetime) -> None:
        host = target.netloc.decode()
        failures = self._back_offs[host].failures + 1 if host in self._back_offs else 1
        wait = min(FIRST_BACK_OFF * 2 ** min(failures - 1, 10), LONGEST_BACK_OFF)
        self._back_offs[host] = _BackOff(failures, now + wait)


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked: with a `body` it is a POST, which is never sent on to another address."""

    headers: Mapping[str, str]
    body: bytes | None = None
    refuse_pages: bool = False

    @property
    def method(self) -> str:
        return "GET" if self.body is None else "POST"

    @property
    def is_conditional(self) -> bool:
        return not {"If-None-Match", "If-Modified-Since"}.isdisjoint(self.headers)


class _Exchange:
    """One request and its open response, with the libraries' errors turned into ours."""

    def __init__(self, client: httpx.AsyncClient, target: httpx.URL, question: _Question) -> None:
        self._client = client
        self._target = target
        self._question = question
        self._response: httpx.Response | None = None

    async def __aenter__(self) -> httpx.Response:
        try:
            asked = self._question
            request = self._client.build_request(
                asked.method, self._target, headers=dict(asked.headers), content=asked.body
            )
            self._response = await self._client.send(request, stream=True)
        except (*_TIMEOUTS, *_FAILURES) as error:
            raise self._translated(error) from error
        return self._response

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: object
    ) -> None:
        if self._response is not None:
            await self._response.aclose()
        if isinstance(error, (*_TIMEOUTS, *_FAILURES)):
            raise self._translated(error) from error

    def _translated(self, error: Exception) -> FetchFailed:
        if isinstance(error, _TIMEOUTS):
            return HostTimedOut(host=self._target.host)
        return HostUnreachable(host=self._target.host, reason=type(error).__name__)


@cache
def _tls() -> ssl.SSLContext:
    """Return the one context of this process: reading the certificates takes 20 ms."""
    return httpx.create_ssl_context()


class _CheckedTransport(httpx.AsyncBaseTransport):
    """httpx over an httpcore pool whose connections go through the address check."""

    def __init__(self, backend: CheckedBackend) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=_tls(),
            max_connections=20,
            keepalive_expiry=30,
            network_backend=backend,
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self._pool.handle_async_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.content if request.method == "POST" else None,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    async def aclose(self) -> None:
        await self._pool.aclose()


class _Body(httpx.AsyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._answer.aiter_stream():
            yield piece

    async def aclose(self) -> None:
        await self._answer.aclose()


_TIMEOUTS = (httpcore.TimeoutException, httpx.TimeoutException)
_FAILURES = (
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
    httpx.TransportError,
    httpx.InvalidURL,
    OSError,
)


def _validators(response: httpx.Response) -> Validators:
    """Return what the host gave to ask again with; nothing that could not be sent back."""
    found = (response.headers.get(name, "").strip() for name in ("etag", "last-modified"))
    etag, modified = (v if v.isascii() and v.isprintable() else "" for v in found)
    return Validators(
        etag if len(etag) <= LONGEST_VALIDATOR else "",
        modified if len(modified) <= LONGEST_VALIDATOR else "",
    )


def _is_missing_page(error: FetchFailed) -> bool:
    # One address that is gone is no reason to leave the others on its host alone.
    return isinstance(error, BadStatus) and error.fields["status"] in {404, 410}


def _base_origin(base: str) -> tuple[str, int]:
    try:
        url = httpx.URL(base)
    except httpx.InvalidURL as error:
        raise BaseMalformed(received=base[:200]) from error
    if url.scheme not in _PORTS or not url.host:
        raise BaseMalformed(received=base[:200])
    return _origin(url)


def _origin(url: httpx.URL) -> tuple[str, int]:
    return url.host, url.port or _PORTS.get(url.scheme, 0)


def _parsed(url: str) -> httpx.URL:
    try:
        return httpx.URL(url)
    except httpx.InvalidURL as error:
        raise HostNotConfigured(host=url[:200]) from error
