"""Headlines out of an RSS or Atom document: plain text, safe links, known instants."""

import io
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from bot.market.problems import FeedProblem, ProblemKind
from bot.market.text import clean_line

LONGEST_TITLE = 120
LONGEST_SOURCE = 40
LONGEST_LINK = 1_000
MOST_ENTRIES = 60  # per feed
_NO_TITLE = frozenset({"", "nan", "none", "null", "undefined"})
# What feedparser lets through of the parsers below it when a document is broken enough.
_BROKEN = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)


@dataclass(frozen=True)
class Headline:
    """One item of news; `title` and `source` are plain text from outside, never markup."""

    title: str
    link: str
    published: datetime | None
    source: str


def parse_feed(
    body: bytes, host: str, content_type: str = ""
) -> tuple[tuple[Headline, ...], tuple[FeedProblem, ...]]:
    """Return the headlines of the document and a problem where it has none to give."""
    import feedparser  # noqa: PLC0415 (slow to import, needed only where feeds are)

    try:
        # A stream: given bytes, the library would first try them as the name of a file.
        document = feedparser.parse(
            io.BytesIO(body), response_headers={"content-type": content_type}
        )
        source = clean_line(str(document.feed.get("title", "")), LONGEST_SOURCE) or host
        entries = [_headline(entry, source) for entry in document.entries[:MOST_ENTRIES]]
    except _BROKEN as error:
        return (), (FeedProblem(ProblemKind.MALFORMED, host, None, type(error).__name__),)
    headlines = tuple(entry for entry in entries if entry is not None)
    if headlines:
        return headlines, ()
    kind = ProblemKind.EMPTY if document.get("version") else ProblemKind.MALFORMED
    return (), (FeedProblem(kind, host, None, f"{len(document.entries)} entries"),)


def distinct(headlines: Iterable[Headline]) -> tuple[Headline, ...]:
    """Return `headlines` without those whose link or wording came before."""
    seen: set[str] = set()
    kept = []
    for headline in headlines:
        marks = {headline.link.split("#")[0].rstrip("/"), _wording(headline.title)}
        if not marks & seen:
            kept.append(headline)
        seen |= marks
    return tuple(kept)


def _headline(entry: Any, source: str) -> Headline | None:
    title = clean_line(str(entry.get("title", "")), LONGEST_TITLE)
    link = str(entry.get("link", "")).strip()
    if title.casefold() in _NO_TITLE or not _wording(title) or not is_web_link(link):
        return None
    # Past the library's own lookup, which warns when it takes one instant for the other.
    when = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    return Headline(title, link, _instant(when), source)


def is_web_link(link: str) -> bool:
    """Return whether `link` is an http(s) address that may stand behind a headline."""
    if len(link) > LONGEST_LINK or any(unicodedata.category(char)[0] in "CZ" for char in link):
        return False
    try:
        parts = urlsplit(link)
        return (
            parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
        )
    except ValueError:
        return False


def _instant(parsed: Any) -> datetime | None:
    if not parsed:
        return None
    try:
        year, month, day, hour, minute, second = parsed[:6]
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except (ValueError, TypeError):
        return None


def _wording(title: str) -> str:
    folded = unicodedata.normalize("NFKC", title).casefold()
    return "".join(char for char in folded if char.isalnum())
