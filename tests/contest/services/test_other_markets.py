"""Whole days in Hong Kong and New York, half days among them, through the real row parser."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.contest.events import Side, Terms
from bot.contest.instrument import Board, Instrument, Market
from bot.contest.rules import FillModel
from bot.contest.services import verification
from bot.contest.states import ContestState
from bot.market.desk import QuoteDesk
from bot.market.quote import Point
from bot.market.source import Snapshot
from bot.market.symbols import NO_INDEXES, IndexSet
from bot.market.tencent_rows import parse_tencent
from bot.telegram.house import House
from db.opening import open_database
from db.session import Database
from tests.briefs.houses import alerts, make_house
from tests.contest.services.market_days import accounts, buy, days, kinds, prepare, state_of, tick
from tests.factories.contests import make_rules
from tests.market.rows import make_body, make_row

HONG_KONG, NEW_YORK = ZoneInfo("Asia/Hong_Kong"), ZoneInfo("America/New_York")
Seen = tuple[str, str]


@dataclass
class RowFeed:
    """Tencent's rows of one share, `delay` late: by day, what its last price was from when on."""

    symbol: str
    zone: ZoneInfo
    script: dict[date, tuple[str, str, list[Seen]]]  # previous close, open, [(time, last)]
    delay: timedelta = timedelta(minutes=15)
    code: str = "tencent"
    indexes: IndexSet = NO_INDEXES
    asked: list[datetime] = field(default_factory=list)

    def serves(self, symbol: str) -> bool:
        return symbol == self.symbol

    async def series(self, symbol: str, now: datetime) -> tuple[Point, ...]:
        return ()

    async def quotes(self, symbols: Sequence[str], now: datetime) -> Snapshot:
        self.asked.append(now)
        local = (now - self.delay).astimezone(self.zone).replace(tzinfo=None)
        shown = [
            (datetime.fromisoformat(f"{day} {clock}"), last, former, opened)
            for day, (former, opened, seen) in self.script.items()
            for clock, last in seen
            if datetime.fromisoformat(f"{day} {clock}") <= local
        ]
        if not shown:
            return Snapshot()
        then, last, former, opened = max(shown)
        stamp = f"{then:%Y/%m/%d %H:%M:%S}" if self.symbol[:2] == "hk" else f"{then}"
        row = make_row(self.symbol, f3=last, f4=former, f5=opened, f30=stamp, f60="100")
        parsed = parse_tencent(make_body(row))
        return Snapshot({quote.symbol: quote for quote in parsed.quotes}, parsed.rejected)


@pytest.fixture
async def lite(sqlite_url: str) -> AsyncIterator[Database]:
    found = open_database(sqlite_url)
    yield found
    found.close()


def clock(zone: ZoneInfo, day: date, hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone).astimezone(UTC)


def make_play(db: Database, feed: RowFeed) -> House:
    house = make_house(db)
    house.quotes = QuoteDesk([feed], house.calendars)
    return house


async def run(house: House, zone: ZoneInfo, day: date, since: str, until: str, step: int) -> None:
    """Let the clock tick every `step` seconds of a stretch of the day."""
    now = datetime.fromisoformat(f"{day} {since}").replace(tzinfo=zone).astimezone(UTC)
    last = datetime.fromisoformat(f"{day} {until}").replace(tzinfo=zone).astimezone(UTC)
    while now <= last:
        await tick(house, now)
        now += timedelta(seconds=step)


def listed(symbol: str, board: Board, reference: str, lot: int) -> Terms:
    return Terms(Instrument(symbol, "示例", board, lot=lot), Decimal(reference), None, None)


