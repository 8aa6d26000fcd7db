"""Headlines out of an RSS or Atom document: plain text, safe links, known instants."""

import io
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from bot.market.news_trust import Trust
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.same_story import fold_title, same_words, story_address
from bot.market.text import clean_line

LONGEST_TITLE = 120
LONGEST_SOURCE = 40
LONGEST_LINK = 1_000
MOST_ENTRIES = 60  # per feed
_NO_TITLE = frozenset({"", "nan", "none", "null", "undefined"})
_REPLACED = "\ufffd"  # stands where bytes could not be read
_ZONE = re.compile(r"(?:[A-Za-z]{1,5}|[+-]\d\d:?\d\d)\s*(?:\([^)]*\))?\s*$")
# What feedparser lets through of the parsers below it when a document is broken enough.
_BROKEN = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)


@dataclass(frozen=True)
class Headline:
    """One item of news; `title` and `source` are plain text from outside, never markup.

    `trust`: how far its publisher is believed; unknown until somebody has looked.
    """

    title: str
    link: str
    published: datetime | None
    source: str
    trust: Trust = Trust.UNKNOWN


def parse_feed(
    body: bytes, host: str, content_type: str = "", url: str = ""
) -> tuple[tuple[Headline, ...], tuple[FeedProblem, ...]]:
    """Return the headlines of the document and a problem where it has none to give.

    `url`: where it came from, for links that are written relative to it.
    """
    import feedparser  # noqa: PLC0415 (slow to import, needed only where feeds are)

    try:
        # A stream: given bytes, the library would first try them as the name of a file.
        headers = {"content-type": content_type, "content-location": url}
        document = feedparser.parse(io.BytesIO(body), response_headers=headers)
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
    """Return `headlines` without those whose story came before."""
    addresses: set[str] = set()
    kept: list[Headline] = []
    for headline in headlines:
        address = story_address(headline.link)
        is_known = address in addresses or any(same_words(headline.title, k.title) for k in kept)
        addresses.add(address)
        if not is_known:
            kept.append(headline)
    return tuple(kept)


def _headline(entry: Any, source: str) -> Headline | None:
    title = clean_line(str(entry.get("title", "")), LONGEST_TITLE)
    link = str(entry.get("link", "")).strip()
    if title.casefold() in _NO_TITLE or not fold_title(title) or _REPLACED in title:
        return None
    return Headline(title, link, _published(entry), source) if is_web_link(link) else None


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


def _published(entry: Any) -> datetime | None:
    """Return when an entry was published; None where its date has no zone: eight hours matter."""
    for name in ("published", "updated"):
        # Past the library's own lookup, which warns when it takes one instant for the other.
        written, parsed = dict.get(entry, name), dict.get(entry, f"{name}_parsed")
        if parsed:
            return _instant(parsed) if _ZONE.search(str(written or "")) else None
    return None


def _instant(parsed: Any) -> datetime | None:
    try:
        year, month, day, hour, minute, second = parsed[:6]
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except (ValueError, TypeError):
        return None
