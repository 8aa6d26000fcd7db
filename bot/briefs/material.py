"""Everything that a brief is written from, taken at one instant."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.briefs.due import DueSlot
from bot.briefs.facts import ContestNews, MeanTurnover, Occasion, Quiz
from bot.calendar.exchange import ExchangeCalendar, Session
from bot.market.news import News
from bot.market.overview import Overview
from bot.market.source import Snapshot
from bot.market.symbols import IndexSet, calendar_of


@dataclass(frozen=True)
class Material:
    """Quotes, headlines and calendars as of `now`.

    `home` is the code of the community's exchange, `series` holds the session's prices of
    each index, for drawing only. `expects_news` is false where no feed is configured.
    `closes` is our own record of each index's close before this session, `turnovers` that of
    what was traded on the days before; `occasions` are of today and the next trading day.
    """

    due: DueSlot
    now: datetime
    zone: ZoneInfo
    home: str
    snapshot: Snapshot
    news: News
    indexes: IndexSet
    calendars: Mapping[str, ExchangeCalendar]
    series: Mapping[str, tuple[Decimal, ...]] = field(default_factory=dict)
    expects_news: bool = False
    overview: Overview = field(default_factory=Overview)
    closes: Mapping[str, Decimal] = field(default_factory=dict)
    turnovers: Mapping[str, MeanTurnover] = field(default_factory=dict)
    occasions: tuple[Occasion, ...] = ()
    contests: tuple[ContestNews, ...] = ()
    quiz: Quiz | None = None

    def session_of(self, symbol: str) -> Session:
        """Return the session that runs on the symbol's exchange, or ran there last."""
        return self.calendars[calendar_of(symbol)].latest_session(self.now)
