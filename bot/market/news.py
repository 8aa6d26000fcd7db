"""News from the configured feeds: fetched together, merged, trusted and newest first."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.market.feed_memory import FeedMemory, FeedState, ShortMemory
from bot.market.headlines import Headline, distinct, parse_feed
from bot.market.http import GuardedHttp
from bot.market.http_errors import FetchFailed
from bot.market.news_trust import TrustList, default_trust, host_of
from bot.market.problems import FeedProblem, ProblemKind

AHEAD_AT_MOST = timedelta(minutes=10)
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)  # before, a date is a mistake of the feed
LONGEST_READING_SECONDS = 8.0


@dataclass(frozen=True)
class News:
    """The headlines, the most trusted and newest first (undated last), and what went wrong."""

    headlines: tuple[Headline, ...] = ()
    problems: tuple[FeedProblem, ...] = ()

    def since(self, earliest: datetime) -> tuple[Headline, ...]:
        """Return the headlines known to be published at or after `earliest`."""
        return tuple(h for h in self.headlines if h.published and h.published >= earliest)


def feed_urls(setting: str) -> tuple[str, ...]:
    """Return the addresses in NEWS_FEEDS (comma-separated), once each."""
    return tuple(dict.fromkeys(url.strip() for url in setting.split(",") if url.strip()))


@dataclass(frozen=True, slots=True)
class _Read:
    headlines: tuple[Headline, ...]
    problems: tuple[FeedProblem, ...]
    state: FeedState


class NewsFeeds:
    """The feeds at `urls`, whose hosts `http` must be configured for.

    `memory` keeps what a feed said last: it is asked only for what is new since. `trust`
    tells how far each publisher is believed.
    """

    def __init__(
        self,
        urls: Sequence[str],
        http: GuardedHttp,
        *,
        memory: FeedMemory | None = None,
        trust: TrustList | None = None,
    ) -> None:
        self.urls = tuple(dict.fromkeys(urls))
        self.memory = memory or ShortMemory()
        self.trust = trust or default_trust()
        self._http = http

    async def news(self, now: datetime) -> News:
        """Return all headlines as of `now`; a failing feed is a problem, not an exception."""
        known = await self.memory.recall(self.urls)
        states = [known.get(url, FeedState(url)) for url in self.urls]
        answers = await asyncio.gather(*(self._one(state, now) for state in states))
        if answers:
            await self.memory.keep([answer.state for answer in answers])
        merged = [_dated(h, now) for answer in answers for h in self._trusted(answer)]
        problems = tuple(problem for answer in answers for problem in answer.problems)
        return News(distinct(_in_order(merged)), problems)

    def _trusted(self, answer: _Read) -> Iterable[Headline]:
        url = answer.state.url
        return (replace(h, trust=self.trust.of(url, h.link)) for h in answer.headlines)

    async def _one(self, state: FeedState, now: datetime) -> _Read:
        # Only the host is named in problems: an address may carry a key.
        host = host_of(state.url) or "?"
        try:
            fetched = await self._http.get(state.url, now, validators=state.askable)
        except FetchFailed as error:
            return _failed(state, FeedProblem(error.kind, host, None, str(error)))
        if fetched.unchanged:
            return _Read(state.headlines, (), state.confirmed(now))
        try:
            # A large feed takes long enough to parse to hold up the event loop.
            async with asyncio.timeout(LONGEST_READING_SECONDS):
                headlines, problems = await asyncio.to_thread(
                    parse_feed, fetched.body, host, fetched.content_type, fetched.url
                )
        except TimeoutError:
            detail = f"not read in {LONGEST_READING_SECONDS:.0f} s"
            return _failed(state, FeedProblem(ProblemKind.TIMED_OUT, host, None, detail))
        if not headlines:
            return _failed(state, *problems)
        return _Read(headlines, problems, state.renewed(headlines, fetched.validators, now))


def _failed(state: FeedState, *problems: FeedProblem) -> _Read:
    kind = problems[0].kind if problems else ProblemKind.EMPTY
    return _Read((), problems, state.failed(kind.value))


def _in_order(headlines: list[Headline]) -> list[Headline]:
    newest = sorted(headlines, key=lambda h: h.published or EARLIEST, reverse=True)
    return sorted(newest, key=lambda h: (h.published is None, h.trust.rank))


def _dated(headline: Headline, now: datetime) -> Headline:
    """Take away an instant that cannot be: its clock or its author is wrong."""
    published = headline.published
    if published and not EARLIEST <= published <= now + AHEAD_AT_MOST:
        return replace(headline, published=None)
    return headline
