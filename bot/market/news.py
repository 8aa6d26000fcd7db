"""News from the configured feeds: fetched together, merged, newest first."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from bot.market.headlines import Headline, distinct, parse_feed
from bot.market.http import GuardedHttp
from bot.market.http_errors import FetchFailed
from bot.market.problems import FeedProblem

AHEAD_AT_MOST = timedelta(minutes=10)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class News:
    """The headlines, newest first (undated ones last), and what went wrong."""

    headlines: tuple[Headline, ...] = ()
    problems: tuple[FeedProblem, ...] = ()

    def since(self, earliest: datetime) -> tuple[Headline, ...]:
        """Return the headlines known to be published at or after `earliest`."""
        return tuple(h for h in self.headlines if h.published and h.published >= earliest)


def feed_urls(setting: str) -> tuple[str, ...]:
    """Return the addresses in NEWS_FEEDS (comma-separated), once each."""
    return tuple(dict.fromkeys(url.strip() for url in setting.split(",") if url.strip()))


class NewsFeeds:
    """The feeds at `urls`, whose hosts `http` must be configured for."""

    def __init__(self, urls: Sequence[str], http: GuardedHttp) -> None:
        self.urls = tuple(urls)
        self._http = http

    async def news(self, now: datetime) -> News:
        """Return all headlines as of `now`; a failing feed is a problem, not an exception."""
        answers = await asyncio.gather(*(self._one(url, now) for url in self.urls))
        merged = [_dated(h, now) for answer in answers for h in answer.headlines]
        merged.sort(key=lambda headline: headline.published or _LONG_AGO, reverse=True)
        problems = tuple(problem for answer in answers for problem in answer.problems)
        return News(distinct(merged), problems)

    async def _one(self, url: str, now: datetime) -> News:
        # Only the host is named in problems: an address may carry a key.
        host = _host(url)
        try:
            fetched = await self._http.get(url, now)
        except FetchFailed as error:
            return News(problems=(FeedProblem(error.kind, host, None, str(error)),))
        # A large feed takes long enough to parse to hold up the event loop.
        return News(*await asyncio.to_thread(parse_feed, fetched.body, host, fetched.content_type))


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or "?"
    except ValueError:
        return "?"


def _dated(headline: Headline, now: datetime) -> Headline:
    """Take away an instant that lies ahead: its clock or its author is wrong."""
    if headline.published and headline.published > now + AHEAD_AT_MOST:
        return replace(headline, published=None)
    return headline