WHOLE, HALF = date(2026, 12, 23), date(2026, 12, 24)
HK = "hk00700"
HK_SCRIPT = {
    WHOLE: (
        "430.200",
        "433.000",
        [("09:22:10", "433.000"), ("10:00:00", "432.000"), ("15:59:58", "432.400"),
         ("16:08:05", "432.400"), ("16:09:21", "431.000")],
    ),
    HALF: (
        "431.000",
        "432.000",
        [("09:20:30", "431.000"), ("09:22:10", "432.000"), ("11:59:50", "434.000"),
         ("12:08:00", "434.000"), ("12:09:40", "435.000")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("model", list(FillModel))
async def test_hong_kong_plays_a_whole_and_a_half_day_on_delayed_rows(
    lite: Database, model: FillModel
) -> None:
    rules = make_rules(
        market=Market.HONG_KONG,
        first_day=WHOLE,
        last_day=HALF,
        late_entry_until=WHOLE,
        fill_model=model,
    )
    contest = await lite.run(prepare, rules)
    house = make_play(lite, RowFeed(HK, HONG_KONG, HK_SCRIPT))
    share = listed(HK, Board.HONG_KONG, "430.200", 100)
    morning = clock(HONG_KONG, WHOLE, 9, 10)
    await tick(house, clock(HONG_KONG, WHOLE, 9, 1))
    bad = await lite.run(buy, contest, 2, 150, morning, HK, limit="433.00", terms=share)
    assert bad.order is None
    uneven = await lite.run(buy, contest, 2, 100, morning, HK, limit="433.10", terms=share)
    assert uneven.order is None
    placed = await lite.run(buy, contest, 1, 500, morning, HK, limit="433.00", terms=share)
    assert placed.order is not None
    await run(house, HONG_KONG, WHOLE, "09:15:00", "10:16:00", 60)
    bought = (await lite.read(accounts, contest))[1].positions[HK]
    price = Decimal("433.000") if model is FillModel.NEXT_AUCTION else Decimal("432.000")
    assert (bought.quantity, bought.sellable) == (500, 500)  # what is bought may be sold at once
    assert bought.cost > 500 * price
    sale = clock(HONG_KONG, WHOLE, 10, 30)
    await lite.run(buy, contest, 1, 200, sale, HK, side=Side.SELL, limit="431.00", terms=share)
    await run(house, HONG_KONG, WHOLE, "15:50:00", "16:24:00", 60)
    assert "DayClosed" not in await lite.read(kinds, contest)  # 16:08:05 is not the match
    await run(house, HONG_KONG, WHOLE, "16:25:00", "16:27:00", 60)
    assert (await lite.read(accounts, contest))[1].positions[HK].quantity == 300
    await run(house, HONG_KONG, HALF, "09:00:00", "09:50:00", 60)
    order = clock(HONG_KONG, HALF, 11, 0)
    await lite.run(buy, contest, 1, 300, order, HK, side=Side.SELL, limit="433.00", terms=share)
    late = clock(HONG_KONG, HALF, 13, 0)
    await run(house, HONG_KONG, HALF, "12:00:00", "12:24:00", 60)
    assert len([k for k in await lite.read(kinds, contest) if k == "DayClosed"]) == 1
    await run(house, HONG_KONG, HALF, "12:25:00", "12:27:00", 60)
    assert HK not in (await lite.read(accounts, contest))[1].positions
    assert (await lite.read(state_of, contest)).state is ContestState.FINISHED
    assert late > order
    assert [day.day for day in await lite.read(days, contest)] == [WHOLE, HALF]
    assert await lite.read(alerts) == []
    assert (await lite.read(verification.verify, contest)).differences == ()


US = "usAAPL"
BEFORE, SHORT = date(2026, 11, 25), date(2026, 11, 27)
US_SCRIPT = {
    BEFORE: (
        "300.00",
        "301.00",
        [("09:30:00", "301.00"), ("10:00:00", "302.00"), ("16:00:01", "303.00")],
    ),
    SHORT: (
        "303.00",
        "304.00",
        [("09:30:00", "304.00"), ("10:00:00", "305.00"), ("13:00:01", "306.00")],
    ),
}


@pytest.mark.parametrize("model", list(FillModel))
async def test_new_york_keys_its_days_by_its_own_date_and_closes_early(
    lite: Database, model: FillModel
) -> None:
    rules = make_rules(
        market=Market.UNITED_STATES,
        first_day=BEFORE,
        last_day=SHORT,
        late_entry_until=BEFORE,
        fill_model=model,
    )
    contest = await lite.run(prepare, rules)
    house = make_play(lite, RowFeed(US, NEW_YORK, US_SCRIPT))
    share = listed(US, Board.UNITED_STATES, "300.00", 1)
    await run(house, NEW_YORK, BEFORE, "09:15:00", "09:31:00", 60)
    queued = clock(NEW_YORK, BEFORE, 9, 29, 59)
    await tick(house, queued)
    await lite.run(buy, contest, 1, 7, clock(NEW_YORK, BEFORE, 9, 31), US, limit="303.00",
                   terms=share)  # fmt: skip
    await run(house, NEW_YORK, BEFORE, "09:32:00", "10:20:00", 60)
    await run(house, NEW_YORK, BEFORE, "15:55:00", "16:20:00", 60)  # 5:20 next day in Beijing
    mine = (await lite.read(accounts, contest))[1].positions[US]
    price = Decimal("303.00") if model is FillModel.NEXT_AUCTION else Decimal("302.00")
    assert mine.quantity == 7
    assert mine.cost - 7 * price in {Decimal(5), Decimal(0), Decimal("5.00")}
    await run(house, NEW_YORK, SHORT, "09:10:00", "10:20:00", 60)
    sale = clock(NEW_YORK, SHORT, 12, 30)
    await lite.run(buy, contest, 1, 7, sale, US, side=Side.SELL, limit="305.00", terms=share)
    await run(house, NEW_YORK, SHORT, "12:31:00", "13:20:00", 60)
    if model is FillModel.NEXT_AUCTION:
        assert US not in (await lite.read(accounts, contest))[1].positions
    assert (await lite.read(state_of, contest)).state is ContestState.FINISHED
    assert [day.day for day in await lite.read(days, contest)] == [BEFORE, SHORT]
    assert await lite.read(alerts) == []
    assert (await lite.read(verification.verify, contest)).differences == ()
