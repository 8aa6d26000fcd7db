"""Which addresses outgoing requests may reach.

Names are resolved here, checked, and the very address that was checked is connected to, so
that a name cannot turn into an inner address between check and use.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Iterable
from typing import Any

import httpcore

from bot.market.http_errors import AddressRefused


def is_literal_inner(host: str) -> bool:
    """Return whether `host` is written as an inner address (127.0.0.1, 10.1.2.3, localhost)."""
    if host.lower() == "localhost":
        return True
    try:
        return not is_public(host)
    except ValueError:
        return False


def is_public(address: str) -> bool:
    """Return whether `address` lies in the public internet; raise ValueError if it is none."""
    parsed = ipaddress.ip_address(address.strip("[]").split("%")[0])
    mapped = getattr(parsed, "ipv4_mapped", None) or parsed
    return mapped.is_global and not mapped.is_multicast


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """Connects to public addresses, and to the inner `trusted` (host, port) pairs by name."""

    def __init__(self, trusted: Iterable[tuple[str, int]]) -> None:
        self._trusted = frozenset(trusted)
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 (the signature is the library's)
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Resolve `host`, refuse inner addresses, connect to the address that was checked."""
        address = await self._resolve(host, port)
        return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)

    async def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.AsyncNetworkStream:
        """Refuse: nothing outside speaks over a local socket."""
        raise AddressRefused(host="unix")

    async def sleep(self, seconds: float) -> None:
        """Wait between the library's own connection attempts."""
        await self._inner.sleep(seconds)

    async def _resolve(self, host: str, port: int) -> str:
        loop = asyncio.get_running_loop()
        try:
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        addresses = [str(entry[4][0]) for entry in found]
        if (host, port) not in self._trusted and not all(map(is_public, addresses)):
            raise AddressRefused(host=host)
        return addresses[0]
