"""An invented market as a whole, in step with the invented indexes, always marked simulated."""

from collections.abc import Callable
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import ExchangeCalendar, load_calendar
from bot.market.desk import QuoteDesk
from bot.market.overview import Breadth, NoOverview, Overview, OverviewSource, SectorMove
from bot.market.quote import HUNDREDTH, Quote
from bot.market.rehearsal import RehearsalQuotes
from bot.market.rehearsal_paths import draw
from bot.market.rehearsal_shares import SOURCE

MARKET = "XSHG"
SHARES = 5_000
STILL = 120
STEEPNESS = Decimal("0.28")
"""The part of all shares that one percent of the index turns from falling to rising."""
LIMITS_AT_REST = 24
SECTORS = (
    ("simsector01", "模拟银行"),
    ("simsector02", "模拟券商"),
    ("simsector03", "模拟医药"),
    ("simsector04", "模拟食品饮料"),
    ("simsector05", "模拟电子"),
    ("simsector06", "模拟软件"),
    ("simsector07", "模拟汽车"),
    ("simsector08", "模拟电力设备"),
    ("simsector09", "模拟有色金属"),
    ("simsector10", "模拟煤炭"),
    ("simsector11", "模拟房地产"),
    ("simsector12", "模拟交通运输"),
)


class RehearsalOverview:
    """The invented breadth and sectors of `seed`, from the same indexes as its quotes."""

    def __init__(
        self, seed: int = 0, calendar_for: Callable[[str], ExchangeCalendar] = load_calendar
    ) -> None:
        self._seed = seed
        self._quotes = RehearsalQuotes(seed, calendar_for)

    async def overview(self, now: datetime) -> Overview:
        """Return the invented overview as of `now`; nothing past the calendar's end."""
        try:
            snapshot = await self._quotes.quotes(self._quotes.indexes.mainland, now)
        except CalendarUncovered:
            return Overview()
        if not snapshot.quotes:
            return Overview(problems=snapshot.problems)
        indexes = tuple(snapshot.quotes.values())
        moved = sum((q.change_percent for q in indexes), Decimal(0)) / len(indexes)
        return Overview(self._breadth(moved, indexes[0]), self._sectors(moved, indexes[0]))

    def _breadth(self, moved: Decimal, index: Quote) -> Breadth:
        part = min(max(Decimal("0.5") + moved * STEEPNESS, Decimal("0.03")), Decimal("0.97"))
        still = STILL + self._draw(index, "still", 60)
        rose = int((SHARES - still) * part)
        fell = SHARES - still - rose
        return Breadth(
            market=MARKET,
            rose=rose,
            fell=fell,
            level=still,
            limit_up=min(rose, LIMITS_AT_REST + rose // 60 + self._draw(index, "up", 20)),
            limit_down=min(fell, fell // 160 + self._draw(index, "down", 10)),
            at=index.at,
            source=SOURCE,
            simulated=True,
        )

    def _sectors(self, moved: Decimal, index: Quote) -> tuple[SectorMove, ...]:
        return tuple(
            SectorMove(
                code=code,
                name=name,
                change_percent=(moved + self._own(index, code)).quantize(HUNDREDTH, ROUND_HALF_UP),
                at=index.at,
                source=SOURCE,
                simulated=True,
                market=MARKET,
            )
            for code, name in SECTORS
        )

    def _own(self, index: Quote, code: str) -> Decimal:
        """Return how far a sector stands from the market today: up to two percent each way."""
        return Decimal(self._draw(index, code, 401) - 200) / 100

    def _draw(self, index: Quote, what: str, below: int) -> int:
        return draw(self._seed, "overview", what, index.at.date().toordinal()) % below


def overview_for(
    quotes: QuoteDesk, calendar_for: Callable[[str], ExchangeCalendar] = load_calendar
) -> OverviewSource:
    """Return the overview that goes with the indexes of `quotes`: invented with invented."""
    first = quotes.sources[0] if quotes.sources else None
    if isinstance(first, RehearsalQuotes):
        return RehearsalOverview(first.seed, calendar_for)
    return NoOverview()
