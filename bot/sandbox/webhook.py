"""Posting updates to the bot's webhook, with retries, as Telegram does."""

import asyncio
from typing import Any

import aiohttp

from bot.sandbox.hall import Hall
from bot.sandbox.updates import Webhook

JsonObject = dict[str, Any]

_AT_ONCE = 8
_IDLE_SECONDS = 30.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 5.0
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name


class WebhookDelivery:
    """Posts pending updates while a webhook is set, several at once, until each is taken."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._task: asyncio.Task[None] | None = None
        self._posting: dict[int, asyncio.Task[None]] = {}

    def start(self) -> None:
        """Begin to watch for updates."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Give up what is under way."""
        tasks = [*self._posting.values(), *([self._task] if self._task else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._posting.clear()
        self._task = None

    async def _run(self) -> None:
        updates = self._hall.updates
        async with aiohttp.ClientSession() as session:
            while True:
                webhook = updates.webhook
                if webhook is not None:
                    self._begin(session, webhook)
                await updates.wait(_IDLE_SECONDS)

    def _begin(self, session: aiohttp.ClientSession, webhook: Webhook) -> None:
        room = min(webhook.max_connections, _AT_ONCE)
        for update in self._hall.updates.pending:
            if len(self._posting) >= room:
                return
            update_id = update["update_id"]
            if update_id not in self._posting:
                self._posting[update_id] = asyncio.create_task(self._deliver(session, update))

    async def _deliver(self, session: aiohttp.ClientSession, update: JsonObject) -> None:
        updates = self._hall.updates
        pause = _FIRST_PAUSE
        try:
            while (webhook := updates.webhook) is not None:
                if await self._post(session, webhook, update):
                    if update in updates.pending:
                        updates.remove(update)
                    return
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)
        finally:
            self._posting.pop(update["update_id"], None)
            updates.wake()

    async def _post(
        self, session: aiohttp.ClientSession, webhook: Webhook, update: JsonObject
    ) -> bool:
        headers = {_SECRET_HEADER: webhook.secret} if webhook.secret else {}
        try:
            async with session.post(webhook.url, json=update, headers=headers) as response:
                if response.status < 300:
                    return True
                complaint = f"Wrong response from the webhook: {response.status} {response.reason}"
        except (aiohttp.ClientError, TimeoutError) as error:
            complaint = f"Connection failed: {type(error).__name__}"
        webhook.last_error = complaint
        webhook.last_error_date = self._hall.date()
        return False
