"""Which source tells of the market as a whole, by the same setting as the quotes."""

from collections.abc import Callable, Sequence

from bot.calendar.exchange import ExchangeCalendar, load_calendar
from bot.market.breadth import LimitsOf
from bot.market.desk import Bases, QuoteDesk
from bot.market.eastmoney_overview import EastmoneyOverview
from bot.market.http import GuardedHttp
from bot.market.overview import OverviewSource
from bot.market.rehearsal_overview import overview_for


def choose_overview(
    order: Sequence[str],
    quotes: QuoteDesk,
    http: GuardedHttp,
    limits_of: LimitsOf,
    *,
    bases: Bases,
    calendar_for: Callable[[str], ExchangeCalendar] = load_calendar,
) -> OverviewSource:
    """Return the source of overviews for QUOTES: invented beside invented quotes alone.

    Of the real sources only Eastmoney has whole-market lists that are known for sure; where
    it is not named there is no overview, and briefs go without those lines.
    """
    if order and order[0] != "rehearsal" and "eastmoney" in order:
        return EastmoneyOverview(bases.eastmoney, http, limits_of, calendar_for)
    return overview_for(quotes, calendar_for)
