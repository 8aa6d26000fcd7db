"""Everything that a brief is written from, taken at one instant."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.briefs.due import DueSlot
from bot.calendar.exchange import ExchangeCalendar, Session
from bot.market.news import News
from bot.market.source import Snapshot
from bot.market.symbols import IndexSet, calendar_of


@dataclass(frozen=True)
class Material:
    """Quotes, headlines and calendars as of `now`.

    `home` is the code of the community's exchange, `series` holds the session's prices of
    each index, for drawing only. `expects_news` is false where no feed is configured.
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

    def session_of(self, symbol: str) -> Session:
        """Return the session that runs on the symbol's exchange, or ran there last."""
        return self.calendars[calendar_of(symbol)].latest_session(self.now)
