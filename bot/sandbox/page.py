"""Serving the hall: its API and, where wanted, its web page, both on loopback.

NiceGUI is imported only when the page is served. It keeps one page registry per process, so
one process has one hall page at a time; serving another hall replaces the first.
"""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import uvicorn

from bot.sandbox.hall import Hall
from bot.sandbox.methods.webhooks import is_loopback
from bot.sandbox.refusals import NotLoopbackError
from bot.sandbox.server import HallServer

_DEFAULT_ZONE = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Served:
    """Where a served hall can be reached: the API for bots, the page for people."""

    server: HallServer
    page_url: str


class _QuietServer(uvicorn.Server):
    """A server that leaves signals to whoever runs it."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture nothing."""
        yield


class HallPageServer:
    """Serves the web page of one hall in the running event loop."""

    def __init__(
        self, hall: Hall, host: str = "127.0.0.1", port: int = 0, zone: str = _DEFAULT_ZONE
    ) -> None:
        if not is_loopback(host):
            raise NotLoopbackError(host=host)
        self.hall = hall
        self.host = host
        self.port = port
        self._zone = ZoneInfo(zone)
        self._server: _QuietServer | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        """Return the address of the page."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"

    async def start(self) -> None:
        """Listen; with port 0 the chosen one is in `port` afterwards."""
        # NiceGUI takes most of a second to import: only those who want the page wait for it.
        from bot.sandbox.page_app import page_app  # noqa: PLC0415

        app = page_app(self.hall, self._zone)
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        listener = socket.create_server((self.host, self.port), family=family)
        self.port = listener.getsockname()[1]
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=1,
            ws="websockets-sansio",
        )
        self._server = _QuietServer(config)
        self._task = asyncio.create_task(self._server.serve(sockets=[listener]))

    async def stop(self) -> None:
        """Close the page."""
        if self._server is not None and self._task is not None:
            self._server.should_exit = True
            await self._task
            self._server = self._task = None


@contextlib.asynccontextmanager
async def serve_hall(
    hall: Hall | None = None,
    *,
    host: str = "127.0.0.1",
    api_port: int = 0,
    page_port: int = 0,
    zone: str = _DEFAULT_ZONE,
) -> AsyncIterator[Served]:
    """Serve a hall's API and page until the context ends; ports of 0 are chosen freely."""
    world = hall or Hall()
    page = HallPageServer(world, host, page_port, zone)
    async with HallServer(world, host, api_port) as server:
        await page.start()
        try:
            yield Served(server, page.url)
        finally:
            await page.stop()
