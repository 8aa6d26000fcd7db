"""Logs: one line an event, text or JSON, and never a secret in any of them."""

import logging
import sys
from collections.abc import Collection
from typing import Any
from urllib.parse import unquote, urlsplit

import structlog
from structlog.typing import EventDict, WrappedLogger

from bot.config import Settings
from bot.setting_types import LogFormat

HIDDEN = "[hidden]"
QUIET = ("alembic", "apscheduler", "telegram", "aiohttp", "httpx", "httpcore", "nicegui", "uvicorn")


def set_up_logs(settings: Settings) -> None:
    """Write every log line, our own and the libraries', in one form to standard error."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        Redactor(_secrets(settings)),
    ]
    last: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if settings.log_format is LogFormat.JSON
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


class Redactor:
    """Takes secrets out of everything that a log line holds."""

    def __init__(self, secrets: Collection[str]) -> None:
        self._secrets = [secret for secret in secrets if secret]

    def __call__(self, _logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
        """Return the event with secrets hidden, in texts and in what prints as text."""
        return {key: self._clean(value) for key, value in event.items()}

    def _clean(self, value: Any) -> Any:
        if isinstance(value, int | float | bool | type(None)):
            return value
        text = value if isinstance(value, str) else repr(value)
        if not any(secret in text for secret in self._secrets):
            return value
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return text


def _secrets(settings: Settings) -> list[str]:
    token = settings.bot_token.get_secret_value()
    password = _password(settings.database_url)
    return [
        token,
        token.partition(":")[2],
        settings.webhook_secret.get_secret_value(),
        password,
        unquote(password),
    ]


def _password(url: str) -> str:
    """Return the password in a database's address, as it is written there."""
    try:
        return urlsplit(url).password or ""
    except ValueError:  # brackets that are no address: drivers refuse it as well
        return ""
