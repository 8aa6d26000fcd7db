"""One browser tab in the hall: header, panes, chat view, and what each event changes."""

import asyncio
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from nicegui import ui

from bot.sandbox import wording
from bot.sandbox.cast import LIN, NEWBIE_GROUP
from bot.sandbox.hall import Hall
from bot.sandbox.page_bubbles import Bubbles
from bot.sandbox.page_clock import HallClock
from bot.sandbox.page_composer import Composer
from bot.sandbox.page_log import Log
from bot.sandbox.page_parts import attributes, block, button, words
from bot.sandbox.page_side import Side
from bot.sandbox.page_situations import situations
from bot.sandbox.page_view import View
from bot.sandbox.refusals import HallError
from bot.sandbox.world import Event

_REFRESH_SECONDS = 0.25


class HallPage:
    """Draws the page for one tab and keeps it in step until the tab is closed."""

    def __init__(self, hall: Hall, zone: ZoneInfo) -> None:
        self.hall = hall
        self.view = View(hall, LIN, NEWBIE_GROUP)
        self._stale = True
        self._events: list[Event] = []
        with block("hall"):
            self._header(zone)
            with block("side", "aside"):
                self.side = Side(self.view, self._become, self._go)
            with block("middle", "main"):
                self._middle(zone)
            with block("log", "aside"):
                self.log = Log(hall)
        self._dialogs()
        self._draw_chat()
        ui.timer(_REFRESH_SECONDS, self._refresh)
        ui.context.client.on_delete(hall.listen(self._hear))

    def _header(self, zone: ZoneInfo) -> None:
        with block("top", "header"):
            _flipper(wording.CHATS, "side-flip", "only-narrow")
            words(wording.TITLE, "brand", "h1")
            words(wording.SUBTITLE, "stamp")
            words(wording.NOTICE, "notice")
            self.clock = HallClock(self.hall, zone, self._attempt)
            _flipper(wording.LOG, "log-flip", "")

    def _middle(self, zone: ZoneInfo) -> None:
        with block("chat-head"):
            with block("lines"):
                self._title = words("", "name", "h2")
                self._subtitle = words("", "line")
            self._situations = block("situations")
        self._topics = block("topics")
        attributes(self._topics, role="tablist", aria_label=wording.TOPICS)
        with block("feed"), block("messages") as messages:
            pass
        attributes(messages, role="log", aria_live="polite")
        self._empty = block("empty")
        self.bubbles = Bubbles(
            self.view,
            messages,
            zone,
            {
                "press": self._press,
                "vote": self._vote,
                "react": self._react,
                "reply": self._reply,
                "edit": self._edit,
                "enlarge": self._enlarge,
            },
        )
        self.composer = Composer(self.view, self._send, self._join_or_start)

    def _dialogs(self) -> None:
        with ui.dialog() as self._viewer, block("viewer"):
            self._large = block("", "img")
            attributes(self._large, alt=wording.PHOTO)
            button(wording.CLOSE, self._viewer.close, "primary")
        with ui.dialog() as self._alert, block("alert"):
            self._alert_text = words("", "text", "p")
            button(wording.ALERT_OK, self._alert.close, "primary")

    def _draw_chat(self) -> None:
        chat = self.view.chat
        self.view.look()
        self._title.set_text(wording.PRIVATE_CHAT if chat.is_private else chat.title)
        self._subtitle.set_text(self._describe())
        self._draw_topics()
        self.bubbles.draw()
        self._draw_empty()
        self._situations.clear()
        with self._situations:
            situations(self.view, self._attempt)
        self.composer.draw()
        self._stale = True

    def _describe(self) -> str:
        chat = self.view.chat
        if chat.is_private:
            return self.hall.bot.full_name
        kind = wording.FORUM if chat.is_forum else wording.GROUP
        return f"{kind} · {wording.MEMBERS.format(count=len(chat.present()))}"

    def _draw_topics(self) -> None:
        chat = self.view.chat
        self._topics.clear()
        self._topics.set_visibility(chat.is_forum and not self.view.outside)
        with self._topics:
            self._tab(None, wording.GENERAL_TOPIC)
            for topic in chat.topics.values():
                self._tab(topic.id, topic.name)

    def _tab(self, topic: int | None, name: str) -> None:
        def choose() -> None:
            self.view.topic = topic
            self.view.reply_to = self.view.editing = None
            self._draw_chat()

        tab = button(name, choose, "tab")
        attributes(tab, role="tab", aria_selected=str(topic == self.view.topic).lower())

    def _draw_empty(self) -> None:
        self._empty.clear()
        empty = not self.bubbles.shown
        self._empty.set_visibility(empty)
        if not empty:
            return
        title, detail = self._empty_words()
        with self._empty:
            words(title, "title", "p")
            words(detail, "line", "p")

    def _empty_words(self) -> tuple[str, str]:
        if self.view.outside:
            return wording.OUTSIDE, wording.OUTSIDE_DETAIL
        if self.view.chat.is_private:
            return wording.EMPTY_PRIVATE, wording.EMPTY_PRIVATE_DETAIL
        if self.view.chat_id == NEWBIE_GROUP:
            return wording.EMPTY_GROUP, wording.EMPTY_GROUP_DETAIL
        return wording.EMPTY_OTHER, wording.EMPTY_OTHER_DETAIL

    def _hear(self, event: Event) -> None:
        """Note an event; drawing waits for the next turn, so that no API call pays for it."""
        if not self._events:
            asyncio.get_running_loop().call_soon(self._draw_events)
        self._events.append(event)

    def _draw_events(self) -> None:
        events, self._events = self._events, []
        for event in events:
            self._draw_event(event)

    def _draw_event(self, event: Event) -> None:
        if event.kind == "chat":
            self.side.draw()
            if event.chat_id == self.view.chat_id:
                self._follow_chat()
        elif event.kind == "answer":
            self._show_answer(event.data)
        elif event.chat_id == self.view.chat_id:
            self._change_bubble(event)
        self._stale = True

    def _follow_chat(self) -> None:
        moved = self.view.chat.migrated_to
        if moved is not None:
            self.view.go(moved)
            self.side.draw()
        self._draw_chat()

    def _change_bubble(self, event: Event) -> None:
        if event.kind == "message" and self.view.shows(event.data):
            self.bubbles.add(event.data)
        elif event.kind == "edited":
            self.bubbles.replace(event.data)
        elif event.kind == "deleted":
            self.bubbles.drop(event.message_id)
        else:
            return
        self.view.look()
        self._draw_empty()

    def _show_answer(self, answer: dict[str, Any]) -> None:
        if answer["person_id"] != self.view.viewer or not answer["text"]:
            return
        if answer["show_alert"]:
            self._alert_text.set_text(answer["text"])
            self._alert.open()
        else:
            self._toast(answer["text"])

    def _refresh(self) -> None:
        self.log.refresh()
        self.clock.refresh()
        if self._stale:
            self._stale = False
            self.side.refresh()

    def _toast(self, text: str) -> None:
        with self._empty:
            ui.notify(text, position="top", classes="toast", timeout=4000)

    def _attempt(self, action: Callable[[], Any]) -> bool:
        """Do something in the hall; say why if it cannot be done."""
        try:
            action()
        except HallError as error:
            self._toast(wording.REFUSALS.get(error.code, error.code))
            return False
        return True

    def _become(self, person_id: int) -> None:
        self.view.become(person_id)
        self.side.draw()
        self._draw_chat()

    def _go(self, chat_id: int) -> None:
        self.view.go(chat_id)
        self._draw_chat()
        self.side.refresh()

    def _send(self, text: str) -> None:
        view = self.view
        if not text.strip():
            return
        if view.editing is not None:
            message_id = view.editing
            done = self._attempt(
                lambda: self.hall.edit(view.viewer, view.chat_id, message_id, text)
            )
        else:
            done = self._attempt(
                lambda: self.hall.say(
                    view.viewer, view.chat_id, text, topic=view.topic, reply_to=view.reply_to
                )
            )
        if not done:
            self.composer.fill(text)
            return
        view.editing = view.reply_to = None
        self.composer.draw_context()

    def _join_or_start(self) -> None:
        if self.view.outside:
            self._attempt(lambda: self.hall.join(self.view.viewer, self.view.chat_id))
        else:
            self._attempt(lambda: self.hall.start(self.view.viewer))

    def _press(self, message_id: int, data: str) -> None:
        view = self.view
        self._attempt(lambda: self.hall.press(view.viewer, view.chat_id, message_id, data))

    def _vote(self, message_id: int, option: int) -> None:
        view = self.view
        self._attempt(lambda: self.hall.vote(view.viewer, view.chat_id, message_id, [option]))

    def _react(self, message_id: int) -> None:
        """Put one's thumb up, or take it down again."""
        view = self.view
        has = view.viewer in view.chat.posts[message_id].reacted
        emoji = "" if has else wording.REACT
        self._attempt(lambda: self.hall.react(view.viewer, view.chat_id, message_id, emoji))

    def _reply(self, message_id: int) -> None:
        if self.view.editing is not None:
            self.composer.cancel()
        self.view.reply_to = message_id
        self.composer.draw_context()
        self.composer.focus()

    def _edit(self, message_id: int) -> None:
        message = self.view.chat.live(message_id)
        if message is not None:
            self.view.editing, self.view.reply_to = message_id, None
            self.composer.draw_context()
            self.composer.fill(message["text"])

    def _enlarge(self, source: str) -> None:
        attributes(self._large, src=source)
        self._viewer.open()


def _flipper(text: str, flag: str, classes: str) -> None:
    """Draw a button that opens or closes a pane in the browser alone."""
    flip = words(text, f"flipper {classes}", "button")
    attributes(flip, type="button")
    other = "log-flip" if flag == "side-flip" else "side-flip"
    flip.on(
        "click",
        js_handler=f"() => {{ const h = document.querySelector('.hall').classList; "
        f"h.toggle('{flag}'); if (window.innerWidth < 900) h.remove('{other}') }}",
    )
