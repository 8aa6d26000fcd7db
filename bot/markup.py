"""Marked-up text inside the product: `markupsafe.Markup` with a handful of tags.

Catalogues and templates produce `Markup`; whatever comes from people or feeds is a plain
`str`, which markupsafe escapes when the two meet. `bot/telegram/render.py` turns the result
into what Telegram takes; this module only reads it.
"""

from html.parser import HTMLParser

from markupsafe import Markup

ALLOWED_TAGS = frozenset({"b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"})


class _TextOnly(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def plain(text: Markup) -> str:
    """Return what a reader sees of `text`: tags removed, entities resolved, lines kept."""
    reader = _TextOnly()
    reader.feed(text)
    reader.close()
    return "".join(reader.parts)


def storable(text: str) -> str:
    """Drop what no database takes: NUL and lone surrogates."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")
