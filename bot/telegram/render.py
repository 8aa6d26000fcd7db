"""From marked-up text to what Telegram takes: escaped once, within its limits.

This is the only place that writes HTML for Telegram. Text is re-read tag by tag: an allowed
tag is written again, everything else is escaped, so a mistake above cannot leave unescaped.
"""

from html import escape
from html.parser import HTMLParser

from markupsafe import Markup
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import InlineKeyboardButtonLimit, MessageLimit

from bot.buttons import Rows, stored
from bot.i18n import Language, Words
from bot.markup import ALLOWED_TAGS

TEXT_LIMIT = int(MessageLimit.MAX_TEXT_LENGTH)
CAPTION_LIMIT = int(MessageLimit.CAPTION_LENGTH)


class _Writer(HTMLParser):
    """Writes what it reads, in pieces of at most `limit` UTF-16 units, each well-formed."""

    def __init__(self, limit: int) -> None:
        super().__init__(convert_charrefs=True)
        self._limit = limit
        self._open: list[tuple[str, str]] = []
        self._piece: list[str] = []
        self._length = 0
        self._blank = True
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED_TAGS:
            return
        href = dict(attrs).get("href")
        opening = f'<a href="{escape(href or "")}">' if tag == "a" else f"<{tag}>"
        self._open.append((tag, opening))
        self._piece.append(opening)

    def handle_endtag(self, tag: str) -> None:
        if any(tag == name for name, _ in self._open):
            while self._open:
                name, _ = self._open.pop()
                self._piece.append(f"</{name}>")
                if name == tag:
                    return

    def handle_data(self, data: str) -> None:
        for line in data.splitlines(keepends=True):
            self._add_line(line)

    def finish(self) -> list[str]:
        self.close()
        self._break()
        return self.pieces

    def _add_line(self, line: str) -> None:
        while utf16_length(line) > self._limit:
            head, line = _cut(line, self._limit)
            self._add_line(head)
        if self._length + utf16_length(line) > self._limit:
            self._break()
        self._piece.append(escape(line, quote=False))
        self._length += utf16_length(line)
        self._blank = self._blank and not line.strip()

    def _break(self) -> None:
        closing = "".join(f"</{name}>" for name, _ in reversed(self._open))
        if not self._blank:  # Telegram refuses a message without anything to see
            self.pieces.append("".join(self._piece).strip("\n") + closing)
        self._piece = [opening for _, opening in self._open]
        self._length, self._blank = 0, True


def to_html(text: Markup, limit: int = TEXT_LIMIT) -> list[str]:
    """Return `text` as Telegram HTML, in as many pieces as `limit` (UTF-16 units) asks."""
    writer = _Writer(limit)
    writer.feed(text)
    return writer.finish()


def to_keyboard(rows: Rows, words: Words, language: Language) -> InlineKeyboardMarkup | None:
    """Return buttons as Telegram's inline keyboard."""
    if not rows:
        return None
    return keyboard_from(stored(rows, words, language))


def keyboard_from(rows: list[list[dict[str, str]]]) -> InlineKeyboardMarkup | None:
    """Return the outbox's form of buttons as Telegram's inline keyboard."""
    if not rows:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in rows])


def _button(button: dict[str, str]) -> InlineKeyboardButton:
    if button["url"]:
        return InlineKeyboardButton(button["label"], url=button["url"])
    data = button["data"]
    if len(data.encode()) > InlineKeyboardButtonLimit.MAX_CALLBACK_DATA:
        raise ValueError(data)
    return InlineKeyboardButton(button["label"], callback_data=data)


def utf16_length(text: str) -> int:
    """Return the length of `text` as Telegram counts it."""
    return len(text) + sum(character > "\uffff" for character in text)


def _cut(line: str, limit: int) -> tuple[str, str]:
    length = 0
    for index, character in enumerate(line):
        length += 2 if character > "\uffff" else 1
        if length > limit:
            return line[:index], line[index:]
    return line, ""
