"""Writing: the text field, the menu of commands, replying and editing."""

import json
from collections.abc import Callable
from typing import Any

from nicegui import events, ui

from bot.sandbox import wording
from bot.sandbox.page_parts import attributes, block, button, words
from bot.sandbox.page_view import View, author, commands_for, summary

_FIELD = "document.querySelector('.composer textarea')"
_GROW = "t.style.height = 'auto'; t.style.height = Math.min(t.scrollHeight, 160) + 'px'"
_ON_KEY = f"""(e) => {{
  const t = e.target;
  if (e.key === 'Escape') {{ emit('escape', ''); return; }}
  if (e.key !== 'Enter' || e.shiftKey || e.isComposing || e.keyCode === 229) return;
  e.preventDefault();
  const text = t.value;
  t.value = ''; {_GROW};
  emit('send', text);
}}"""
_ON_INPUT = f"""(e) => {{
  const t = e.target; {_GROW};
  const now = t.value.startsWith('/');
  if (now || t.dataset.menu) emit(t.value);
  t.dataset.menu = now ? '1' : '';
}}"""
_ON_SEND = f"""() => {{
  const t = {_FIELD}; const text = t.value;
  t.value = ''; {_GROW}; t.focus();
  emit('send', text);
}}"""


class Composer:
    """The lower edge of the chat view. `send` gets the text; `act` joins or starts."""

    def __init__(self, view: View, send: Callable[[str], None], act: Callable[[], None]) -> None:
        self.view = view
        self._send = send
        self._act = act
        self._menu = block("commands")
        self._context = block("context")
        self._bar = block("composer")
        self.draw()

    def draw(self) -> None:
        """Draw what is possible here: writing, starting the bot or joining the group."""
        self._menu.clear()
        self._bar.clear()
        self.draw_context()
        with self._bar:
            if self.view.outside:
                button(wording.JOIN, self._act, "primary wide")
            elif self.view.chat.is_private and not self.view.hall.person(self.view.viewer).started:
                button(wording.START, self._act, "primary wide")
            else:
                self._field()

    def draw_context(self) -> None:
        """Show what is being replied to or edited."""
        self._context.clear()
        message_id = self.view.editing or self.view.reply_to
        message = self.view.chat.live(message_id) if message_id else None
        if message is None:
            return
        text = summary(message)
        if self.view.editing:
            line = wording.EDITING.format(text=text)
        else:
            line = wording.REPLYING.format(name=author(message)[0], text=text)
        with self._context:
            words(line, "line")
            button(wording.CANCEL, self.cancel, "act")

    def cancel(self) -> None:
        """Reply to and edit nothing any more."""
        was_editing = self.view.editing is not None
        self.view.editing = self.view.reply_to = None
        self.draw_context()
        self._menu.clear()
        if was_editing:
            self.fill("")

    def focus(self) -> None:
        """Put the cursor into the field."""
        with self._bar:
            ui.run_javascript(f"{_FIELD}?.focus()")

    def fill(self, text: str) -> None:
        """Put `text` into the field and the cursor behind it."""
        put = f"t.value = {json.dumps(text)}; {_GROW}; t.focus()"
        with self._bar:
            ui.run_javascript(f"const t = {_FIELD}; if (t) {{ {put} }}")

    def _field(self) -> None:
        name = self.view.hall.person(self.view.viewer).full_name
        field = block("", "textarea")
        label = wording.COMPOSE.format(name=name)
        attributes(field, rows=1, placeholder=label, aria_label=label, maxlength=20_000)
        field.on("keydown", self._typed_key, js_handler=_ON_KEY)
        field.on("input", self._typed, js_handler=_ON_INPUT)
        send = words(wording.SEND, "primary", "button")
        attributes(send, type="button", title=wording.COMPOSE_HINT)
        send.on("click", self._typed_key, js_handler=_ON_SEND)

    def _typed_key(self, event: events.GenericEventArguments) -> None:
        what, text = event.args
        if what == "escape":
            self.cancel()
            return
        self._menu.clear()
        self._send(text)

    def _typed(self, event: events.GenericEventArguments) -> None:
        text = str(event.args)
        self._menu.clear()
        if not text.startswith("/") or " " in text:
            return
        with self._menu:
            for item in commands_for(self.view, text):
                self._offer(item)

    def _offer(self, item: dict[str, Any]) -> None:
        command = f"/{item['command']}"

        def choose() -> None:
            self._menu.clear()
            self.fill(f"{command} ")

        row = button("", choose, "offer")
        with row:
            words(command, "command")
            words(item["description"], "line")
