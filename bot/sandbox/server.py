"""The hall's HTTP server: Bot API, file downloads and the control surface, on loopback only."""

import json
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from bot.sandbox import control
from bot.sandbox.api import Answer, BotApi
from bot.sandbox.cast import BOT_TOKEN
from bot.sandbox.files import Upload
from bot.sandbox.hall import Hall
from bot.sandbox.methods.webhooks import is_loopback
from bot.sandbox.refusals import ApiError, NotLoopbackError
from bot.sandbox.webhook import WebhookDelivery

_LARGEST_BODY = 60 * 1024 * 1024
_STOP_SECONDS = 1.0


class HallServer:
    """Serves one hall. `base_url` and `base_file_url` are what python-telegram-bot takes."""

    def __init__(
        self, hall: Hall, host: str = "127.0.0.1", port: int = 0, token: str = BOT_TOKEN
    ) -> None:
        if not is_loopback(host):
            raise NotLoopbackError(host=host)
        self.hall = hall
        self.host = host
        self.port = port
        self._api = BotApi(hall, token)
        self._webhook = WebhookDelivery(hall)
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """Return the address of the server, without a slash at the end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    @property
    def base_url(self) -> str:
        """Return the address to which the token is appended for method calls."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """Return the address to which the token is appended for downloads."""
        return f"{self.url}/file/bot"

    async def start(self) -> None:
        """Listen; with port 0 the chosen one is in `port` afterwards."""
        app = web.Application(client_max_size=_LARGEST_BODY)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        control.add_routes(app, self.hall)
        # A poll ends when its bot is killed; all other calls run in one step once they are read.
        runner = web.AppRunner(
            app, access_log=None, shutdown_timeout=_STOP_SECONDS, handler_cancellation=True
        )
        await runner.setup()
        self._runner = runner
        await web.TCPSite(runner, self.host, self.port).start()
        self.port = runner.addresses[0][1]
        self._webhook.start()

    async def stop(self) -> None:
        """End waiting polls and close."""
        self.hall.updates.end_polls()
        await self._webhook.stop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> "HallServer":
        """Start and return the server."""
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop the server."""
        await self.stop()

    async def _call(self, request: web.Request) -> web.Response:
        token, method = request.match_info["token"], request.match_info["method"]
        try:
            raw, uploads = await _read(request)
        except ValueError:
            body = {"ok": False, "error_code": 400, "description": "Bad Request: can't parse body"}
            return web.json_response(body, status=400)
        answer = await self._api.call(token, method, raw, uploads)
        if answer.broken:
            return _break(request)
        return _respond(answer)

    async def _download(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != self._api.token:
            return web.json_response({"ok": False, "error_code": 401}, status=401)
        parts = request.match_info["path"].split("/")
        try:
            stored = self.hall.files.find(parts[1] if len(parts) > 1 else "")
        except ApiError:
            return web.json_response({"ok": False, "error_code": 404}, status=404)
        return web.Response(body=stored.content, content_type=stored.media_type)


def _respond(answer: Answer) -> web.Response:
    body = json.dumps(answer.body).encode()  # escaped, as Telegram writes it
    return web.Response(body=body, status=answer.status, content_type="application/json")


def _break(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _read(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Return parameters and files of a request in any of the three forms, and the query."""
    raw: dict[str, Any] = dict(request.query) if request.query_string else {}
    uploads: dict[str, Upload] = {}
    if not request.can_read_body:
        return raw, uploads
    kind = request.content_type
    if kind == "application/json":
        body = await request.read()
        given = json.loads(body) if body else {}
        if not isinstance(given, dict):
            raise ValueError(kind)
        raw |= given
    elif kind == "application/x-www-form-urlencoded":
        raw |= parse_qsl((await request.read()).decode(), keep_blank_values=True)
    else:
        await _read_multipart(request, raw, uploads)
    return raw, uploads


async def _read_multipart(
    request: web.Request, raw: dict[str, Any], uploads: dict[str, Upload]
) -> None:
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            uploads[name] = Upload(value.filename, value.file.read(), value.content_type)
            value.file.close()
            raw.setdefault(name, f"attach://{name}")
        elif isinstance(value, str):
            raw[name] = value
        else:
            raw[name] = bytes(value).decode()
    _forget_attached(raw, uploads)


def _forget_attached(raw: dict[str, Any], uploads: dict[str, Upload]) -> None:
    """Drop the file parts that another parameter refers to: they are no parameters."""
    texts = [value for value in raw.values() if isinstance(value, str)]
    for name in uploads:
        link = f"attach://{name}"
        if raw.get(name) == link and sum(link in text for text in texts) > 1:
            del raw[name]
