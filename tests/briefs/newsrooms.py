"""A newsroom over the rehearsal market, and material for any slot of a known day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.briefs.due import DueSlot, slot_on
from bot.briefs.material import Material
from bot.briefs.newsroom import Newsroom, timetable
from bot.briefs.slots import Slot
from bot.calendar.exchange import EXCHANGES, load_calendar
from bot.calendar.shelf import CalendarShelf
from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.delivery.alerts import Alerts
from bot.i18n import Language, words_for
from bot.market.desk import QuoteDesk
from bot.market.headlines import Headline
from bot.market.http import GuardedHttp
from bot.market.news import News, NewsFeeds
from bot.market.news_trust import Trust
from bot.market.quote import Quote
from bot.market.rehearsal import RehearsalQuotes
from bot.market.source import Snapshot
from bot.market.symbols import IndexSet

ZONE = ZoneInfo("Asia/Shanghai")
DAY = date(2026, 11, 20)
OWNER = 7
TIMES = timetable(time(8, 30), time(11, 45), time(15, 45))
WORDS = words_for(ZONE)
GATE = Gate(default_pack())


class StubNews(NewsFeeds):
    """Feeds that give what they are told to."""

    def __init__(self, news: News | None = None, urls: Sequence[str] = ()) -> None:
        super().__init__(urls, GuardedHttp(()))
        self.given = news or News()

    async def news(self, now: datetime) -> News:
        return self.given


class StubSource:
    """A source that answers with what it is told to, under its own name."""

    code = "tencent"

    def __init__(self, snapshot: Snapshot, indexes: IndexSet) -> None:
        self.snapshot, self.indexes, self.asked = snapshot, indexes, 0

    def serves(self, symbol: str) -> bool:
        return True

    async def quotes(self, symbols: Sequence[str], now: datetime) -> Snapshot:
        self.asked += 1
        return self.snapshot

    async def series(self, symbol: str, now: datetime) -> tuple[Any, ...]:
        return ()


def make_newsroom(**changed: Any) -> Newsroom:
    room = Newsroom(
        quotes=QuoteDesk([RehearsalQuotes(seed=3)]),
        news=StubNews(),
        calendars=CalendarShelf(),
        words=WORDS,
        gate=GATE,
        alerts=Alerts(WORDS, GATE, Language.SIMPLIFIED, (OWNER,)),
        language=Language.SIMPLIFIED,
        zone=ZONE,
        exchange="XSHG",
        times=TIMES,
    )
    return replace(room, **changed)


def at(clock: str, day: date = DAY) -> datetime:
    """Return the instant of a community time such as "08:30"."""
    return datetime.combine(day, time.fromisoformat(clock), ZONE).astimezone(UTC)


def make_due(slot: Slot, day: date = DAY) -> DueSlot:
    return slot_on(day, slot, TIMES, ZONE)


def make_headline(number: int = 1, published: datetime | None = None, **changed: Any) -> Headline:
    known = {
        "title": f"第 {number} 条：交易所发布 2026 年休市安排",
        "link": f"https://news.example/{number}",
        "published": published or at("08:00") - timedelta(minutes=number),
        "source": "示例财经",
        "trust": Trust.TRUSTED,
    }
    return Headline(**{**known, **changed})


async def make_material(
    slot: Slot = Slot.MORNING,
    now: datetime | None = None,
    headlines: Sequence[Headline] = (),
    seed: int = 3,
    **changed: Any,
) -> Material:
    due = make_due(slot)
    now = now or due.due_at
    source = RehearsalQuotes(seed)
    snapshot = await QuoteDesk([source]).quotes(source.indexes.every, now)
    series = {
        symbol: tuple(point.last for point in await source.series(symbol, now))
        for symbol in source.indexes.every
    }
    material = Material(
        due=due,
        now=now,
        zone=ZONE,
        home="XSHG",
        snapshot=snapshot,
        news=News(tuple(headlines)),
        indexes=source.indexes,
        calendars={code: load_calendar(code) for code in EXCHANGES},
        series=series,
    )
    return replace(material, **changed)


def with_quotes(material: Material, *quotes: Quote) -> Material:
    """Return the material with these quotes in place of those of the same symbols."""
    merged = {**material.snapshot.quotes, **{quote.symbol: quote for quote in quotes}}
    return replace(material, snapshot=Snapshot(merged, material.snapshot.problems))
