"""How the hall says no: Telegram's answers to the bot, and misuse by whoever drives it."""

from collections.abc import Mapping

from bot.errors import BellError


class ApiError(Exception):
    """An unsuccessful Bot API answer: code, Telegram's own words, response parameters."""

    def __init__(
        self, code: int, description: str, parameters: Mapping[str, int] | None = None
    ) -> None:
        super().__init__(code, description)
        self.code = code
        self.description = description
        self.parameters = dict(parameters or {})


def bad_request(reason: str) -> ApiError:
    """Return a 400 in Telegram's form."""
    return ApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    """Return a 403 in Telegram's form."""
    return ApiError(403, f"Forbidden: {reason}")


def flood(seconds: int) -> ApiError:
    """Return a 429 that asks to wait for `seconds`."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def conflict(reason: str) -> ApiError:
    """Return a 409 in Telegram's form."""
    return ApiError(409, f"Conflict: {reason}")


class HallError(Exception):
    """Something an actor in the hall cannot do; `code` names the sentence in wording.py."""

    def __init__(self, code: str, **fields: object) -> None:
        super().__init__(code, fields)
        self.code = code
        self.fields = fields


class NotLoopbackError(BellError):
    """The hall was asked to listen where others could reach it. Fields: host."""

    code = "hall-not-loopback"
