"""Where the rehearsal's clock can be moved to: the moments of a trading day worth seeing."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time

from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import ExchangeCalendar
from bot.sandbox.timing import Milestone

MOMENTS = (
    ("早报草稿", time(7, 51)),
    ("早报", time(8, 31)),
    ("开盘竞价后", time(9, 26)),
    ("午报草稿", time(11, 6)),
    ("午报", time(11, 46)),
    ("收盘后", time(15, 2)),
    ("晚报草稿", time(15, 6)),
    ("晚报", time(15, 46)),
    ("群里答题", time(19, 31)),
    ("专家问答", time(20, 1)),
)
"""What the hall's page offers, in the exchange's own time."""


def trading_moments(
    calendar_for: Callable[[str], ExchangeCalendar], exchange: str
) -> Callable[[datetime], Sequence[Milestone]]:
    """Return what tells the next of each moment, soonest first; nothing past the calendar."""

    def milestones(now: datetime) -> Sequence[Milestone]:
        calendar = calendar_for(exchange)
        found: dict[str, Milestone] = {}
        for day in _trading_days(calendar, calendar.local_day(now)):
            for label, moment in MOMENTS:
                at = datetime.combine(day, moment, calendar.zone)
                if at > now:
                    found.setdefault(label, Milestone(label, at))
        return sorted(found.values(), key=lambda mark: mark.at)

    return milestones


def _trading_days(calendar: ExchangeCalendar, today: date) -> Iterator[date]:
    """Return today, if it trades, and the next trading day, as far as they are known."""
    try:
        if calendar.is_trading_day(today):
            yield today
        yield calendar.next_trading_day(today)
    except CalendarUncovered:
        return
