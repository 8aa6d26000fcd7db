"""Acting in the hall and waiting for what the bot does, on events and never by polling.

Every action sets a mark; an expectation looks at what happened since the last action and
then waits for more. A message that satisfied one expectation satisfies no second one.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from bot.sandbox.cast import BOT_ID
from bot.sandbox.hall import Hall
from bot.sandbox.world import Event

JsonObject = dict[str, Any]


class UnmetError(AssertionError):
    """What was expected did not happen in time."""


class Driver:
    """Drives an in-process hall. Close it, or use it as an async context manager."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall
        self._events: list[Event] = []
        self._taken: set[int] = set()
        self._mark = 0
        self._news = asyncio.Event()
        self._stop = hall.listen(self._hear)

    async def __aenter__(self) -> "Driver":
        """Return the driver."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop listening."""
        self.close()

    def close(self) -> None:
        """Stop listening."""
        self._stop()

    def _hear(self, event: Event) -> None:
        self._events.append(event)
        self._news.set()

    def mark(self) -> None:
        """Let expectations look only at what happens from now on."""
        self._mark = len(self._events)

    async def say(self, user: int, chat: int, text: str, **details: Any) -> int:
        """Write a message (see `Hall.say`) and return its id."""
        self.mark()
        return int(self.hall.say(user, chat, text, **details)["message_id"])

    async def start(self, user: int, payload: str = "") -> int:
        """Press 'start' in the private chat and return the message's id."""
        self.mark()
        return int(self.hall.start(user, payload)["message_id"])

    async def edit(self, user: int, chat: int, message_id: int, text: str) -> None:
        """Change a message of one's own."""
        self.mark()
        self.hall.edit(user, chat, message_id, text)

    async def press(
        self, user: int, message: JsonObject, button: str, *, forged: bool = False
    ) -> str:
        """Press the button of `message` whose label or data is `button`; return the query id."""
        self.mark()
        data = button if forged else button_data(message, button)
        chat, message_id = message["chat"]["id"], message["message_id"]
        return self.hall.press(user, chat, message_id, data, forged=forged)

    async def react(self, user: int, message: JsonObject, emoji: str) -> None:
        """React to `message` with an emoji; with none, take one's reaction back."""
        self.mark()
        self.hall.react(user, message["chat"]["id"], message["message_id"], emoji)

    async def expect_reply(
        self,
        chat: int,
        *,
        containing: str = "",
        within: float = 5.0,
        reply_to: int | None = None,
        topic: int | None = None,
    ) -> JsonObject:
        """Return the bot's next message in `chat` whose text or caption has `containing`."""

        def fits(event: Event) -> bool:
            if event.kind != "message" or event.chat_id != chat or not _by_bot(event):
                return False
            message = event.data
            if reply_to is not None and _parent_id(message) != reply_to:
                return False
            if topic is not None and message.get("message_thread_id") != topic:
                return False
            return containing in words_of(message)

        event = await self._expect(fits, f"a reply in {chat} with {containing!r}", within)
        return self.current(event.data)

    async def expect_edit(
        self,
        chat: int,
        *,
        containing: str = "",
        message_id: int | None = None,
        within: float = 5.0,
    ) -> JsonObject:
        """Return a message of the bot in `chat` that it edited into `containing`."""

        def fits(event: Event) -> bool:
            if event.kind != "edited" or event.chat_id != chat or not _by_bot(event):
                return False
            if message_id is not None and event.message_id != message_id:
                return False
            return containing in words_of(event.data)

        event = await self._expect(fits, f"an edit in {chat} into {containing!r}", within)
        return dict(event.data)

    async def expect_deleted(self, chat: int, message_id: int, *, within: float = 5.0) -> None:
        """Wait until a message is deleted."""

        def fits(event: Event) -> bool:
            return event[:3] == ("deleted", chat, message_id)

        await self._expect(fits, f"message {message_id} deleted in {chat}", within)

    async def expect_answer(
        self, query_id: str, *, containing: str = "", within: float = 5.0
    ) -> JsonObject:
        """Return the bot's answer to a pressed button: text, show_alert, url."""

        def fits(event: Event) -> bool:
            return (
                event.kind == "answer"
                and event.data["query_id"] == query_id
                and containing in event.data["text"]
            )

        event = await self._expect(fits, f"an answer with {containing!r}", within)
        return dict(event.data)

    async def expect_call(
        self, method: str, *, chat: int | None = None, within: float = 5.0
    ) -> Any:
        """Return the record of the next call of `method`."""

        def fits(event: Event) -> bool:
            if event.kind != "call" or event.data.method != method:
                return False
            return chat in (None, event.chat_id)

        return (await self._expect(fits, f"a call of {method}", within)).data

    async def expect_intake(self, *, within: float = 5.0) -> None:
        """Wait until the bot has acknowledged every update that is pending now."""
        if self.hall.updates.pending:
            await self._expect(
                lambda event: event.kind == "acknowledged" and not self.hall.updates.pending,
                "all updates acknowledged",
                within,
            )

    async def expect_polling(self, *, within: float = 10.0) -> None:
        """Wait until the bot waits for updates: it is up and took all there was."""
        async with asyncio.timeout(within):
            await self.hall.updates.polling.wait()

    def replies(self, chat: int) -> list[JsonObject]:
        """Return what the bot wrote in `chat` since the last action, without waiting."""
        return [
            self.current(event.data)
            for event in self._events[self._mark :]
            if event.kind == "message" and event.chat_id == chat and _by_bot(event)
        ]

    def current(self, message: JsonObject) -> JsonObject:
        """Return a message as it stands now, after later edits."""
        live = self.hall.chat(message["chat"]["id"]).live(message["message_id"])
        return message if live is None else live

    async def _expect(self, fits: Callable[[Event], bool], wanted: str, within: float) -> Event:
        position = self._mark
        try:
            async with asyncio.timeout(within):
                while True:
                    for index in range(position, len(self._events)):
                        if index not in self._taken and fits(self._events[index]):
                            self._taken.add(index)
                            return self._events[index]
                    position = len(self._events)
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            raise UnmetError(f"{wanted} within {within} s; seen instead: {self._seen()}") from None

    def _seen(self) -> str:
        lines = []
        for event in self._events[self._mark :]:
            if event.kind in ("message", "edited"):
                lines.append(f"{event.kind} in {event.chat_id}: {words_of(event.data)!r}")
            elif event.kind == "call" and not event.data.ok:
                lines.append(f"{event.data.method}: {event.data.description}")
        return "; ".join(lines) or "nothing"


def words_of(message: JsonObject) -> str:
    """Return the text or caption of a message."""
    return str(message.get("text") or message.get("caption") or "")


def buttons_of(message: JsonObject) -> list[JsonObject]:
    """Return all inline buttons of a message, row after row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def button_data(message: JsonObject, button: str) -> str:
    """Return the callback data of the button that has `button` in its label, or as data."""
    for offered in buttons_of(message):
        if offered.get("callback_data") == button or button in offered["text"]:
            return str(offered["callback_data"])
    labels = [offered["text"] for offered in buttons_of(message)]
    raise UnmetError(f"no button {button!r} among {labels}")


def _by_bot(event: Event) -> bool:
    return bool(event.data["from"]["id"] == BOT_ID)


def _parent_id(message: JsonObject) -> int | None:
    parent = message.get("reply_to_message")
    return parent["message_id"] if parent else None
