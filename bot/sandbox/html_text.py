"""Telegram's HTML parse mode: marked-up text in, plain text and entities out.

Errors carry Telegram's own words; offsets in them are bytes of the UTF-8 text.
"""

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox import utf16
from bot.sandbox.refusals import ApiError, bad_request

JsonObject = dict[str, Any]

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z0-9-]*)(?P<rest>[^<>]*)>")
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_KNOWN_REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")


@dataclass(slots=True)
class _Open:
    name: str
    offset: int
    attributes: dict[str, str]


@dataclass(slots=True)
class _Reader:
    source: str
    parts: list[str] = field(default_factory=list)
    size: int = 0
    opened: list[_Open] = field(default_factory=list)
    entities: list[JsonObject] = field(default_factory=list)

    def add(self, raw: str) -> None:
        text = _KNOWN_REFERENCE.sub(lambda match: unescape(match.group()), raw)
        self.parts.append(text)
        self.size += utf16.length(text)

    def byte_offset(self, position: int) -> int:
        return len(self.source[:position].encode())

    def start_tag(self, name: str, rest: str, position: int) -> None:
        attributes = {
            key.lower(): unescape(double or single or bare)
            for key, double, single, bare in _ATTRIBUTE.findall(rest)
        }
        if name not in _TYPES or (name == "span" and attributes.get("class") != "tg-spoiler"):
            where = self.byte_offset(position)
            raise _unparsed(f'Unsupported start tag "{name}" at byte offset {where}')
        self.opened.append(_Open(name, self.size, attributes))

    def end_tag(self, name: str, position: int) -> None:
        where = self.byte_offset(position)
        if not self.opened:
            raise _unparsed(f"Unexpected end tag at byte offset {where}")
        tag = self.opened.pop()
        if name and name != tag.name:
            raise _unparsed(
                f"Unmatched end tag at byte offset {where}, "
                f'expected "</{tag.name}>", found "</{name}>"'
            )
        if self.size > tag.offset:
            self._close(tag)

    def _close(self, tag: _Open) -> None:
        entity: JsonObject = {
            "type": _TYPES[tag.name],
            "offset": tag.offset,
            "length": self.size - tag.offset,
        }
        if tag.name == "a":
            self._link(entity, tag.attributes.get("href", ""))
            return
        if tag.name == "blockquote" and "expandable" in tag.attributes:
            entity["type"] = "expandable_blockquote"
        if tag.name == "tg-emoji":
            entity["custom_emoji_id"] = tag.attributes.get("emoji-id", "")
        if tag.name == "code" and self._is_language_of_pre(tag):
            self.opened[-1].attributes["language"] = tag.attributes["class"][len("language-") :]
            return
        if tag.name == "pre" and "language" in tag.attributes:
            entity["language"] = tag.attributes["language"]
        self.entities.append(entity)

    def _is_language_of_pre(self, tag: _Open) -> bool:
        inside_pre = bool(self.opened) and self.opened[-1].name == "pre"
        return inside_pre and tag.attributes.get("class", "").startswith("language-")

    def _link(self, entity: JsonObject, target: str) -> None:
        target = target or utf16.cut("".join(self.parts), entity["offset"], entity["length"])
        person = re.fullmatch(r"tg://user\?id=(\d+)", target)
        if person:
            self.entities.append({**entity, "type": "text_mention", "user_id": int(person[1])})
        elif is_url(target):
            self.entities.append({**entity, "url": target})


def _unparsed(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


def is_url(target: str) -> bool:
    """Say whether Telegram would take `target` for the address of a link."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    if parts.scheme == "tg":
        return True
    if parts.scheme not in ("http", "https"):
        return False
    host = parts.hostname or ""
    return "." in host or host == "localhost"


def parse(source: str) -> tuple[str, list[JsonObject]]:
    """Return the text of `source` and its entities, or raise Telegram's parse error.

    A `text_mention` carries `user_id`; the caller puts the user in.
    """
    if "<" not in source and "&" not in source:
        return source, []
    reader = _Reader(source)
    position = 0
    while (start := source.find("<", position)) >= 0:
        reader.add(source[position:start])
        match = _TAG.match(source, start)
        if match is None:
            where = reader.byte_offset(start)
            raise _unparsed(f"Unclosed start tag at byte offset {where}")
        name = match["name"].lower()
        if match["close"]:
            reader.end_tag(name, start)
        else:
            reader.start_tag(name, match["rest"], start)
        position = match.end()
    reader.add(source[position:])
    if reader.opened:
        raise _unparsed(
            f'Can\'t find end tag corresponding to start tag "{reader.opened[-1].name}"'
        )
    return "".join(reader.parts), reader.entities
