"""Message text with its entities as safe HTML."""

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from markupsafe import escape

JsonObject = Mapping[str, Any]

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ('<span class="spoiler" tabindex="0">', "</span>"),
    "code": ("<code>", "</code>"),
    "pre": ('<code class="block">', "</code>"),
    "bot_command": ('<span class="command">', "</span>"),
    "mention": ('<span class="command">', "</span>"),
    "text_mention": ('<span class="command">', "</span>"),
    "hashtag": ('<span class="command">', "</span>"),
    "cashtag": ('<span class="command">', "</span>"),
}
_QUOTES = frozenset({"blockquote", "expandable_blockquote"})
_SCHEMES = ("http://", "https://", "tg://")


def rich(text: str, entities: Sequence[JsonObject]) -> str:
    """Return `text` as HTML; whatever people wrote is escaped, only known tags are added."""
    encoded = text.encode("utf-16-le")
    edges = {0, len(encoded) // 2}
    for entity in entities:
        edges |= {entity["offset"], entity["offset"] + entity["length"]}
    ordered = sorted(edge for edge in edges if 0 <= edge * 2 <= len(encoded))
    parts: list[tuple[int | None, str]] = []
    for start, end in pairwise(ordered):
        piece = encoded[start * 2 : end * 2].decode("utf-16-le", errors="replace")
        inside = [item for item in entities if _covers(item, start, end)]
        quotes = [item["offset"] for item in inside if item["type"] in _QUOTES]
        others = [item for item in inside if item["type"] not in _QUOTES]
        parts.append((quotes[0] if quotes else None, _wrap(piece, others)))
    # A quotation is one block, whatever stands in bold within it.
    blocks = [
        (quote, "".join(html for _, html in group))
        for quote, group in groupby(parts, key=lambda part: part[0])
    ]
    befores = [None, *(quote for quote, _ in blocks)]
    return "".join(
        _block(html, quote, before) for (quote, html), before in zip(blocks, befores, strict=False)
    )


def _block(html: str, quote: int | None, before: int | None) -> str:
    """Return a stretch of text; the end of a quotation is the end of its line, as in Telegram."""
    if quote is not None:
        return f'<span class="blockquote">{html}</span>'
    return html if before is None else html.removeprefix("\n")


def _covers(entity: JsonObject, start: int, end: int) -> bool:
    return bool(entity["offset"] <= start and end <= entity["offset"] + entity["length"])


def _wrap(piece: str, entities: Sequence[JsonObject]) -> str:
    html = str(escape(piece))
    for entity in reversed(entities):
        before, after = _tags(entity, piece)
        html = f"{before}{html}{after}"
    return html


def _tags(entity: JsonObject, piece: str) -> tuple[str, str]:
    if entity["type"] not in ("text_link", "url"):
        return _TAGS.get(entity["type"], ("", ""))
    address = str(entity.get("url") or piece)
    if not address.startswith(_SCHEMES):
        address = f"https://{address}"
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">', "</a>"
