"""The mainland as a whole from Eastmoney: industry boards in one page, all shares in many.

Asked only while there is something of today to tell, a few pages at a time, and not twice
within a short while: the host dislikes eager clients.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import ExchangeCalendar, load_calendar
from bot.market.breadth import BREADTH, LimitsOf, count_breadth
from bot.market.eastmoney_rows import SOURCE
from bot.market.eastmoney_scan import (
    SECTOR_FIELDS,
    SECTORS,
    SHARE_FIELDS,
    SHARES,
    SharePage,
    address,
    parse_sectors,
    parse_shares,
)
from bot.market.feed_rows import MAINLAND, Unreadable
from bot.market.http import GuardedHttp
from bot.market.http_errors import FetchFailed
from bot.market.overview import Breadth, Overview, SectorMove
from bot.market.problems import FeedProblem, ProblemKind

PAGE = 200  # rows asked for; the server may give fewer
SMALLEST_PAGE = 50
MOST_PAGES = 120
AT_ONCE = 4
LONGEST_SCAN_SECONDS = 14.0  # below what a brief waits for all its material
GOOD_FOR = timedelta(minutes=2)
SECTOR = "sectors"


@dataclass(frozen=True, slots=True)
class _Kept:
    overview: Overview
    asked_at: datetime


class EastmoneyOverview:
    """Breadth, limits and industry boards of the mainland at `base_url`.

    `limits_of` gives each share's limits of the day. Sectors are industry boards; concepts
    are not asked for. An answer is kept for GOOD_FOR, so that a preview and the brief after
    it cost one scan.
    """

    def __init__(
        self,
        base_url: str,
        http: GuardedHttp,
        limits_of: LimitsOf,
        calendar_for: Callable[[str], ExchangeCalendar] = load_calendar,
        *,
        longest_scan: float = LONGEST_SCAN_SECONDS,
    ) -> None:
        self._base = base_url.rstrip("/")
        self._http = http
        self._limits_of = limits_of
        self._calendar_for = calendar_for
        self._longest = longest_scan
        self._kept: _Kept | None = None

    async def overview(self, now: datetime) -> Overview:
        """Return what is known of today's market; nothing before it opens or where it is shut."""
        day = self._day(now)
        if day is None:
            return Overview()
        kept = self._kept
        if kept is not None and timedelta(0) <= now - kept.asked_at < GOOD_FOR:
            return kept.overview
        sectors, lost = await self._sectors(day, now)
        breadth, missing = await self._breadth(day, now)
        found = Overview(breadth, sectors, (*lost, *missing))
        if breadth is not None and sectors:
            self._kept = _Kept(found, now)
        return found

    def _day(self, now: datetime) -> date | None:
        try:
            calendar = self._calendar_for(MAINLAND)
            session = calendar.latest_session(now)
        except CalendarUncovered:
            return None
        return session.day if session.day == calendar.local_day(now) else None

    async def _sectors(
        self, day: date, now: datetime
    ) -> tuple[tuple[SectorMove, ...], tuple[FeedProblem, ...]]:
        """Return the boards of today; all of them or none, for the strongest must be among them."""
        try:
            async with asyncio.timeout(self._longest):
                found, total, unread = await self._sector_pages(now)
        except (FetchFailed, Unreadable, TimeoutError) as error:
            return (), (_problem(error, SECTOR),)
        if len(found) != total:
            detail = f"{len(found)} of {total} boards {'; '.join(unread[:2])}"
            return (), (FeedProblem(ProblemKind.CUT_ROW, SOURCE, SECTOR, detail),)
        local_day = load_calendar(MAINLAND).local_day
        old = [sector for sector in found.values() if local_day(sector.at) != day]
        if old:
            detail = f"{len(old)} of {total} boards not of {day}"
            return (), (FeedProblem(ProblemKind.STALE, SOURCE, SECTOR, detail),)
        return tuple(found.values()), ()

    async def _sector_pages(self, now: datetime) -> tuple[dict[str, SectorMove], int, list[str]]:
        found: dict[str, SectorMove] = {}
        unread: list[str] = []
        total = 0
        for page in range(1, MOST_PAGES + 1):
            body = await self._fetch(SECTORS, SECTOR_FIELDS, page, now)
            total, sectors, bad = parse_sectors(body)
            before = len(found)
            for sector in sectors:
                found.setdefault(sector.code, sector)
            unread += bad
            if len(found) + len(unread) >= total or len(found) == before:
                break
        return found, total, unread

    async def _breadth(
        self, day: date, now: datetime
    ) -> tuple[Breadth | None, tuple[FeedProblem, ...]]:
        try:
            async with asyncio.timeout(self._longest):
                pages = await self._share_pages(now)
        except (FetchFailed, Unreadable, TimeoutError) as error:
            return None, (_problem(error, BREADTH),)
        unread = [reason for page in pages for reason in page.unreadable]
        totals = {page.total for page in pages}
        if unread or len(totals) != 1:
            detail = "; ".join(unread[:3]) or f"totals {sorted(totals)}"
            return None, (FeedProblem(ProblemKind.MALFORMED, SOURCE, BREADTH, detail),)
        rows = [row for page in pages for row in page.rows]
        return count_breadth(rows, totals.pop(), day, self._limits_of, SOURCE)

    async def _share_pages(self, now: datetime) -> list[SharePage]:
        """Return all pages; the first tells how long a page is and how many there are."""
        first = await self._share_page(1, now)
        if first.length >= first.total:
            return [first]
        if first.length < SMALLEST_PAGE:
            raise Unreadable(ProblemKind.CUT_ROW, f"{first.length} of {first.total} rows a page")
        count = -(-first.total // first.length)
        if count > MOST_PAGES:
            raise Unreadable(ProblemKind.TOO_LARGE, f"{count} pages")
        gate = asyncio.Semaphore(AT_ONCE)

        async def one(page: int) -> SharePage:
            async with gate:
                return await self._share_page(page, now)

        # A group: the first page that fails calls the others off.
        try:
            async with asyncio.TaskGroup() as group:
                rest = [group.create_task(one(page)) for page in range(2, count + 1)]
        except BaseExceptionGroup as errors:
            raise _first(errors) from None
        return [first, *(task.result() for task in rest)]

    async def _share_page(self, page: int, now: datetime) -> SharePage:
        body = await self._fetch(SHARES, SHARE_FIELDS, page, now)
        return parse_shares(body)

    async def _fetch(self, which: str, fields: str, page: int, now: datetime) -> bytes:
        url = address(self._base, which, fields, page, PAGE)
        return (await self._http.get(url, now, refuse_pages=True)).body


def _first(errors: BaseExceptionGroup[BaseException]) -> BaseException:
    found: BaseException = errors
    while isinstance(found, BaseExceptionGroup):
        found = found.exceptions[0]
    return found


def _problem(error: BaseException, what: str) -> FeedProblem:
    match error:
        case FetchFailed():
            return FeedProblem(error.kind, SOURCE, what, str(error))
        case Unreadable():
            return FeedProblem(error.kind, SOURCE, what, error.detail)
        case _:
            return FeedProblem(ProblemKind.TIMED_OUT, SOURCE, what, "the scan took too long")
