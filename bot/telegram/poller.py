"""Asking Telegram for updates: stored first, acknowledged by the next question.

The library's own Updater parses updates before it hands them over, so one that it cannot read
ends its loop; here raw updates are stored as they come and read later, one by one.
"""

import asyncio
from collections.abc import Callable
from typing import Any

import structlog
from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.telegram.inbox import Inbox, Received
from bot.telegram.request import request_data

log = structlog.get_logger()
LONG_POLL_SECONDS = 25
AT_ONCE = 100
PAUSES_SECONDS = (1, 2, 5, 10, 30)
ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "poll",
    "poll_answer",
    "message_reaction",
    "message_reaction_count",
)


class Poller:
    """Long polling with acknowledgement after our commit."""

    def __init__(
        self,
        bot: Bot,
        request: BaseRequest,
        inbox: Inbox,
        submit: Callable[[Received], None],
    ) -> None:
        self._bot = bot
        self._request = request
        self._inbox = inbox
        self._submit = submit
        self._offset: int | None = None
        self._failures = 0

    async def run(self) -> None:
        """Ask until cancelled; a refused token ends it, everything else is waited out."""
        while True:
            try:
                raws = await self._ask()
                for received in await self._inbox.store(raws):
                    self._submit(received)
                if raws:
                    self._offset = max(raw["update_id"] for raw in raws) + 1
                self._failures = 0
            except InvalidToken:
                raise
            except TelegramError as error:
                await asyncio.sleep(self._pause(error))
            except Exception as error:  # noqa: BLE001 - the edge: storing failed, so ask again
                log.error("poll.not_stored", error=repr(error))
                await asyncio.sleep(self._pause(error))

    async def _ask(self) -> list[dict[str, Any]]:
        asked = {
            "offset": self._offset,
            "limit": AT_ONCE,
            "timeout": LONG_POLL_SECONDS,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        answer: Any = await self._request.post(
            f"{self._bot.base_url}/getUpdates",
            request_data(asked),
            read_timeout=LONG_POLL_SECONDS + 10,
        )
        return [raw for raw in answer if isinstance(raw, dict) and "update_id" in raw]

    def _pause(self, error: Exception) -> float:
        pause = PAUSES_SECONDS[min(self._failures, len(PAUSES_SECONDS) - 1)]
        self._failures += 1
        if isinstance(error, RetryAfter):
            wait = error.retry_after
            pause = int(wait if isinstance(wait, int | float) else wait.total_seconds())
        kind = "conflict" if isinstance(error, Conflict) else "failed"
        if not isinstance(error, NetworkError) or self._failures > 1:
            log.warning(f"poll.{kind}", error=str(error), pause_seconds=pause)
        return pause
