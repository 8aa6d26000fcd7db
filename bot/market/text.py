"""Making text from outside plain: one line, no tags, nothing that hides or reorders."""

import re
import unicodedata
from html.parser import HTMLParser

_UNSEEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|$)", re.DOTALL | re.IGNORECASE)
# Controls, formats (zero-width and direction marks), surrogates, private use, unassigned.
_DROPPED = frozenset({"Cf", "Cs", "Co", "Cn"})


class _TextOnly(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in {"br", "p", "div", "li", "td"}:
            self.parts.append(" ")


def clean_line(text: str, longest: int) -> str:
    """Return `text` as one plain line of at most `longest` characters, cut with an ellipsis."""
    reader = _TextOnly()
    reader.feed(_UNSEEN.sub(" ", text[:20_000]))
    reader.close()
    kept = "".join(map(_kept, "".join(reader.parts)))
    line = " ".join(kept.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _kept(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cc":
        return " " if char.isspace() else ""
    return "" if category in _DROPPED else char
