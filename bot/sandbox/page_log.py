"""The right pane: what the bot called, newest first."""

from datetime import timedelta

from nicegui import ui

from bot.sandbox import wording
from bot.sandbox.calls import CallRecord
from bot.sandbox.hall import Hall
from bot.sandbox.page_parts import block, words

_SHOWN = 60
_GONE_AFTER = timedelta(seconds=10)


class Log:
    """Shows the last calls but those of getUpdates, which come without end."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall
        words(wording.LOG, "heading", "h2")
        self._state = words("", "state", "p")
        self._list = block("calls", "ol")
        self._newest = -1

    def refresh(self) -> None:
        """Draw anew if there was a call since the last time."""
        polling = self._bot_is_there()
        self._state.set_text(wording.BOT_PRESENT if polling else wording.BOT_ABSENT)
        self._state.classes(add="on" if polling else "off", remove="off" if polling else "on")
        calls = [call for call in self.hall.calls.last(400) if call.method != "getUpdates"][:_SHOWN]
        newest = calls[0].number if calls else 0
        if newest == self._newest:
            return
        self._newest = newest
        self._list.clear()
        with self._list:
            if not calls:
                words(wording.LOG_EMPTY, "hint", "li")
            for call in calls:
                self._row(call)

    def _bot_is_there(self) -> bool:
        updates = self.hall.updates
        if updates.polling.is_set() or updates.webhook is not None:
            return True
        polls = (call for call in self.hall.calls.last(_SHOWN) if call.method == "getUpdates")
        last = next(polls, None)
        return last is not None and self.hall.now() - last.at < _GONE_AFTER

    def _row(self, call: CallRecord) -> None:
        with ui.element("li").classes("call" if call.ok and not call.fault else "call failed"):
            words(call.method, "method")
            words(_outcome(call), "outcome")
            words(_chat_name(self.hall, call.chat_id), "where")
            words(wording.MILLISECONDS.format(count=f"{call.milliseconds:.1f}"), "took")
            if call.description:
                words(call.description, "why")


def _outcome(call: CallRecord) -> str:
    if call.fault in ("answer_lost", "request_lost"):
        return wording.LOG_BROKEN
    return wording.LOG_OK if call.ok else wording.LOG_FAILED.format(status=call.status)


def _chat_name(hall: Hall, chat_id: int | None) -> str:
    chat = hall.chats.get(chat_id) if chat_id is not None else None
    return chat.name if chat else wording.NO_CHAT
