"""The port that the bot opens: Telegram's webhook, `/metrics` and `/healthz`."""

import hmac
import json
from collections.abc import Awaitable, Callable

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.telegram.inbox import Inbox, Received

log = structlog.get_logger()
WEBHOOK_PATH = "/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LARGEST_UPDATE_BYTES = 1_000_000
CLOSE_SECONDS = 1.0
"""How long a call in hand may hold the end up; what was not stored then, Telegram repeats."""


class Port:
    """A small web server; Telegram gets its 200 only after our commit."""

    def __init__(
        self,
        inbox: Inbox,
        submit: Callable[[Received], None],
        secret: str,
        healthy: Callable[[], Awaitable[bool]],
    ) -> None:
        self._inbox = inbox
        self._submit = submit
        self._secret = secret
        self._healthy = healthy
        self._runner: web.AppRunner | None = None

    async def open(self, listen: str) -> None:
        """Start listening on `HOST:PORT`."""
        host, _, port = listen.rpartition(":")
        app = web.Application(client_max_size=LARGEST_UPDATE_BYTES)
        app.router.add_get("/metrics", self._metrics)
        app.router.add_get("/healthz", self._health)
        if self._secret:
            app.router.add_post(WEBHOOK_PATH, self._update)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSE_SECONDS)
        await self._runner.setup()
        await web.TCPSite(self._runner, host.strip("[]"), int(port)).start()

    async def close(self) -> None:
        """Stop listening."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _update(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        # A header may hold any bytes; they come as surrogates, which plain `encode` refuses.
        if not hmac.compare_digest(given.encode(errors="surrogateescape"), self._secret.encode()):
            return web.Response(status=403)
        try:
            raw = json.loads(await request.read())
        except ValueError:
            return web.Response(status=400)
        if isinstance(raw, dict):
            for received in await self._inbox.store([raw]):
                self._submit(received)
        return web.Response()

    async def _metrics(self, _request: web.Request) -> web.Response:
        return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _health(self, _request: web.Request) -> web.Response:
        healthy = await self._healthy()
        return web.json_response({"healthy": healthy}, status=200 if healthy else 503)
